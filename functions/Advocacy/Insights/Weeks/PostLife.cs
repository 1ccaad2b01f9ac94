using Advocacy.Platform.Store;

namespace Advocacy.Insights.Weeks;

/// <summary>What is shown of one post, week by week, so that its total is exact without reading every week.</summary>
public sealed record PostLife : Document
{
    public override string PartitionKey => Id;

    public required string PostId { get; init; }

    /// <summary>Its rows by week.</summary>
    public required IReadOnlyDictionary<string, GroupInsight> Weeks { get; init; }

    public static string IdOf(string postId) => $"life-{postId}";
}
