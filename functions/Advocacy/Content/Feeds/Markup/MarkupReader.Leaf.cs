namespace Advocacy.Content.Feeds.Markup;

internal sealed partial class MarkupReader
{
    private int _leaf;

    /// <summary>The line on which the last leaf began.</summary>
    public int LeafLine => _buffer.LineAt(_leaf);

    /// <summary>
    /// The content of the element that has just started, where it is one piece of text and its end follows: then that end is
    /// the current token. Most fields are like that, and this spares them the way over several tokens and a copy.
    /// </summary>
    /// <param name="text">As written; valid until the next read.</param>
    /// <param name="isLiteral">It is a CDATA section: there are no character references in it.</param>
    public bool TryLeaf(out ReadOnlySpan<char> text, out bool isLiteral)
    {
        text = default;
        isLiteral = false;
        if (Kind != MarkupKind.Start || _again || _pendingEnds > 0)
        {
            return false;
        }

        var unread = _buffer.Unread;
        isLiteral = unread.StartsWith(CDataStart);
        var before = isLiteral ? CDataStart.Length : 0;
        var length = isLiteral ? unread[before..].IndexOf("]]>") : unread.IndexOf('<');
        if (length < 0)
        {
            return false;
        }

        var after = before + length + (isLiteral ? "]]>".Length : 0);
        var name = _open[Depth].Written;
        var end = unread[after..];
        if (end.Length < name.Length + 3 || end[1] != '/' || end[name.Length + 2] != '>' || !end[2..].StartsWith(name))
        {
            return false;
        }

        text = unread.Slice(before, length);
        _leaf = _raw.Start;
        _buffer.Advance(after);
        return End(name.Length + 3);
    }
}
