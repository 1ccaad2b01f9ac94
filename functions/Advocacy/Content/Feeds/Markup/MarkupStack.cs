namespace Advocacy.Content.Feeds.Markup;

/// <summary>The open elements, outermost first.</summary>
internal sealed class MarkupStack
{
    private readonly MarkupNames _names = new();
    private MarkupName[] _open = new MarkupName[16];

    public int Count { get; private set; }

    /// <summary>Of the open element at this depth, 1 being the root.</summary>
    public MarkupName this[int depth] => _open[depth - 1];

    public bool TryPush(ReadOnlySpan<char> name)
    {
        if (Count == FeedLimits.Depth)
        {
            return false;
        }

        if (Count == _open.Length)
        {
            Array.Resize(ref _open, _open.Length * 2);
        }

        _open[Count++] = _names.Of(name);
        return true;
    }

    public void Pop() => Count--;

    /// <summary>The depth of the innermost open element of that name; 0 where there is none.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        for (var depth = Count; depth > 0; depth--)
        {
            var open = this[depth].Whole;
            if (name.Length == open.Length && name.Equals(open, StringComparison.OrdinalIgnoreCase))
            {
                return depth;
            }
        }

        return 0;
    }

    /// <summary>Takes out everything between this depth and the innermost element, which now stands at that depth.</summary>
    public void Lift(int depth)
    {
        _open[depth - 1] = _open[Count - 1];
        Count = depth;
    }
}
