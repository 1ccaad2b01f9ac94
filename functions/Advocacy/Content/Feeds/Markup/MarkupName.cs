namespace Advocacy.Content.Feeds.Markup;

/// <summary>The name of an element.</summary>
internal sealed class MarkupName
{
    public MarkupName(ReadOnlySpan<char> written)
    {
        Written = written.ToString();
        Whole = Written.ToLowerInvariant();
        var colon = Whole.IndexOf(':', StringComparison.Ordinal);
        Prefix = colon < 0 ? "" : Whole[..colon];
        Local = colon < 0 ? Whole : Whole[(colon + 1)..];
    }

    public string Written { get; }

    /// <summary>In lower case, as the two parts of it are.</summary>
    public string Whole { get; }

    /// <summary>Empty for none.</summary>
    public string Prefix { get; }

    public string Local { get; }
}

/// <summary>A feed has a few names a thousand times: each is made once, as long as no other comes in its place.</summary>
internal sealed class MarkupNames
{
    private readonly MarkupName?[] _known = new MarkupName?[128];

    /// <param name="written">Not empty.</param>
    public MarkupName Of(ReadOnlySpan<char> written)
    {
        ref var known = ref _known[
            (written.Length + (written[0] * 3) + (written[^1] * 7) + (written[written.Length / 2] * 13))
                & (_known.Length - 1)
        ];
        return known is not null && written.SequenceEqual(known.Written) ? known : known = new MarkupName(written);
    }
}
