using Advocacy.Platform.Store;

namespace Advocacy.Insights;

/// <summary>How far the roll-up came; the only one in <c>insights</c>.</summary>
public sealed record RollUpMark : Document
{
    public const string TheId = "rolled-up";

    public override string PartitionKey => Id;

    /// <summary>The ETag of the <see cref="Advocacy.Engagement.RecordingMark"/> as it was before the events were read.</summary>
    public required string Recorded { get; init; }

    public required DateTimeOffset At { get; init; }
}
