using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Advocacy.Engagement.Conversions;

/// <summary>Reads the JSON of a report and names everything that is wrong with it.</summary>
internal sealed partial class ConversionForm
{
    private const string Takes =
        "it takes id, kind, and link or post with channel; optional are edition, value with currency, and at";

    private static readonly Dictionary<string, ConversionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["sale"] = ConversionKind.Sale,
        ["application"] = ConversionKind.Application,
        ["other"] = ConversionKind.Other,
    };

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    /// <returns>The report, or what is wrong with it.</returns>
    public static (ConversionReport? Report, IReadOnlyList<string> Faults) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new ConversionForm().Read(json.RootElement)
                : (null, [$"The body is no JSON object; {Takes}."]);
        }
        catch (JsonException)
        {
            return (null, [$"The body is no JSON, or names a field twice; {Takes}."]);
        }
    }

    private (ConversionReport? Report, IReadOnlyList<string> Faults) Read(JsonElement root)
    {
        foreach (var field in root.EnumerateObject())
        {
            _fields[field.Name] = field.Value;
        }
        var id = Text("id", Id(), "1 to 100 letters, digits and . _ : -, and no address of a person");
        var link = Text("link", Link(), "a short link or its code");
        var post = Text("post", Link(), "a post's id or its page's URL");
        var channel = Text("channel", Channel(), "1 to 20 small letters, as utm_source has it");
        var edition = Text("edition", Edition(), "a week such as 2026-W48");
        var kind = Text("kind", Word(), "sale, application or other");
        var value = Value();
        var currency = Text("currency", Currency(), "three capital letters such as DKK");
        var at = At();
        foreach (var unknown in _fields.Keys)
        {
            // Its name only: what stands in it may be somebody's.
            _faults.Add(
                $"{(Word().IsMatch(unknown) ? unknown : "A field")} is not taken; {Takes}. Send nothing about a person."
            );
        }
        Need(id is not null, "id is missing; it takes your own id of the sale or application.");
        Need(
            link is null ? post is not null && channel is not null : post is null && channel is null && edition is null,
            "It takes either link, or post with channel."
        );
        Need(
            kind is not null && Kinds.ContainsKey(kind),
            "kind is missing or unknown; it takes sale, application or other."
        );
        Need(value is null == currency is null, "value and currency go together; send both, or neither.");
        return _faults.Count > 0
            ? (null, _faults)
            : (
                new ConversionReport(
                    id!,
                    link,
                    post,
                    channel,
                    edition,
                    new Conversion(Kinds[kind!], value, currency),
                    at
                ),
                []
            );
    }

    private void Need(bool isSo, string fault)
    {
        // One fault has one sentence: a field that was there and wrong is named already.
        if (!isSo && _faults.Count == 0)
        {
            _faults.Add(fault);
        }
    }

    private string? Text(string name, Regex shape, string takes)
    {
        if (!_fields.Remove(name, out var field) || field.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        if (field.ValueKind == JsonValueKind.String && shape.IsMatch(field.GetString()!))
        {
            return field.GetString();
        }
        _faults.Add($"{name} is not right; it takes {takes}.");
        return null;
    }

    private decimal? Value()
    {
        if (!_fields.Remove("value", out var field) || field.ValueKind == JsonValueKind.Null)
        {
            return null;
        }
        if (
            field.ValueKind == JsonValueKind.Number
            && field.TryGetDecimal(out var value)
            && value is >= 0 and <= 1_000_000_000
            && decimal.Round(value, 4) == value
        )
        {
            return value;
        }
        _faults.Add("value is not right; it takes a number from 0 to 1,000,000,000 with at most four decimals.");
        return null;
    }

    private DateTimeOffset? At()
    {
        var text = Text("at", Instant(), "a time with its zone such as 2026-11-24T10:15:00Z");
        if (text is null)
        {
            return null;
        }
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return at.ToUniversalTime();
        }
        _faults.Add("at is no time; it takes one such as 2026-11-24T10:15:00Z.");
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,100}\z", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[\x21-\x7E]{1,2000}\z", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^[a-z]{1,20}\z", RegexOptions.None, 1000)]
    private static partial Regex Channel();

    [GeneratedRegex(@"^20[0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-3])\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Edition();

    [GeneratedRegex(@"^[A-Za-z_]{1,30}\z", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.None, 1000)]
    private static partial Regex Currency();

    [GeneratedRegex(
        @"^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Instant();
}
