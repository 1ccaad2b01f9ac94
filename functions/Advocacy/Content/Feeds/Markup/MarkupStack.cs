namespace Advocacy.Content.Feeds.Markup;

/// <summary>The names of the open elements, outermost first, in lower case and side by side in one array.</summary>
internal sealed class MarkupStack
{
    private readonly int[] _starts = new int[FeedLimits.Depth + 1];
    private char[] _names = new char[1024];

    public int Count { get; private set; }

    /// <summary>Of the open element at this depth, 1 being the root.</summary>
    public ReadOnlySpan<char> this[int depth] => _names.AsSpan(_starts[depth - 1].._starts[depth]);

    public bool TryPush(ReadOnlySpan<char> name)
    {
        if (Count == FeedLimits.Depth)
        {
            return false;
        }

        var start = _starts[Count];
        if (start + name.Length > _names.Length)
        {
            Array.Resize(ref _names, Math.Max(_names.Length * 2, start + name.Length));
        }

        name.ToLowerInvariant(_names.AsSpan(start));
        Count++;
        _starts[Count] = start + name.Length;
        return true;
    }

    public void Pop() => Count--;

    /// <summary>The depth of the innermost open element of that name; 0 where there is none.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        for (var depth = Count; depth > 0; depth--)
        {
            if (name.Equals(this[depth], StringComparison.OrdinalIgnoreCase))
            {
                return depth;
            }
        }

        return 0;
    }

    /// <summary>Takes out everything between this depth and the innermost element, which now stands at that depth.</summary>
    public void Lift(int depth)
    {
        var name = this[Count].ToString();
        Count = depth - 1;
        TryPush(name);
    }
}
