using System.Buffers;
using System.Text;

namespace Advocacy.Content.Feeds;

/// <summary>A feed's characters, decoded as they are asked for. The stream stays the caller's.</summary>
internal sealed class FeedText : IDisposable
{
    private readonly Stream _content;
    private readonly CancellationToken _cancellationToken;
    private readonly Decoder _decoder;
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _position;
    private int _end;
    private bool _finished;

    /// <exception cref="IOException">The stream failed.</exception>
    public FeedText(Stream content, string? charset, FeedWarnings warnings, CancellationToken cancellationToken)
    {
        (_content, _cancellationToken) = (content, cancellationToken);
        _end = content.ReadAtLeast(_bytes, _bytes.Length, throwOnEndOfStream: false);
        var head = _bytes.AsSpan(0, _end);
        var (encoding, mark) = FeedEncoding.Of(head, charset, warnings);
        _position = mark;
        _decoder = encoding.GetDecoder();

        // A copy of the decoder's work, because the first character decides who reads the rest.
        var opening = encoding is UnicodeEncoding or UTF32Encoding
            ? head[mark..]
            : head[mark..].TrimStart(" \t\r\n\f\0"u8);
        opening = opening[..Math.Min(opening.Length, 1024)];
        First = encoding.GetString(opening).AsSpan().TrimStart(" \t\r\n\0\uFEFF\u00A0") is [var first, ..]
            ? first
            : '\0';
    }

    /// <summary>The first character that is no white space; NUL where there is none.</summary>
    public char First { get; }

    /// <returns>The number of characters; 0 at the end.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="OperationCanceledException"/>
    public int Read(Span<char> into)
    {
        while (true)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_position == _end && !_finished)
            {
                _position = 0;
                _end = _content.Read(_bytes);
                _finished = _end == 0;
            }

            _decoder.Convert(
                _bytes.AsSpan(_position, _end - _position),
                into,
                flush: _finished,
                out var used,
                out var written,
                out _
            );
            _position += used;
            if (written > 0 || _finished)
            {
                return written;
            }
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
}
