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
    private readonly (byte[] Literal, string? Tag)[] _pieces =
    [
        .. text.Pieces.Select(p => (Encode(p.Text), p.IsTag ? p.Text : null)),
    ];

    public void Write(IReadOnlyDictionary<string, string> values, IBufferWriter<byte> output)
    {
        foreach (var (literal, tag) in _pieces)
        {
            output.Write(tag is not null && values.TryGetValue(tag, out var value) ? Encode(value) : literal);
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
