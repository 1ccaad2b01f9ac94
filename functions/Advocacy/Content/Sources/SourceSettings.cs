namespace Advocacy.Content.Sources;

/// <summary>What the comms team says of a feed.</summary>
public sealed record SourceSettings
{
    /// <summary>For people, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <inheritdoc cref="FeedSource.Topics"/>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <inheritdoc cref="FeedSource.Language"/>
    public string? Language { get; init; }

    /// <inheritdoc cref="FeedSource.ReviewFirst"/>
    public bool ReviewFirst { get; init; }

    /// <inheritdoc cref="FeedSource.ShareTexts"/>
    public IReadOnlyList<DroppedText> ShareTexts { get; init; } = [];

    public static SourceSettings Of(FeedSource source) =>
        new()
        {
            Name = source.Name,
            Topics = source.Topics,
            Language = source.Language,
            ReviewFirst = source.ReviewFirst,
            ShareTexts = source.ShareTexts,
        };

    public FeedSource On(FeedSource source) =>
        source with
        {
            Name = Name,
            Topics = Topics,
            Language = Language,
            ReviewFirst = ReviewFirst,
            ShareTexts = ShareTexts,
        };
}
