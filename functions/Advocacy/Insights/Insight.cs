using Advocacy.Platform.Store;

namespace Advocacy.Insights;

/// <summary>
/// What one post brought in all its weeks, for dashboards: the sum of what may be shown of each week (<see cref="GroupInsight"/>), so that nothing is
/// learned from it that the weeks do not tell. One per post; the id is <c>post-</c> and the post's.
/// </summary>
public sealed record Insight : Document
{
    public override string PartitionKey => Id;

    public static string IdOf(string postId) => $"post-{postId}";

    public required string PostId { get; init; }

    /// <summary>As it was when something first came of the post; <c>null</c> where the post was gone by then.</summary>
    public string? Title { get; init; }

    /// <inheritdoc cref="Title"/>
    public string? Url { get; init; }

    /// <summary>ISO 639-1; <c>null</c> where the post was gone.</summary>
    public string? Language { get; init; }

    /// <summary>Times it was offered to somebody, in mails that did not come back; <c>null</c> where no week of it may be shown.</summary>
    public int? Delivered { get; init; }

    /// <summary>Times people say that they shared it; <c>null</c> where no week of it may be shown.</summary>
    public int? Shared { get; init; }

    /// <summary>Times somebody said that it is not for them; <c>null</c> where no week of it may be shown.</summary>
    public int? NotForMe { get; init; }

    /// <summary>Times its short links were followed by whoever saw a share; not about employees, so never left out.</summary>
    public int AudienceClicks { get; init; }

    /// <summary>Of the clicks, at each week's own rates; <c>null</c> where none are set.</summary>
    public decimal? Emv { get; init; }

    public string? Currency { get; init; }

    public int Conversions { get; init; }

    public decimal ConversionValue { get; init; }

    /// <summary>True where a week that still goes on is in it, see <see cref="InsightFigures.Provisional"/>.</summary>
    public bool Provisional { get; init; }

    /// <summary>When these figures were first found; they may have been found again since.</summary>
    public required DateTimeOffset RolledUpAt { get; init; }
}
