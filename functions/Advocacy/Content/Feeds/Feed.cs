namespace Advocacy.Content.Feeds;

public enum FeedFormat
{
    /// <summary>Beyond reading: no entries, and a warning that says why.</summary>
    Unknown,
    Rss,

    /// <summary>RSS 1.0 and 0.90: RDF.</summary>
    Rdf,
    Atom,
    JsonFeed,
}

/// <summary>What could be read of a feed.</summary>
/// <param name="Format">The family.</param>
/// <param name="Version">As the feed says it, for example <c>2.0</c>; <c>null</c> where it does not.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Language">As the feed says it, for example <c>da-DK</c>.</param>
/// <param name="Entries">In the feed's order.</param>
/// <param name="Warnings">What was wrong or passed over, in the order it was met.</param>
public sealed record Feed(
    FeedFormat Format,
    string? Version,
    string? Title,
    string? Language,
    IReadOnlyList<FeedEntry> Entries,
    IReadOnlyList<FeedWarning> Warnings
);

/// <summary>One entry. Everything is optional, because everything is missing somewhere.</summary>
public sealed record FeedEntry
{
    /// <summary>guid, atom:id, rdf:about or JSON Feed's id, as it stands; a relative one is resolved by xml:base where there is one.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text: tags removed, entities decoded, white space collapsed.</summary>
    public string? Title { get; init; }

    /// <summary>Absolute where a base was known.</summary>
    public string? Link { get; init; }

    public DateTimeOffset? Published { get; init; }
    public string? Author { get; init; }

    /// <summary>The summary, else the content: HTML, not yet sanitised. What the feed has as plain text is escaped.</summary>
    public string? Summary { get; init; }

    /// <summary>Absolute URL of a picture.</summary>
    public string? Image { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The line in the feed on which the entry begins, 1-based; 0 where not known.</summary>
    public int Line { get; init; }
}

/// <param name="Line">1-based; 0 for the feed as a whole.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record FeedWarning(int Line, string Message);
