using Advocacy.Content.Feeds;

namespace Advocacy.Content.Sources;

/// <summary>What a feed would bring in if it were saved now.</summary>
public sealed record SourcePreview
{
    /// <summary>Where it is: the new address, where it moved for good.</summary>
    public required string Url { get; init; }

    /// <summary>Why nothing would come, in one sentence; <c>null</c> where it can be read.</summary>
    public string? Problem { get; init; }

    /// <summary>As the feed calls itself; <c>null</c> where it does not.</summary>
    public string? Title { get; init; }

    /// <summary>As the feed says it, two letters; <c>null</c> where it does not.</summary>
    public string? Language { get; init; }

    public FeedFormat Format { get; init; }

    /// <summary>The first of them, in the feed's order.</summary>
    public IReadOnlyList<PreviewedEntry> Entries { get; init; } = [];

    /// <summary>How many would come in all.</summary>
    public int Count { get; init; }

    /// <summary>Entries that cannot be used and what the reader passed over, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The source that is fetched there already.</summary>
    public FeedSource? Known { get; init; }
}

/// <param name="Title">Plain text.</param>
/// <param name="Url">Canonical.</param>
/// <param name="Picture">Absolute, http(s).</param>
/// <param name="IsKnown">The page is a post already.</param>
/// <param name="Texts">The source's share texts with the entry's words; empty where it has none.</param>
public sealed record PreviewedEntry(
    string Title,
    string Url,
    string Summary,
    DateTimeOffset? Published,
    string? Picture,
    bool IsKnown,
    IReadOnlyList<string> Texts
);
