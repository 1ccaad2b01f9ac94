using System.Text;
using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Queue;

/// <summary>
/// What every message of ours travels in: a CloudEvents 1.0 event in JSON with the distributed tracing extension. The message is
/// its data, character for character, because ids are derived from it. Outside events may come in too, and messages without one.
/// </summary>
internal static class Envelope
{
    private const string SpecVersion = "specversion";

    /// <summary>The envelope is a level of its own, and it must be readable with the usual limit of 64.</summary>
    private const int Deepest = 60;

    private static readonly UTF8Encoding s_strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <param name="queue">Names the event's type.</param>
    /// <param name="message">JSON; what is none travels as base64.</param>
    /// <param name="now">The event's time.</param>
    /// <param name="traceParent">W3C, or <c>null</c>.</param>
    public static string Wrap(string queue, string message, DateTimeOffset now, string? traceParent)
    {
        var trace = traceParent is null ? "" : $"\"traceparent\":\"{traceParent}\",";
        var data = IsJson(message)
            ? $"\"datacontenttype\":\"application/json\",\"data\":{message}"
            : $"\"datacontenttype\":\"text/plain\",\"data_base64\":\"{Convert.ToBase64String(s_strict.GetBytes(message))}\"";
        return $"{{\"specversion\":\"1.0\",\"id\":\"{Ids.New()}\",\"source\":\"/advocacy\",\"type\":\"advocacy.{queue}\","
            + $"\"time\":\"{DocumentJson.Text(now)}\",{trace}{data}}}";
    }

    /// <summary>The message inside; a text that is no envelope is the message itself.</summary>
    public static OpenedMessage Open(string text)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text.AsMemory().TrimStart('\uFEFF'));
        }
        catch (JsonException)
        {
            // Whoever reads the message says what is wrong with it.
            return new OpenedMessage(text);
        }
        using (json)
        {
            if (!IsEnvelope(json.RootElement))
            {
                return new OpenedMessage(text);
            }
            try
            {
                return Open(text, json.RootElement);
            }
            catch (InvalidOperationException)
            {
                return Malformed(text, "it holds an escape that stands for no character (half a surrogate pair)");
            }
        }
    }

    private static bool IsEnvelope(JsonElement root)
    {
        try
        {
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(SpecVersion, out _);
        }
        catch (InvalidOperationException)
        {
            // A field's name holds half a surrogate pair: whoever reads the message says so.
            return false;
        }
    }

    private static OpenedMessage Open(string text, JsonElement envelope)
    {
        var fields = new Dictionary<string, JsonElement>();
        foreach (var field in envelope.EnumerateObject())
        {
            if (!fields.TryAdd(field.Name, field.Value))
            {
                return Malformed(text, $"{field.Name} stands in it twice");
            }
        }
        if (Words(fields, SpecVersion) is not "1.0")
        {
            return Malformed(text, "its specversion is not \"1.0\"");
        }
        foreach (var required in (string[])["id", "source", "type"])
        {
            if (Words(fields, required) is null or "")
            {
                return Malformed(text, $"its {required} is missing or no text");
            }
        }
        var (message, defect) = Data(fields);
        return message is null
            ? Malformed(text, defect)
            : new OpenedMessage(
                message,
                // Statistics and traces hang on these two, the message does not: wrong ones are passed over.
                fields.TryGetValue("time", out var time)
                && time.ValueKind == JsonValueKind.String
                && time.TryGetDateTimeOffset(out var instant)
                    ? instant
                    : null,
                Words(fields, "traceparent")
            );
    }

    private static (string? Message, string Defect) Data(Dictionary<string, JsonElement> fields)
    {
        var plain = fields.TryGetValue("data", out var data);
        var encoded = fields.TryGetValue("data_base64", out var base64);
        if (plain == encoded)
        {
            return (null, plain ? "it has both data and data_base64" : "it has no data");
        }
        if (plain)
        {
            // Text that is no JSON stands as a JSON string, and is meant without the quotes.
            var isText = !IsJsonType(Words(fields, "datacontenttype"));
            return !isText ? (data.GetRawText(), "")
                : data.ValueKind == JsonValueKind.String ? (data.GetString(), "")
                : (null, "its datacontenttype is not JSON, but its data is no text");
        }
        try
        {
            return base64.ValueKind == JsonValueKind.String && base64.TryGetBytesFromBase64(out var bytes)
                ? (s_strict.GetString(bytes), "")
                : (null, "its data_base64 is no base64");
        }
        catch (DecoderFallbackException)
        {
            return (null, "what its data_base64 holds is no text in UTF-8");
        }
    }

    private static OpenedMessage Malformed(string text, string why) =>
        new(text, Defect: $"The message is a CloudEvents envelope that cannot be opened: {why}.");

    private static string? Words(Dictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsJsonType(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim();
        return type is null
            || type.EndsWith("/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True where the text, as a value inside other JSON, can be taken out again to the last character.</summary>
    private static bool IsJson(string text)
    {
        // White space around a value belongs to nobody.
        if (text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return false;
        }
        var reader = new Utf8JsonReader(s_strict.GetBytes(text), new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
