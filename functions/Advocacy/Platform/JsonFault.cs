using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Advocacy.Platform;

/// <summary>Says in plain words where and why a text is no JSON, for whoever wrote it.</summary>
internal static class JsonFault
{
    /// <summary>What the serializer takes.</summary>
    private const int MostLevels = 64;

    /// <summary>Why a message cannot be read as what its queue takes, as a sentence.</summary>
    /// <param name="problem">What reading it threw: the serializer, or our own check, whose words stay.</param>
    /// <param name="message">As it was enqueued.</param>
    public static string InMessage(JsonException problem, string message)
    {
        if (problem.Path is null && problem.BytePositionInLine is null)
        {
            return problem.Message;
        }
        var json = Encoding.UTF8.GetBytes(message);
        try
        {
            using var whole = JsonDocument.Parse(json);
        }
        catch (JsonException syntax)
        {
            return $"The message is not JSON: {Of(syntax, json, MostLevels)}.";
        }
        var place = problem.Path is null or "$" ? "The message" : $"{problem.Path[2..]} in the message";
        return $"{place} is not of the kind that the queue takes.";
    }

    /// <summary>For example <c>line 2, column 5: a comma is missing before it</c>.</summary>
    /// <param name="problem">What the reader threw for <paramref name="json"/>.</param>
    /// <param name="json">UTF-8.</param>
    /// <param name="deepest">Levels that the reader takes.</param>
    public static string Of(JsonException problem, byte[] json, int deepest)
    {
        // The reader counts from zero, and columns in bytes; people count from one, in characters.
        var line = (int)(problem.LineNumber ?? 0);
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start += json.AsSpan(start).IndexOf((byte)'\n') + 1;
        }
        var length = Math.Clamp((int)(problem.BytePositionInLine ?? 0), 0, json.Length - start);
        var column = Encoding.UTF8.GetCharCount(json, start, length) + 1;
        var cause = Cause(json, start + length, deepest);
        return string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {column}: {cause}");
    }

    private static string Cause(ReadOnlySpan<byte> json, int at, int deepest)
    {
        var before = Before.Of(json[..at]);
        if (at >= json.Length)
        {
            return before.InText
                ? "it ends inside a text whose closing \" is missing"
                : "it ends too early; a closing } or ] is missing";
        }
        var here = (char)json[at];
        if (before.InText)
        {
            return here < ' '
                ? "a text holds a line break or a control character; write a line break as \\n"
                : "a text holds a backslash that begins nothing; write a backslash as \\\\";
        }
        return here switch
        {
            '{' or '[' when before.Depth >= deepest => string.Create(
                CultureInfo.InvariantCulture,
                $"it is nested deeper than {deepest} levels"
            ),
            _ when before is { Depth: 0, Last: not '\0' } => "something follows after the end; take it out",
            '}' or ']' when before.Last == ',' => "nothing follows the comma before it; take the comma out",
            ',' => "there is a comma too many",
            '\'' => "a text stands between \" and \", not between ' and '",
            '/' or '#' => "JSON has no comments; take it out",
            '<' => "this is XML or HTML; it takes a JSON object, which begins with {",
            '"' or '{' or '[' when EndsAValue(before.Last) => "a comma or a colon is missing before it",
            _ when char.IsAsciiLetter(here) =>
                "text stands between double quotes; only true, false, null and numbers do not",
            '}' or ']' => "it closes what is not open, or a value is missing before it",
            _ => "this cannot stand here",
        };
    }

    private static bool EndsAValue(char last) => last is '"' or '}' or ']' || char.IsAsciiLetterOrDigit(last);

    /// <summary>What stands before the fault.</summary>
    /// <param name="Depth">Objects and lists that are open.</param>
    /// <param name="InText">True inside a text.</param>
    /// <param name="Last">The last character that is no white space; NUL where there is none.</param>
    private readonly record struct Before(int Depth, bool InText, char Last)
    {
        public static Before Of(ReadOnlySpan<byte> json)
        {
            var (depth, inText, last) = (0, false, '\0');
            for (var i = 0; i < json.Length; i++)
            {
                var c = (char)json[i];
                if (inText && c == '\\')
                {
                    i++;
                    continue;
                }
                inText ^= c == '"';
                depth +=
                    inText ? 0
                    : c is '{' or '[' ? 1
                    : c is '}' or ']' ? -1
                    : 0;
                last = c is ' ' or '\t' or '\r' or '\n' ? last : c;
            }
            return new Before(depth, inText, last);
        }
    }
}
