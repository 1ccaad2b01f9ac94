using System.Buffers;

namespace Advocacy.Content.Feeds.Markup;

/// <summary>
/// A window on a text that is read once, from front to back. It grows only while one token does not fit, and never beyond
/// <see cref="FeedLimits.TokenLength"/>. Positions are indexes into the window: any <see cref="Fill"/> makes them void.
/// </summary>
internal sealed class MarkupBuffer(FeedText text) : IDisposable
{
    // A decoder throws where not even its next character, or what stands in for it, has room.
    private const int LeastRoom = 16;

    private char[] _chars = ArrayPool<char>.Shared.Rent(32 * 1024);
    private int _end;
    private bool _finished;
    private int _line = 1;
    private int _counted;

    public int Position { get; private set; }

    public ReadOnlySpan<char> Unread => _chars.AsSpan(Position, _end - Position);

    public ReadOnlySpan<char> Slice(int start, int length) => _chars.AsSpan(start, length);

    public void Advance(int count) => Position += count;

    /// <summary>The 1-based line of a position that has not been shifted out.</summary>
    public int LineAt(int position)
    {
        if (position < _counted)
        {
            return _line - _chars.AsSpan(position, _counted - position).Count('\n');
        }

        _line += _chars.AsSpan(_counted, position - _counted).Count('\n');
        _counted = position;
        return _line;
    }

    /// <summary>Makes <see cref="Unread"/> longer. <c>false</c> when the text is at its end or the window at its limit.</summary>
    public bool Fill()
    {
        if (_finished)
        {
            return false;
        }

        var kept = _end - Position;
        _ = LineAt(Position);
        var into = _chars;
        if (kept > _chars.Length / 2)
        {
            if (kept >= FeedLimits.TokenLength)
            {
                return false;
            }

            into = ArrayPool<char>.Shared.Rent(_chars.Length * 2);
        }

        _chars.AsSpan(Position, kept).CopyTo(into);
        if (into != _chars)
        {
            ArrayPool<char>.Shared.Return(_chars);
            _chars = into;
        }

        (Position, _counted, _end) = (0, 0, kept);

        // Until it is full: scanning a long token again for every few characters that trickle in would be quadratic.
        while (_chars.Length - _end >= LeastRoom && !_finished)
        {
            var read = text.Read(_chars.AsSpan(_end));
            _finished = read == 0;
            _end += read;
        }

        return _end > kept;
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_chars);
}
