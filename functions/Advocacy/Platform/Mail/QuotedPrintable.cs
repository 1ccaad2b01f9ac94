using System.Buffers;
using System.Text;
using MimeKit.Encodings;

namespace Advocacy.Platform.Mail;

/// <summary>
/// A text in quoted-printable (RFC 2045, 6.7), encoded once per batch. Its literals are encoded each on its own and end in a soft
/// line break, which decodes to nothing; so values can stand between them, encoded the same way, and nothing is encoded twice.
/// </summary>
internal sealed class QuotedPrintable(TaggedText text)
{
    // RFC 2045 allows 76 with the "=" of the soft break.
    private const int LongestLine = 72;

    // What may stand as it is anywhere in a line: not "=", and no white space, which must not end a line.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!\"#$%&'()*+,-./:;<>?@[\\]^_`{|}~"
    );

    private readonly (byte[] Literal, string? Tag)[] _pieces =
    [
        .. text.Pieces.Select(p => (Encode(p.Text), p.IsTag ? p.Text : null)),
    ];

    public void Write(IReadOnlyDictionary<string, string> values, IBufferWriter<byte> output)
    {
        foreach (var (literal, tag) in _pieces)
        {
            if (tag is null || !values.TryGetValue(tag, out var value))
            {
                output.Write(literal);
            }
            else if (value.AsSpan().ContainsAnyExcept(Plain))
            {
                output.Write(Encode(value));
            }
            else
            {
                WritePlain(value, output);
            }
        }
    }

    // Links and most names need no encoding, only line breaks: this is most of what a recipient costs.
    private static void WritePlain(ReadOnlySpan<char> value, IBufferWriter<byte> output)
    {
        while (value.Length > 0)
        {
            var line = value[..Math.Min(value.Length, LongestLine)];
            Encoding.ASCII.GetBytes(line, output);
            output.Write("=\r\n"u8);
            value = value[line.Length..];
        }
    }

    private static byte[] Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var encoder = new QuotedPrintableEncoder();
        var encoded = new byte[encoder.EstimateOutputLength(bytes.Length) + 8];
        var length = encoder.Flush(bytes, 0, bytes.Length, encoded);

        // The encoder breaks lines by LF alone; a CR of the text itself is "=0D" by now.
        var lines = encoded.AsSpan(0, length).Count((byte)'\n');
        var result = new byte[length + lines];
        var to = 0;
        foreach (var b in encoded.AsSpan(0, length))
        {
            if (b == '\n')
            {
                result[to++] = (byte)'\r';
            }
            result[to++] = b;
        }
        return result;
    }
}
