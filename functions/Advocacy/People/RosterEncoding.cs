using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Advocacy.People;

/// <summary>
/// Reads a roster's bytes as text: UTF-8 or UTF-16, with or without a byte-order mark. A byte that cannot be UTF-8 is read as
/// Windows-1252, one by one, so that an old spreadsheet's export needs no second pass over a stream that may not allow one.
/// </summary>
internal static class RosterEncoding
{
    /// <param name="legacy">Told once for every byte that was read as Windows-1252.</param>
    public static async Task<StreamReader> OpenAsync(Stream stream, Action legacy, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        var start = await pipe.ReadAtLeastAsync(4, cancellationToken);
        var encoding = Guess(start.Buffer.Slice(0, Math.Min(4, start.Buffer.Length)).ToArray()) ?? Utf8(legacy);
        pipe.AdvanceTo(start.Buffer.Start);
        return new StreamReader(pipe.AsStream(), encoding, detectEncodingFromByteOrderMarks: false);
    }

    private static Encoding? Guess(byte[] start) =>
        start switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            // A header begins with ASCII letters, whose other half is zero.
            [not 0, 0, not 0, 0] => Encoding.Unicode,
            [0, not 0, 0, not 0] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static Encoding Utf8(Action legacy) =>
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252(legacy));

    private sealed class Windows1252(Action legacy) : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(legacy);

        private sealed class Buffer(Action legacy) : DecoderFallbackBuffer
        {
            // 0x80 to 0x9F, where Windows-1252 leaves Latin-1; the five that it leaves open stay control characters.
            private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

            private byte[] _bytes = [];
            private int _next;

            public override int Remaining => _bytes.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                legacy();
                _bytes = bytesUnknown;
                _next = 0;
                return true;
            }

            public override char GetNextChar()
            {
                if (Remaining <= 0)
                {
                    return '\0';
                }
                var value = _bytes[_next++];
                return value is >= 0x80 and < 0xA0 ? Upper[value - 0x80] : (char)value;
            }

            public override bool MovePrevious()
            {
                if (_next == 0)
                {
                    return false;
                }
                _next--;
                return true;
            }

            public override void Reset()
            {
                _bytes = [];
                _next = 0;
            }
        }
    }
}
