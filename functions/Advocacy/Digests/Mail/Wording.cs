using System.Globalization;
using System.Text;

namespace Advocacy.Digests.Mail;

/// <summary>Untrusted words, made fit for one line, a paragraph or a subject.</summary>
internal static class Wording
{
    /// <summary>One line: no control characters, no line breaks, no characters that turn the direction of what follows.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!TurnsDirection(c))
            {
                line.Append(c);
            }
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>Its lines, each fit for one, at most one of them empty in a row.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Trim().ReplaceLineEndings("\n").Split('\n').Select(OneLine))
        {
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
            {
                lines.Add(line);
            }
        }
        return lines;
    }

    /// <summary>
    /// At most <paramref name="most"/> characters: cut after a word where one ends in the last quarter, never within what a reader
    /// sees as one character, with an ellipsis.
    /// </summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }
        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next < most)
        {
            end = next;
        }
        var space = text.LastIndexOf(' ', Math.Max(end - 1, 0));
        return text[..(space >= most * 3 / 4 ? space : end)].TrimEnd() + "…";
    }

    /// <summary><c>Maja</c> of <c>Maja Holm</c> and of <c>Holm, Maja</c>; empty where there is none.</summary>
    public static string FirstName(string name)
    {
        var given = OneLine(name.Split(',', 2) is [_, var last] && last.Trim().Length > 0 ? last : name);
        return Shorten(given.Split(' ')[0].TrimEnd(','), 40);
    }

    private static bool TurnsDirection(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
