using Advocacy.Platform.Store;

namespace Advocacy.Engagement;

/// <summary>
/// The one document in <c>insights</c> that is written after each message of events: its ETag tells the roll-up whether any event
/// was recorded since it looked. No clock decides, so a late event cannot fall between two runs.
/// </summary>
public sealed record RecordingMark : Document
{
    public const string TheId = "recorded";

    public override string PartitionKey => Id;

    public required DateTimeOffset At { get; init; }
}
