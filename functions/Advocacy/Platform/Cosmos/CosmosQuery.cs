using System.Globalization;
using System.Text;
using Advocacy.Platform.Store;
using Microsoft.Azure.Cosmos;

namespace Advocacy.Platform.Cosmos;

/// <summary>
/// A query as SQL: equality and range on indexed properties, joined by AND. The text depends on the query's shape only, names
/// come from the container's own list, and every value is a parameter.
/// </summary>
internal sealed class CosmosQuery
{
    // What a continuation begins with, so that it works for the query it came from and no other.
    private readonly string _mark;

    private CosmosQuery(QueryDefinition definition, string mark)
    {
        Definition = definition;
        _mark = mark;
    }

    public QueryDefinition Definition { get; }

    /// <exception cref="ArgumentException">A field is not indexed, or the page size is out of range.</exception>
    public static CosmosQuery Of(Query query, string type)
    {
        DocumentLimits.Check(query);
        var conditions = new List<(string Field, string Operator, string Value)>
        {
            (ContainerDesign.TypeField, "=", type),
        };
        if (query.PartitionKey is { } partitionKey)
        {
            conditions.Add((ContainerDesign.PartitionKeyField(query.Container), "=", partitionKey));
        }
        conditions.AddRange(query.Where.Select(one => (one.Field, Operator(one.Is), one.Value)));

        var sql = new StringBuilder("SELECT * FROM c WHERE ");
        sql.AppendJoin(
            " AND ",
            conditions.Select(
                (one, index) =>
                    string.Create(CultureInfo.InvariantCulture, $"c[\"{one.Field}\"] {one.Operator} @p{index}")
            )
        );
        var definition = new QueryDefinition(sql.ToString());
        foreach (var (index, one) in conditions.Index())
        {
            definition.WithParameter(string.Create(CultureInfo.InvariantCulture, $"@p{index}"), one.Value);
        }
        string[] parts = [query.Container.Name, sql.ToString(), .. conditions.Select(one => one.Value)];
        return new CosmosQuery(definition, $"{Ids.Of(parts)[..8]}.");
    }

    /// <summary>All documents of a type.</summary>
    public static QueryDefinition Scan(string type) =>
        new QueryDefinition($"SELECT * FROM c WHERE c[\"{ContainerDesign.TypeField}\"] = @p0").WithParameter(
            "@p0",
            type
        );

    /// <summary>The continuation as Cosmos DB gave it.</summary>
    /// <exception cref="ArgumentException">It came from another query.</exception>
    public string? Unmark(string? continuation) =>
        continuation is null ? null
        : continuation.StartsWith(_mark, StringComparison.Ordinal) && continuation.Length > _mark.Length
            ? continuation[_mark.Length..]
        : throw Foreign(continuation);

    public string? Mark(string? continuation) => continuation is null ? null : _mark + continuation;

    public static ArgumentException Foreign(string continuation) =>
        new("The continuation does not belong to this query.", nameof(continuation));

    private static string Operator(Comparison comparison) =>
        comparison switch
        {
            Comparison.Equal => "=",
            Comparison.AtMost => "<=",
            _ => ">=",
        };
}
