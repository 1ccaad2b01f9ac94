using Advocacy.Platform.Store;

namespace Advocacy.Insights;

/// <summary>
/// An aggregate that dashboards read, never about one person: a count of people below the smallest group is left out.
/// One per post; the id is <c>post-</c> and the post's.
/// </summary>
public sealed record Insight : Document
{
    public override string PartitionKey => Id;

    public static string IdOf(string postId) => $"post-{postId}";

    public required string PostId { get; init; }

    /// <summary>People whose digest offered it; <c>null</c> below the smallest group.</summary>
    public int? Delivered { get; init; }

    /// <summary>People who say that they shared it; <c>null</c> below the smallest group.</summary>
    public int? Shared { get; init; }

    /// <summary>People who say that it is not for them; <c>null</c> below the smallest group.</summary>
    public int? NotForMe { get; init; }

    /// <summary>Times its short links were followed by whoever saw a share; not about employees, so never left out.</summary>
    public int AudienceClicks { get; init; }

    /// <summary>When these figures were first found; they may have been found again since.</summary>
    public required DateTimeOffset RolledUpAt { get; init; }
}
