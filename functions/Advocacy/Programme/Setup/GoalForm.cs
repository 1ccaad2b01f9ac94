using Advocacy.Programme.Goals;

namespace Advocacy.Programme.Setup;

/// <summary>The form of the goals: for each metric a number, which may be left out, and a period.</summary>
internal static class GoalForm
{
    /// <summary>What the form asks for, with what to begin with where there is no goal yet.</summary>
    public static readonly IReadOnlyList<(GoalMetric Metric, int Start, GoalPeriod Period)> Asked =
    [
        (GoalMetric.Participation, 25, GoalPeriod.Month),
        (GoalMetric.Shares, 50, GoalPeriod.Month),
        (GoalMetric.AudienceClicks, 500, GoalPeriod.Month),
        (GoalMetric.Consents, 100, GoalPeriod.Quarter),
    ];

    /// <summary>Minutes from the mail to the share to begin with: a day.</summary>
    public const int StartMinutes = 24 * 60;

    public static IReadOnlyList<(GoalMetric Metric, int? Target, GoalPeriod Period)> Read(FormReader form) =>
        [
            .. Asked.Select(asked =>
                (
                    asked.Metric,
                    form.Number($"target-{asked.Metric}", 1, GoalTarget.MostOf(asked.Metric)),
                    form.Choice<GoalPeriod>($"period-{asked.Metric}")
                )
            ),
        ];

    public static (GoalMetric Metric, int? Target, GoalPeriod Period) ReadEase(FormReader form) =>
        (
            GoalMetric.MinutesToShare,
            form.Number("minutes", 1, GoalTarget.MostOf(GoalMetric.MinutesToShare)),
            GoalPeriod.Month
        );
}
