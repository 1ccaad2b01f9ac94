using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Advocacy.Content;

/// <summary>A queue message as JSON: plain, or base64 as the portal and some connectors send it.</summary>
internal static class DropJson
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 16 };

    public static JsonDocument? Parse(string message, DropDefects defects)
    {
        var bytes = Encoding.UTF8.GetBytes(message.TrimStart('\uFEFF'));
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
            var inside = Decoded(message);
            if (inside is null)
            {
                defects.Add($"The message is not JSON: {Where(problem, bytes)}");
                return null;
            }
            try
            {
                return JsonDocument.Parse(inside, s_options);
            }
            catch (JsonException inner)
            {
                defects.Add($"The message is base64, but what it holds is not JSON: {Where(inner, inside)}");
                return null;
            }
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

    /// <summary>The reader counts from zero, and columns in bytes; people count from one, in characters.</summary>
    private static string Where(JsonException problem, byte[] json)
    {
        var line = (int)(problem.LineNumber ?? 0);
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start += json.AsSpan(start).IndexOf((byte)'\n') + 1;
        }
        var length = Math.Clamp((int)(problem.BytePositionInLine ?? 0), 0, json.Length - start);
        var column = Encoding.UTF8.GetCharCount(json, start, length) + 1;
        // The library's sentence ends in its own account of the place.
        var cause = problem.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0].TrimEnd('.');
        return string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {column}: {cause}");
    }
}
