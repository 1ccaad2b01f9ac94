using System.Buffers;
using System.Collections.Frozen;
using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content;

/// <summary>
/// Takes the text out of HTML in one pass from front to back, as a browser would cut it into tags. No tree is built: a few
/// kilobytes of crossed tags make one that costs seconds, and strangers write these texts.
/// </summary>
internal static class HtmlText
{
    // What is inside these is no text.
    private static readonly FrozenSet<string> s_silent = FrozenSet.ToFrozenSet(
        [
            "audio",
            "canvas",
            "iframe",
            "math",
            "noscript",
            "object",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "video",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Inside a word these leave no gap; everything else does.
    private static readonly FrozenSet<string> s_inline = FrozenSet.ToFrozenSet(
        [
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "code",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "mark",
            "q",
            "s",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "time",
            "u",
            "wbr",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isSilent =
        s_silent.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isInline =
        s_inline.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_afterName = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Character references decoded; a space where a tag parts words.</summary>
    public static void Append(ReadOnlySpan<char> html, TextBuffer text)
    {
        while (html.IndexOf('<') is var open and >= 0)
        {
            MarkupText.Append(html[..open], text);
            html = html[open..];
            var tag = html[..Length(html)];
            if (tag.IsEmpty)
            {
                text.Append('<');
                html = html[1..];
                continue;
            }

            html = html[tag.Length..];
            var name = Name(tag);
            if (!name.IsEmpty && !s_isInline.Contains(name))
            {
                text.Append(' ');
            }

            if (tag[1] != '/' && !tag.EndsWith("/>") && s_isSilent.Contains(name))
            {
                html = AfterEnd(html, name);
            }
        }

        MarkupText.Append(html, text);
    }

    /// <summary>Of the tag or comment that begins here, up to the end of the text where it does not end; 0 where none begins.</summary>
    private static int Length(ReadOnlySpan<char> html)
    {
        if (html.StartsWith("<!--"))
        {
            return html.IndexOf("-->") is var end and >= 0 ? end + 3 : html.Length;
        }

        if (html.Length < 2 || !(char.IsAsciiLetter(html[1]) || html[1] is '/' or '!' or '?'))
        {
            return 0;
        }

        for (var i = 2; i < html.Length; i++)
        {
            var step = html[i..].IndexOfAny('>', '"', '\'');
            if (step < 0)
            {
                break;
            }

            i += step;
            if (html[i] == '>')
            {
                return i + 1;
            }

            // A quote counts where a value begins. One that is not closed takes the rest with it, in a browser too.
            if (html[..i].TrimEnd() is [.., '='])
            {
                var close = html[(i + 1)..].IndexOf(html[i]);
                i = close < 0 ? html.Length : i + 1 + close;
            }
        }

        return html.Length;
    }

    /// <summary>Empty for a comment or an instruction.</summary>
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag[1] == '/' ? tag[2..] : tag[1..];
        var end = name.IndexOfAny(s_afterName);
        name = end < 0 ? name : name[..end];
        return name is [var first, ..] && char.IsAsciiLetter(first) ? name : default;
    }

    private static ReadOnlySpan<char> AfterEnd(ReadOnlySpan<char> html, ReadOnlySpan<char> name)
    {
        while (html.IndexOf("</") is var end and >= 0)
        {
            html = html[(end + 2)..];
            if (html.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return html.IndexOf('>') is var close and >= 0 ? html[(close + 1)..] : default;
            }
        }

        return default;
    }
}
