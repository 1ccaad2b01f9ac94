using System.Buffers;
using System.Globalization;
using System.Text;

namespace Advocacy.Platform.Mail.Templates;

/// <summary>Untrusted words, made fit for one line, a paragraph or a subject.</summary>
internal static class Wording
{
    // What the template puts around a line of the ready text.
    private const int BytesOfLine = 50;

    // Those that most lines are of: neither controls nor white space but the space.
    private static readonly SearchValues<char> OfOneLine = SearchValues.Create([
        .. Enumerable.Range(' ', 0x250 - ' ').Select(c => (char)c).Where(c => c is not (>= '\u007f' and <= '\u00a0')),
    ]);

    /// <summary>One line: no control characters, no line breaks, no characters that turn the direction of what follows.</summary>
    public static string OneLine(string text)
    {
        var isOne =
            !text.AsSpan().ContainsAnyExcept(OfOneLine)
            && !text.StartsWith(' ')
            && !text.EndsWith(' ')
            && !text.Contains("  ", StringComparison.Ordinal);
        return isOne ? text : Joined(text);
    }

    private static string Joined(string text)
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
    public static string Shorten(string text, int most) => text.Length <= most ? text : Cut(text, most, _ => 1);

    /// <summary>The same, at most <paramref name="most"/> bytes (and a few for the ellipsis) of the digest's HTML.</summary>
    public static string ShortenHtml(string text, int most) =>
        Cut(
            text,
            most,
            c =>
                c switch
                {
                    '\n' => BytesOfLine,
                    '&' or '<' or '>' or '"' or '\'' => 5,
                    < '\u0080' => 1,
                    < '\u0800' => 2,
                    _ => char.IsSurrogate(c) ? 2 : 3,
                }
        );

    private static string Cut(string text, int most, Func<char, int> cost)
    {
        if (text.Sum(cost) <= most)
        {
            return text;
        }
        var end = 0;
        var spent = 0;
        while (end < text.Length)
        {
            var next = end + (IsAlone(text, end) ? 1 : StringInfo.GetNextTextElementLength(text, end));
            for (var i = end; i < next; i++)
            {
                spent += cost(text[i]);
            }
            if (spent >= most)
            {
                break;
            }
            end = next;
        }
        var space = text.LastIndexOf(' ', Math.Max(end - 1, 0));
        return text[..(space >= end * 3 / 4 ? space : end)].TrimEnd() + "…";
    }

    // A letter of Europe before another: nothing below U+0300 joins what stands before it, but a line feed.
    private static bool IsAlone(string text, int at) =>
        text[at] is >= ' ' and < '\u0300' && (at + 1 == text.Length || text[at + 1] is >= ' ' and < '\u0300');

    /// <summary><c>Maja</c> of <c>Maja Holm</c> and of <c>Holm, Maja</c>; empty where there is none.</summary>
    public static string FirstName(string name)
    {
        var given = OneLine(name.Split(',', 2) is [_, var last] && last.Trim().Length > 0 ? last : name);
        return Shorten(given.Split(' ')[0].TrimEnd(','), 40);
    }

    private static bool TurnsDirection(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
