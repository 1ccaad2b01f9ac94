using System.Text.Json;
using System.Text.RegularExpressions;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>
/// The part of Cosmos DB's SQL that the product speaks: <c>SELECT * FROM c WHERE c["name"] op @parameter [AND ...]</c> with
/// <c>=</c>, <c>&lt;=</c> and <c>&gt;=</c>. Everything else is refused, valid or not.
/// </summary>
internal sealed partial class SqlQuery
{
    private readonly List<(string Field, string Operator, string Value)> _conditions = [];

    private SqlQuery() { }

    public IEnumerable<string> Fields => _conditions.Select(one => one.Field);

    /// <summary>The value that the field must have; <c>null</c> where no condition says so.</summary>
    public string? Equal(string field) =>
        _conditions.Where(one => one.Field == field && one.Operator == "=").Select(one => one.Value).FirstOrDefault();

    /// <exception cref="FormatException">It is anything else.</exception>
    public static SqlQuery Parse(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var text = json.RootElement.GetProperty("query").GetString()!;
        var parameters = json
            .RootElement.GetProperty("parameters")
            .EnumerateArray()
            .ToDictionary(
                one => one.GetProperty("name").GetString()!,
                // Text is compared with text only; a number would meet no text.
                one => one.GetProperty("value").GetString() ?? throw new FormatException("A parameter is no text.")
            );
        var whole = Whole().Match(text);
        if (!whole.Success)
        {
            throw new FormatException($"Syntax error in: {text}");
        }
        var query = new SqlQuery();
        foreach (var part in whole.Groups["conditions"].Value.Split(" AND "))
        {
            var condition = Condition().Match(part);
            if (!condition.Success || !parameters.Remove(condition.Groups["parameter"].Value, out var value))
            {
                throw new FormatException($"Syntax error or unknown parameter in: {part}");
            }
            query._conditions.Add((condition.Groups["field"].Value, condition.Groups["operator"].Value, value));
        }
        return parameters.Count == 0 ? query : throw new FormatException("A parameter is not used.");
    }

    public bool IsMetBy(GatewayItem item) =>
        _conditions.TrueForAll(one =>
            item.Texts.TryGetValue(one.Field, out var text)
            && string.CompareOrdinal(text, one.Value) is var order
            && one.Operator switch
            {
                "=" => order == 0,
                "<=" => order <= 0,
                _ => order >= 0,
            }
        );

    [GeneratedRegex("""^SELECT \* FROM c WHERE (?<conditions>.+)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(
        """^c\["(?<field>[A-Za-z]+)"\] (?<operator>=|<=|>=) (?<parameter>@p[0-9]+)$""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Condition();
}
