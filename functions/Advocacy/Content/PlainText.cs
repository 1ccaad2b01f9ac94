using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace Advocacy.Content;

/// <summary>HTML or text from outside as one line of plain text.</summary>
public static class PlainText
{
    /// <summary>Characters of HTML that are looked at; what follows is left out. Our own limits lie far below.</summary>
    public const int MostHtml = 100_000;

    // Inside a word these leave no gap; everything else does.
    private static readonly FrozenSet<string> s_inline = FrozenSet.ToFrozenSet([
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
    ]);

    /// <summary>
    /// Without tags, entities decoded, white space and control characters collapsed to single spaces, marks that turn the reading
    /// direction taken out; never <c>null</c>.
    /// </summary>
    public static string Of(string? htmlOrText)
    {
        if (string.IsNullOrEmpty(htmlOrText))
        {
            return "";
        }
        if (htmlOrText.Length > MostHtml)
        {
            htmlOrText = htmlOrText[..MostHtml];
        }
        if (htmlOrText.Contains('<', StringComparison.Ordinal))
        {
            return Collapsed(WithoutTags(htmlOrText));
        }
        return Collapsed(
            htmlOrText.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(htmlOrText) : htmlOrText
        );
    }

    /// <summary>Plain text as HTML, so that <see cref="Of"/> gives back exactly the same.</summary>
    public static string ToHtml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>The first <paramref name="most"/> text elements (what a reader counts), ended at a word and with an ellipsis if cut.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (text.Length <= most)
        {
            return text;
        }
        var end = 0;
        var room = 0; // Where the text ends if the last element goes to the ellipsis.
        for (var elements = 0; end < text.Length; elements++)
        {
            if (elements == most)
            {
                return AtWord(text, room) + "…";
            }
            if (elements == most - 1)
            {
                room = end;
            }
            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        }
        return text;
    }

    private static string AtWord(string text, int end)
    {
        var kept = text.AsSpan(0, end);
        if (text[end] != ' ' && kept.LastIndexOf(' ') is var space && space > end / 2)
        {
            kept = kept[..space];
        }
        return kept.TrimEnd(" ,;:–-").ToString();
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        INode root = SafeHtml.Parse(html);
        INode? node = root.FirstChild;
        // By hand and not by recursion: the depth is in the sender's hand.
        while (node is not null)
        {
            if (node is IText words)
            {
                text.Append(words.Data);
            }
            Gap(node, text);
            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node.NextSibling is null)
            {
                if (node.Parent is not { } parent || parent == root)
                {
                    return text.ToString();
                }
                node = parent;
                Gap(node, text);
            }
            node = node.NextSibling;
        }
        return text.ToString();
    }

    private static void Gap(INode node, StringBuilder text)
    {
        if (node is IElement element && !s_inline.Contains(element.LocalName))
        {
            text.Append(' ');
        }
    }

    private static string Collapsed(string text)
    {
        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = result.Length > 0;
            }
            else if (!IsInvisible(rune.Value))
            {
                if (gap)
                {
                    result.Append(' ');
                    gap = false;
                }
                result.Append(rune.ToString());
            }
        }
        return result.ToString();
    }

    /// <summary>Soft hyphen, zero-width space, byte order mark and the direction overrides; joiners stay, emoji need them.</summary>
    private static bool IsInvisible(int rune) =>
        rune is 0xAD or 0x200B or 0x200E or 0x200F or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
