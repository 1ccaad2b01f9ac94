using System.Buffers;
using System.Globalization;
using AngleSharp.Html;

namespace Advocacy.Content.Feeds.Markup;

/// <summary>
/// Character references. All of HTML's names are known everywhere, because feeds use them without declaring them; names
/// that a feed declares itself are never expanded, and what is no reference stays as it is written.
/// </summary>
internal static class MarkupText
{
    private const int LongestReference = 40;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    public static string Decode(ReadOnlySpan<char> raw)
    {
        raw = raw[..Math.Min(raw.Length, FeedLimits.FieldLength)];
        if (!raw.Contains('&'))
        {
            return raw.ToString();
        }

        using var buffer = new TextBuffer(FeedLimits.FieldLength);
        Append(raw, buffer);
        return buffer.Text.ToString();
    }

    public static void Append(ReadOnlySpan<char> raw, TextBuffer into)
    {
        Span<char> decoded = stackalloc char[2];
        while (!raw.IsEmpty)
        {
            var ampersand = raw.IndexOf('&');
            if (ampersand < 0)
            {
                into.Append(raw);
                return;
            }

            into.Append(raw[..ampersand]);
            raw = raw[ampersand..];

            // Escaped HTML is full of these three.
            if (raw is ['&', 'l' or 'g', 't', ';', ..])
            {
                into.Append(raw[1] == 'l' ? '<' : '>');
                raw = raw[4..];
                continue;
            }

            if (raw is ['&', 'a', 'm', 'p', ';', ..])
            {
                into.Append('&');
                raw = raw[5..];
                continue;
            }

            var used = Reference(raw, decoded, out var written);
            into.Append(used == 0 ? raw[..1] : decoded[..written]);
            raw = raw[Math.Max(used, 1)..];
        }
    }

    /// <summary>How many characters at the end of a text may be the first half of a reference.</summary>
    public static int Unfinished(ReadOnlySpan<char> raw)
    {
        var tail = raw[Math.Max(0, raw.Length - LongestReference)..];
        var ampersand = tail.LastIndexOf('&');
        return ampersand < 0 || tail[ampersand..].Contains(';') ? 0 : tail.Length - ampersand;
    }

    /// <param name="text">Begins with an ampersand.</param>
    /// <param name="decoded">Room for two characters.</param>
    /// <returns>The length of the reference; 0 where there is none.</returns>
    public static int Reference(ReadOnlySpan<char> text, Span<char> decoded, out int written)
    {
        written = 1;
        var semicolon = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
        if (semicolon < 2)
        {
            return 0;
        }

        var name = text[1..semicolon];
        if (name[0] == '#')
        {
            return Number(name[1..], decoded, out written) ? semicolon + 1 : 0;
        }

        var known = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u00A0',
            _ => '\0',
        };
        if (known != '\0')
        {
            decoded[0] = known;
            return semicolon + 1;
        }

        var symbol = name.ContainsAnyExcept(NameCharacters)
            ? null
            : HtmlEntityProvider.Resolver.GetSymbol(name.ToString() + ";");
        if (symbol is not { Length: 1 or 2 })
        {
            return 0;
        }

        symbol.CopyTo(decoded);
        written = symbol.Length;
        return semicolon + 1;
    }

    private static bool Number(ReadOnlySpan<char> digits, Span<char> decoded, out int written)
    {
        written = 0;
        var hex = digits is ['x' or 'X', ..];
        if (
            !int.TryParse(
                hex ? digits[1..] : digits,
                hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            return false;
        }

        if (code is >= 0x80 and <= 0x9F)
        {
            // Written by editors that thought in windows-1252: &#150; is a dash, as browsers show it.
            code = StrayByteFallback.Windows1252.GetString([(byte)code])[0];
        }

        var rune =
            System.Text.Rune.IsValid(code) && code != 0 ? new System.Text.Rune(code) : System.Text.Rune.ReplacementChar;
        written = rune.EncodeToUtf16(decoded);
        return true;
    }
}
