using System.Globalization;
using Advocacy.Platform.Store;

namespace Advocacy.Digests;

/// <summary>One ISO week's digest run. The id is the week: <c>2026-W48</c>.</summary>
public sealed record Edition : Document
{
    public override string PartitionKey => Id;

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The edition that a local date belongs to.</summary>
    public static string IdOf(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}"
        );
    }

    /// <summary>The Monday on which an edition's week begins.</summary>
    /// <param name="editionId">As <see cref="IdOf"/> writes it.</param>
    public static DateOnly MondayOf(string editionId) =>
        DateOnly.FromDateTime(
            ISOWeek.ToDateTime(
                int.Parse(editionId.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture),
                int.Parse(editionId.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture),
                DayOfWeek.Monday
            )
        );

    /// <summary>The Monday of a local date's ISO week.</summary>
    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}

/// <summary>
/// How far the planner has come. Saved only after everything up to then is planned and on the queue, so that a failed run is
/// repeated and not skipped.
/// </summary>
public sealed record PlannerProgress : Document
{
    public const string ProgressId = "planner";

    public override string PartitionKey => Id;

    public required DateTimeOffset PlannedThrough { get; init; }

    /// <summary>
    /// The days off that it was planned with (<see cref="Holidays.ClosedDays.Signature"/>). Where others hold now, a digest may have moved to an hour that
    /// has passed: the week is gone through again.
    /// </summary>
    public string? DaysOff { get; init; }
}
