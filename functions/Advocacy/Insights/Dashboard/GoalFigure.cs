using Advocacy.Programme.Goals;

namespace Advocacy.Insights.Dashboard;

/// <summary>A goal and how far it is reached in the period that the week falls in.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Period">What it is summed over: the whole ISO weeks whose Thursday falls in the period.</param>
/// <param name="From">The period's first day.</param>
/// <param name="Through">Its last day.</param>
/// <param name="Target">In the metric's unit.</param>
/// <param name="Actual">
/// So far, through the week that the page is about; <c>null</c> where no figure may be shown. Participation is the average of the weeks: all who shared of all
/// who got a digest.
/// </param>
public sealed record GoalFigure(
    GoalMetric Metric,
    GoalPeriod Period,
    DateOnly From,
    DateOnly Through,
    int Target,
    decimal? Actual
)
{
    /// <summary><c>null</c> where there is no figure.</summary>
    public bool? IsReached =>
        Actual is null ? null
        : GoalTarget.IsLessBetter(Metric) ? Actual <= Target
        : Actual >= Target;
}
