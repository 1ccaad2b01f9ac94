using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace Advocacy.Local.Tones;

/// <summary>
/// Lines of a UTF-8 stream, one after the other, however long the stream: its mark is dropped, CRLF ends a line as LF does. UTF-16 with its
/// mark is read too.
/// </summary>
internal static class TextLines
{
    /// <summary>A line is one text; a file without line ends is no list of texts.</summary>
    private const int LongestLine = 4_000_000;

    private static readonly UTF8Encoding s_strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <exception cref="InvalidDataException">The stream is in another encoding, or a line has no end; the message names the line.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(
        Stream stream,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        var utf16 = await Utf16Async(pipe, cancellationToken);
        if (utf16 is not null)
        {
            using var reader = new StreamReader(pipe.AsStream(), utf16);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                yield return line;
            }
            yield break;
        }
        for (var number = 1; ; )
        {
            var read = await pipe.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (Cut(ref rest) is { } line)
            {
                yield return Text(line, number++);
            }
            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                {
                    yield return Text(rest, number);
                }
                await pipe.CompleteAsync();
                yield break;
            }
            if (rest.Length > LongestLine)
            {
                throw new InvalidDataException(
                    $"Line {number} is longer than {LongestLine} bytes: it takes one text a line."
                );
            }
            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static ReadOnlySequence<byte>? Cut(ref ReadOnlySequence<byte> rest)
    {
        if (rest.PositionOf((byte)'\n') is not { } end)
        {
            return null;
        }
        var line = rest.Slice(0, end);
        rest = rest.Slice(rest.GetPosition(1, end));
        return line;
    }

    private static string Text(ReadOnlySequence<byte> line, int number)
    {
        try
        {
            var text = s_strict.GetString(line);
            return (number == 1 ? text.TrimStart('\ufeff') : text).TrimEnd('\r');
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"Line {number} is not UTF-8: save the file as UTF-8.", error);
        }
    }

    private static async Task<Encoding?> Utf16Async(PipeReader pipe, CancellationToken cancellationToken)
    {
        var read = await pipe.ReadAtLeastAsync(2, cancellationToken);
        var mark = read.Buffer.Slice(0, Math.Min(2, read.Buffer.Length)).ToArray();
        pipe.AdvanceTo(read.Buffer.Start);
        return mark switch
        {
            [0xFE, 0xFF] => Encoding.BigEndianUnicode,
            [0xFF, 0xFE] => Encoding.Unicode,
            _ => null,
        };
    }
}
