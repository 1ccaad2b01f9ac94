using Advocacy.Insights.Days;
using Advocacy.Platform.Store;

namespace Advocacy.Insights.Weeks;

/// <summary>What came of one post, week by week, so that its total is exact without reading every week. Internal.</summary>
public sealed record PostLife : Document
{
    public override string PartitionKey => Id;

    public required string PostId { get; init; }

    /// <summary>By week.</summary>
    public required IReadOnlyDictionary<string, Measures> Weeks { get; init; }

    public static string IdOf(string postId) => $"life-{postId}";

    public Measures Total() => Weeks.Values.Aggregate(Measures.None, (sum, week) => sum + week);
}
