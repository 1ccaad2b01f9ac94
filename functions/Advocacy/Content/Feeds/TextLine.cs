using System.Buffers;
using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content.Feeds;

/// <summary>Makes one line of text of what may be HTML.</summary>
internal static class TextLine
{
    private const int LongestTag = 4096;

    private static readonly SearchValues<char> Unusual = SearchValues.Create("<&\t\n" + TextBuffer.Forbidden);
    private static readonly SearchValues<char> Special = SearchValues.Create("<& \t\n\r\u00A0");

    /// <summary>Tags removed, character references decoded, white space collapsed; <c>null</c> where nothing is left.</summary>
    /// <param name="text">HTML, or text in which only known HTML tags count as tags: "List&lt;T&gt;" stays.</param>
    /// <param name="html"><c>false</c>: nothing is taken for a tag or reference.</param>
    /// <param name="pool">For texts that come again and again.</param>
    public static string? Of(ReadOnlySpan<char> text, bool html = true, TextPool? pool = null)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        if (IsLine(text))
        {
            return pool is null ? text.ToString() : pool.Of(text);
        }

        using var line = new TextBuffer(FeedLimits.FieldLength);
        Collapse(text, html, line);
        line.Tidy();
        return line.Text.IsEmpty ? null
            : pool is null ? line.Text.ToString()
            : pool.Of(line.Text);
    }

    /// <summary>Whether it is such a line already, apart from white space around it.</summary>
    public static bool IsLine(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Unusual) < 0 && text.IndexOfAny('\u00A0', '\uFFFE', '\uFFFF') < 0 && !HasGap(text);

    /// <summary>Two spaces on end. Looked for word by word: most texts are short.</summary>
    private static bool HasGap(ReadOnlySpan<char> text)
    {
        for (var space = text.IndexOf(' '); space >= 0 && space + 1 < text.Length; )
        {
            if (text[space + 1] == ' ')
            {
                return true;
            }

            text = text[(space + 1)..];
            space = text.IndexOf(' ');
        }

        return false;
    }

    private static void Collapse(ReadOnlySpan<char> text, bool html, TextBuffer line)
    {
        Span<char> decoded = stackalloc char[2];
        var space = false;
        while (!text.IsEmpty)
        {
            // Words are taken whole; only what may be a tag, a reference or white space is looked at closely.
            var used = text.IndexOfAny(Special);
            used = used < 0 ? text.Length : used;
            scoped var written = text[..used];
            if (used == 0)
            {
                written = text[..1];
                if (html && text[0] == '<')
                {
                    used = TagLength(text, out var breaks);
                    written =
                        used == 0 ? written
                        : breaks ? " "
                        : "";
                }
                else if (html && text[0] == '&')
                {
                    used = MarkupText.Reference(text, decoded, out var count);
                    written = used == 0 ? written : decoded[..count];
                }

                used = Math.Max(used, 1);
            }

            text = text[used..];
            if (written.IsWhiteSpace())
            {
                space |= !written.IsEmpty;
                continue;
            }

            if (space && !line.Text.IsEmpty)
            {
                line.Append(' ');
            }

            space = false;
            line.Append(written);
        }
    }

    /// <summary>Text that was declared plain but was clearly written as HTML: it closes a tag or uses a reference.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<char> text)
    {
        Span<char> decoded = stackalloc char[2];
        for (var i = text.IndexOfAny('<', '&'); i >= 0 && i < text.Length; i++)
        {
            var step = text[i..].IndexOfAny('<', '&');
            if (step < 0)
            {
                return false;
            }

            i += step;
            var rest = text[i..];
            if (
                rest[0] == '&'
                    ? MarkupText.Reference(rest, decoded, out _) > 0
                    : rest is ['<', '/', ..] && TagLength(rest, out _) > 0
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The length of the HTML tag or comment that begins the text; 0 where none does.</returns>
    private static int TagLength(ReadOnlySpan<char> text, out bool breaks)
    {
        breaks = false;

        // Not further: a text of opening brackets alone would be searched to its end for each of them.
        text = text[..Math.Min(text.Length, LongestTag)];
        if (text.StartsWith("<!--"))
        {
            return text.IndexOf("-->") is var end and >= 0 ? end + 3 : 0;
        }

        var close = text.IndexOf('>');
        if (close < 2)
        {
            return 0;
        }

        var name = text[1..close].TrimStart('/');
        var nameEnd = name.IndexOfAny(" \t\r\n/");
        name = nameEnd < 0 ? name : name[..nameEnd];
        Span<char> lower = stackalloc char[12];
        if (name.Length > lower.Length || name.ToLowerInvariant(lower) < 1)
        {
            return 0;
        }

        switch (lower[..name.Length])
        {
            case "br"
            or "p"
            or "div"
            or "li"
            or "ul"
            or "ol"
            or "td"
            or "tr"
            or "table"
            or "hr"
            or "blockquote"
            or "pre":
            case "h1"
            or "h2"
            or "h3"
            or "h4"
            or "h5"
            or "h6"
            or "dd"
            or "dt"
            or "dl"
            or "section"
            or "article"
            or "center":
                breaks = true;
                return close + 1;
            case "a"
            or "abbr"
            or "acronym"
            or "b"
            or "big"
            or "cite"
            or "code"
            or "del"
            or "dfn"
            or "em"
            or "font"
            or "i":
            case "img" or "ins" or "kbd" or "mark" or "nobr" or "q" or "s" or "samp" or "small" or "span" or "strike":
            case "strong"
            or "sub"
            or "sup"
            or "time"
            or "tt"
            or "u"
            or "var"
            or "wbr"
            or "script"
            or "style"
            or "iframe":
            case "svg" or "picture" or "video" or "audio" or "object" or "embed" or "th" or "tbody" or "bdi" or "bdo":
                return close + 1;
            default:
                return 0;
        }
    }
}
