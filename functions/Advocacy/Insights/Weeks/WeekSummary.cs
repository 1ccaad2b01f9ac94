using System.Globalization;
using Advocacy.Insights.Days;
using Advocacy.Platform.Store;

namespace Advocacy.Insights.Weeks;

/// <summary>The seven days of an ISO week (UTC), added up. Internal, as <see cref="DaySummary"/> is.</summary>
public sealed record WeekSummary : Document
{
    public override string PartitionKey => Id;

    /// <summary>For example <c>2026-W48</c>.</summary>
    public required string Week { get; init; }

    /// <inheritdoc cref="DaySummary.Cells"/>
    public required IReadOnlyList<DayCell> Cells { get; init; }

    /// <inheritdoc cref="DaySummary.MinutesToShare"/>
    public IReadOnlyList<MinuteCount> MinutesToShare { get; init; } = [];

    public static string IdOf(string week) => $"week-{week}";

    /// <summary>The week that a day of <see cref="DaySummary.Day"/>'s form falls in.</summary>
    public static string Of(string day) => Digests.Edition.IdOf(DayOf(day));

    /// <summary>The seven days of a week, Monday first.</summary>
    public static IEnumerable<string> DaysOf(string week)
    {
        var monday = Digests.Edition.MondayOf(week);
        return Enumerable
            .Range(0, 7)
            .Select(i => monday.AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>The sum of days in any order.</summary>
    public static WeekSummary Sum(string week, IReadOnlyCollection<DaySummary> days, int? ttl) =>
        new()
        {
            Id = IdOf(week),
            Week = week,
            Ttl = ttl,
            Cells =
            [
                .. days.SelectMany(day => day.Cells)
                    .GroupBy(cell => (cell.Dimension, cell.Key))
                    .OrderBy(cells => cells.Key.Dimension)
                    .ThenBy(cells => cells.Key.Key, StringComparer.Ordinal)
                    .Select(cells => new DayCell(
                        cells.Key.Dimension,
                        cells.Key.Key,
                        cells.Aggregate(Measures.None, (sum, cell) => sum + cell.Counts)
                    )),
            ],
            MinutesToShare =
            [
                .. days.SelectMany(day => day.MinutesToShare)
                    .GroupBy(count => count.Minutes)
                    .OrderBy(counts => counts.Key)
                    .Select(counts => new MinuteCount(counts.Key, counts.Sum(count => count.Count))),
            ],
        };

    private static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
