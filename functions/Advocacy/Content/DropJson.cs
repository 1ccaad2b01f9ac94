using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Content;

/// <summary>A queue message as JSON: plain, base64 as the portal and some connectors send it, either of them in a CloudEvents envelope.</summary>
internal static class DropJson
{
    private const int Deepest = 16;
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = Deepest };

    /// <summary>How the contract writes: as documents, but its words in camel case.</summary>
    public static JsonSerializerOptions Writing { get; } = CreateWriting();

    public static JsonDocument? Parse(string message, DropDefects defects)
    {
        // The queue's function has opened the envelope; a file, or base64 that held one, comes with it.
        // Half a surrogate pair becomes a replacement character, which the JSON reader then names by its place.
        var opened = Envelope.Open(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message)));
        if (opened.Defect is { } defect)
        {
            defects.Add($"{defect.TrimEnd('.')}");
            return null;
        }
        var bytes = Encoding.UTF8.GetBytes(opened.Text.TrimStart('\uFEFF'));
        if (bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            defects.Add($"The message is empty; it takes a JSON object");
            return null;
        }
        try
        {
            return JsonDocument.Parse(bytes, s_options);
        }
        catch (JsonException problem)
        {
            // Base64 in itself is no JSON; where it decodes, the inside is what was meant.
            if (Decoded(opened.Text) is not { } inside)
            {
                defects.Add($"The message is not JSON: {JsonFault.Of(problem, bytes, Deepest)}");
                return null;
            }
            return ParseInside(inside, defects);
        }
    }

    private static JsonDocument? ParseInside(byte[] inside, DropDefects defects)
    {
        var opened = Envelope.Open(Encoding.UTF8.GetString(inside));
        if (opened.Defect is { } defect)
        {
            defects.Add($"{defect.TrimEnd('.')}");
            return null;
        }
        var bytes = Encoding.UTF8.GetBytes(opened.Text);
        try
        {
            return JsonDocument.Parse(bytes, s_options);
        }
        catch (JsonException problem)
        {
            defects.Add(
                $"The message is base64, but what it holds is not JSON: {JsonFault.Of(problem, bytes, Deepest)}"
            );
            return null;
        }
    }

    private static byte[]? Decoded(string message)
    {
        var text = message.Trim();
        if (text.Length < 4 || !Base64.IsValid(text))
        {
            return null;
        }
        var bytes = Convert.FromBase64String(text).AsSpan();
        return (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).ToArray();
    }

    private static JsonSerializerOptions CreateWriting()
    {
        var options = new JsonSerializerOptions(DocumentJson.Options);
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly();
        return options;
    }
}
