using Advocacy.Platform.Store;

namespace Advocacy.Programme.Goals;

/// <summary>What a goal counts. Each is a figure about everyone together.</summary>
public enum GoalMetric
{
    /// <summary>Per cent of those who get the digest who shared at least once in the period.</summary>
    Participation,

    /// <summary>Shares in the period.</summary>
    Shares,

    /// <summary>Clicks of the audience on shared links in the period, bots left out.</summary>
    AudienceClicks,

    /// <summary>People who have said yes to the digest, at the end of the period.</summary>
    Consents,

    /// <summary>Median minutes from the mail to the share: the fewer the better.</summary>
    MinutesToShare,
}

public enum GoalPeriod
{
    Month,
    Quarter,
    Year,
}

/// <summary>
/// What the company wants to reach: the dashboard shows the figure against it. One document for each metric in the <c>programme</c> container, id
/// <see cref="IdOf"/>; what held before stays in it, so that an old month is judged by its own target.
/// </summary>
public sealed record GoalTarget : Document
{
    public override string PartitionKey => Id;

    public required GoalMetric Metric { get; init; }

    /// <summary>Newest last; never empty. The last one holds.</summary>
    public required IReadOnlyList<TargetInForce> Targets { get; init; }

    public TargetInForce Current => Targets[^1];

    public static string IdOf(GoalMetric metric) => $"goal-{metric}";

    /// <summary>What held on a day; <c>null</c> before there was any, and while there was none.</summary>
    public TargetInForce? On(DateOnly day) =>
        Targets.LastOrDefault(one => one.Since <= day) is { Target: not null } target ? target : null;

    /// <summary>True for what is reached when the figure is at most the target.</summary>
    public static bool IsLessBetter(GoalMetric metric) => metric == GoalMetric.MinutesToShare;

    /// <summary>The greatest target that makes sense.</summary>
    public static int MostOf(GoalMetric metric) =>
        metric switch
        {
            GoalMetric.Participation => 100,
            GoalMetric.MinutesToShare => 7 * 24 * 60,
            _ => 100_000_000,
        };
}

/// <param name="Target">In the metric's unit; <c>null</c>: from that day on there is no target.</param>
/// <param name="Period">What the figure is summed over.</param>
/// <param name="Since">The first day on which it holds.</param>
public sealed record TargetInForce(int? Target, GoalPeriod Period, DateOnly Since);
