using System.Buffers;
using System.Text;

namespace Advocacy.Platform.Mail;

/// <summary>
/// Quoted-printable (RFC 2045, 6.7) of one piece of a text. Each is encoded on its own and ends in a soft line break, which decodes to
/// nothing; so pieces can stand beside each other in any order, and nothing is encoded twice.
/// </summary>
internal static class QuotedPrintable
{
    // RFC 2045 allows 76 with the "=" of the soft break.
    private const int LongestLine = 72;

    // What may stand as it is within a line.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!\"#$%&'()*+,-./:;<>?@[\\]^_`{|}~ "u8
    );

    public static byte[] Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        // Three bytes for each at most, and a soft break for each line of 72.
        var to = ArrayPool<byte>.Shared.Rent(bytes.Length * 3 + (bytes.Length * 3 / (LongestLine - 2) + 2) * 3);
        var encoded = to[..Encode(bytes, to)];
        ArrayPool<byte>.Shared.Return(to);
        return encoded;
    }

    /// <returns>How many bytes were written.</returns>
    private static int Encode(ReadOnlySpan<byte> bytes, Span<byte> to)
    {
        var at = 0;
        var line = 0;
        while (bytes.Length > 0)
        {
            var run = bytes[..Math.Min(bytes.Length, LongestLine - line)];
            var plain = run.IndexOfAnyExcept(Plain);
            plain = plain < 0 ? run.Length : plain;
            if (plain > 0 && plain < bytes.Length && bytes[plain] == '\n' && bytes[plain - 1] == ' ')
            {
                // White space must not end a line.
                plain--;
            }
            run[..plain].CopyTo(to[at..]);
            at += plain;
            line += plain;
            bytes = bytes[plain..];
            if (line > LongestLine - 3 && bytes is not [(byte)'\n', ..])
            {
                (at, line) = (Put(to, at, "=\r\n"u8), 0);
            }
            if (bytes.Length == 0 || Plain.Contains(bytes[0]) && bytes is not [(byte)' ', (byte)'\n', ..])
            {
                continue;
            }
            if (bytes[0] == '\n')
            {
                (at, line) = (Put(to, at, "\r\n"u8), 0);
            }
            else
            {
                to[at++] = (byte)'=';
                to[at++] = Hex(bytes[0] >> 4);
                to[at++] = Hex(bytes[0] & 15);
                line += 3;
            }
            bytes = bytes[1..];
        }
        return Put(to, at, "=\r\n"u8);
    }

    private static int Put(Span<byte> to, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to[at..]);
        return at + bytes.Length;
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
