namespace Advocacy.Content.Feeds.Markup;

/// <summary>The names of the open elements, outermost first, in lower case and side by side in one array.</summary>
internal sealed class MarkupStack
{
    private readonly int[] _starts = new int[FeedLimits.Depth + 1];
    private readonly int[] _locals = new int[FeedLimits.Depth];
    private char[] _names = new char[1024];

    public int Count { get; private set; }

    /// <summary>Of the open element at this depth, 1 being the root.</summary>
    public ReadOnlySpan<char> this[int depth] => _names.AsSpan(_starts[depth - 1].._starts[depth]);

    /// <summary>The name at this depth without its prefix.</summary>
    public ReadOnlySpan<char> Local(int depth) => _names.AsSpan(_locals[depth - 1].._starts[depth]);

    /// <summary>The prefix of the name at this depth; empty for none.</summary>
    public ReadOnlySpan<char> Prefix(int depth) =>
        _names.AsSpan(_starts[depth - 1], Math.Max(0, _locals[depth - 1] - _starts[depth - 1] - 1));

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

        var lower = _names.AsSpan(start, name.Length);
        _locals[Count] = start;
        for (var i = 0; i < name.Length; i++)
        {
            lower[i] = char.IsAscii(name[i])
                ? (char)(name[i] | (char.IsAsciiLetterUpper(name[i]) ? 0x20 : 0))
                : char.ToLowerInvariant(name[i]);
            if (name[i] == ':' && _locals[Count] == start)
            {
                _locals[Count] = start + i + 1;
            }
        }

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
            var open = this[depth];
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
        var name = this[Count].ToString();
        Count = depth - 1;
        TryPush(name);
    }
}
