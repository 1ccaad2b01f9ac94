namespace Advocacy.Content.Sources;

public enum FoundHow
{
    /// <summary>The address is a feed itself.</summary>
    Itself,

    /// <summary>The page names it.</summary>
    Named,

    /// <summary>The network keeps it there.</summary>
    KnownPlace,

    /// <summary>Nobody names it, but there it is.</summary>
    Tried,
}

/// <param name="Url">Absolute, http(s).</param>
/// <param name="Title">As the page or the feed calls it; <c>null</c> where neither says.</param>
public sealed record FoundFeed(string Url, string? Title, FoundHow How);

/// <summary>What a search for feeds found.</summary>
/// <param name="Feeds">The likeliest first.</param>
/// <param name="Problem">Why there are none, in one sentence; <c>null</c> where there are.</param>
public sealed record Discovery(IReadOnlyList<FoundFeed> Feeds, string? Problem);
