using Advocacy.Platform.Store;

namespace Advocacy.Insights.Days;

/// <summary>
/// One day's events, summed. Internal: it holds counts below the smallest group, so no dashboard reads it. Kept longer than the events, which
/// is what makes figures of old weeks stay.
/// </summary>
public sealed record DaySummary : Document
{
    public override string PartitionKey => Id;

    /// <summary>UTC, for example <c>2026-11-24</c>.</summary>
    public required string Day { get; init; }

    /// <summary>Ordered by dimension and key.</summary>
    public required IReadOnlyList<DayCell> Cells { get; init; }

    /// <summary>People by whole minutes from the mail to their first share of the week, ordered.</summary>
    public IReadOnlyList<MinuteCount> MinutesToShare { get; init; } = [];

    public static string IdOf(string day) => $"day-{day}";
}

/// <param name="Dimension">By what it is split.</param>
/// <param name="Key">For example the unit.</param>
/// <param name="Counts">What happened.</param>
public sealed record DayCell(Dimension Dimension, string Key, Measures Counts);

/// <param name="Minutes">Whole minutes.</param>
/// <param name="Count">People.</param>
public sealed record MinuteCount(int Minutes, int Count);
