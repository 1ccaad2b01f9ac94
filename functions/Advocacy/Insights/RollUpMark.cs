using Advocacy.Engagement;
using Advocacy.Platform.Store;

namespace Advocacy.Insights;

/// <summary>How far the roll-up came; there is one.</summary>
public sealed record RollUpMark : Document
{
    public const string TheId = "rolled-up";

    public override string PartitionKey => Id;

    /// <summary>By day, the ETag of its <see cref="TouchedDay"/> as it was before the day's events were read.</summary>
    public required IReadOnlyDictionary<string, string> Days { get; init; }

    /// <summary>Weeks whose figures are shown as provisional.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>The newest version of the click rates that was known.</summary>
    public string? Rates { get; init; }

    public required DateTimeOffset At { get; init; }
}
