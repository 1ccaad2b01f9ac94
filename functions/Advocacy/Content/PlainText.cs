using System.Globalization;
using System.Text;
using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Content;

/// <summary>HTML or text from outside as one line of plain text.</summary>
public static class PlainText
{
    /// <summary>Characters of HTML that are looked at; what follows is left out. Our own limits lie far below.</summary>
    public const int MostHtml = 100_000;

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
        using var text = new TextBuffer(MostHtml);
        HtmlText.Append(htmlOrText, text);
        return Collapsed(text.Text);
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

    private static string Collapsed(ReadOnlySpan<char> text)
    {
        using var line = new TextBuffer(MostHtml);
        Span<char> written = stackalloc char[2];
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = !line.Text.IsEmpty;
            }
            else if (!IsInvisible(rune.Value))
            {
                if (gap)
                {
                    line.Append(' ');
                    gap = false;
                }
                line.Append(written[..rune.EncodeToUtf16(written)]);
            }
        }
        return line.Text.ToString();
    }

    /// <summary>Soft hyphen, zero-width space, byte order mark and the direction overrides; joiners stay, emoji need them.</summary>
    private static bool IsInvisible(int rune) =>
        rune is 0xAD or 0x200B or 0x200E or 0x200F or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
