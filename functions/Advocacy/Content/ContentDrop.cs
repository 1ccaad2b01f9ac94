namespace Advocacy.Content;

/// <summary>
/// The message that brings a post in, as it stands on the <c>content</c> queue: JSON in camel case, plain or base64. Only
/// <see cref="Url"/> is required.
/// </summary>
public sealed record ContentDrop
{
    /// <summary>The contract's version; 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Absolute http(s) URL, at most 2,048 characters.</summary>
    public required string Url { get; init; }

    /// <summary>
    /// Plain text or HTML (its tags are removed), 1 to 300 characters. Where it is left out the page is fetched, and what it says of itself
    /// fills in everything that the drop does not say.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>Plain text or HTML (its tags are removed), at most 20,000 characters; kept to its first 2,000.</summary>
    public string? Summary { get; init; }

    /// <summary>Absolute http(s) URL.</summary>
    public string? Image { get; init; }

    /// <summary>At most 10, each at most 50 characters.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>ISO 639-1; guessed from the words where it is left out.</summary>
    public string? Language { get; init; }

    /// <summary>At most 20.</summary>
    public IReadOnlyList<DroppedText>? ShareTexts { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True where sharing it is advertising.</summary>
    public bool Commercial { get; init; }

    /// <summary>The id of the FeedSource it was harvested from; left out by people.</summary>
    public string? SourceId { get; init; }
}

/// <param name="Text">1 to 3,000 characters of plain text.</param>
/// <param name="Language">ISO 639-1; the drop's where it is left out.</param>
/// <param name="Channel">For example <c>linkedin</c>; any where it is left out.</param>
public sealed record DroppedText(string Text, string? Language = null, string? Channel = null);
