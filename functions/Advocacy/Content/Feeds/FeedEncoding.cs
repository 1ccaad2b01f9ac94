using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Advocacy.Content.Feeds;

/// <summary>
/// Decides how a feed's bytes become characters: byte order mark, then what HTTP said, then the XML declaration, then
/// UTF-8, each checked against the bytes, because the first three are often wrong.
/// </summary>
internal static partial class FeedEncoding
{
    /// <param name="head">The first bytes; as many as are at hand, some kilobytes at least.</param>
    /// <param name="charset">The charset parameter of Content-Type, or <c>null</c>.</param>
    /// <returns>The encoding, and how many bytes of byte order mark to pass over.</returns>
    public static (Encoding Encoding, int Mark) Of(ReadOnlySpan<byte> head, string? charset, FeedWarnings warnings)
    {
        if (ByMark(head) is { } marked)
        {
            return marked;
        }

        if (ByZeros(head) is { } wide)
        {
            return (wide, 0);
        }

        // 4C 6F A7 94 is "<?xm" in EBCDIC: old mainframes do publish feeds.
        var ebcdic = head.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x6F, 0xA7, 0x94]);
        var opening = head[..Math.Min(head.Length, 4096)];
        var declared = Declaration()
            .Match(ebcdic ? EncodingNames.Find("ibm037")!.GetString(opening) : Encoding.Latin1.GetString(opening))
            .Groups["name"]
            .Value;
        if (ebcdic)
        {
            return (EncodingNames.Find(declared) ?? EncodingNames.Find("ibm037")!, 0);
        }

        return (Choose(head, charset?.Trim(' ', '"', '\''), declared, warnings), 0);
    }

    private static Encoding Choose(ReadOnlySpan<byte> head, string? charset, string declared, FeedWarnings warnings)
    {
        var isUtf8 = Utf8.IsValid(WholeCharacters(head));
        var isAscii = !head.ContainsAnyExceptInRange((byte)0, (byte)0x7F);
        foreach (var name in (string?[])[charset, declared])
        {
            if (string.IsNullOrEmpty(name))
            {
                continue;
            }

            var encoding = EncodingNames.Find(name);
            if (encoding is null)
            {
                warnings.AddOnce(1, $"the encoding \"{Shorten(name)}\" is unknown");
            }
            else if (encoding.CodePage is 65001 or 20127)
            {
                if (isUtf8)
                {
                    break;
                }
            }
            else if (!IsAsciiBased(encoding) || (isUtf8 && !isAscii && encoding.IsSingleByte))
            {
                // Bytes that mean something else do not look like UTF-8 by accident, nor wide characters like ASCII.
                warnings.AddOnce(1, $"the feed is said to be {Shorten(name)}, but its bytes are UTF-8");
            }
            else
            {
                return encoding;
            }
        }

        return NewUtf8(warnings);
    }

    private static (Encoding, int)? ByMark(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (NewUtf8(null), 3),
            [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
            [0x00, 0x00, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    private static Encoding? ByZeros(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0, 0, 0, not 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
            [not 0, 0, 0, 0, ..] => Encoding.UTF32,
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            _ => null,
        };

    /// <summary>UTF-8, in which a byte that cannot be is read as windows-1252: that is what it nearly always was.</summary>
    private static Encoding NewUtf8(FeedWarnings? warnings) =>
        Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, new StrayByteFallback(warnings));

    private static bool IsAsciiBased(Encoding encoding) =>
        encoding.GetByteCount("<?") == 2 && encoding.GetBytes("<")[0] == '<';

    /// <summary>Without the character that the end of the span may cut in two.</summary>
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                return bytes[..^back];
            }

            if (b < 0x80)
            {
                break;
            }
        }

        return bytes;
    }

    private static string Shorten(string name) => name.Length > 40 ? name[..40] : name;

    [GeneratedRegex(
        """<\?xml[^>]{0,200}?encoding\s*=\s*["']?(?<name>[A-Za-z0-9._:-]{1,40})""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Declaration();
}
