using Advocacy.Digests;
using Advocacy.Insights.Weeks;
using Advocacy.Platform.Store;
using Advocacy.Programme.Goals;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Dashboard;

/// <summary>
/// The company's goals against what came of them. A period is made of whole weeks, those whose Thursday falls in it: then its figures are sums of weeks that
/// are shown anyway, and nothing can be had by subtracting them.
/// </summary>
public sealed class GoalProgress(IDocumentStore store, GoalTargets targets, IOptions<InsightOptions> options)
{
    /// <param name="week">The last week that counts, for example <c>2026-W48</c>.</param>
    public async Task<IReadOnlyList<GoalFigure>> ReadAsync(string week, CancellationToken cancellationToken = default)
    {
        var thursday = Edition.MondayOf(week).AddDays(3);
        var figures = new List<GoalFigure>();
        foreach (var goal in await targets.AllAsync(cancellationToken))
        {
            // As of the end of the week, and of the period where that is over.
            if (goal.On(thursday.AddDays(3)) is { Target: { } target } inForce)
            {
                var (from, through) = Bounds(inForce.Period, thursday);
                var actual = await ActualAsync(goal.Metric, WeeksOf(from, thursday), cancellationToken);
                figures.Add(new GoalFigure(goal.Metric, inForce.Period, from, through, target, actual));
            }
        }
        return figures;
    }

    private static (DateOnly From, DateOnly Through) Bounds(GoalPeriod period, DateOnly day)
    {
        var (first, months) = period switch
        {
            GoalPeriod.Month => (day.Month, 1),
            GoalPeriod.Quarter => (((day.Month - 1) / 3 * 3) + 1, 3),
            _ => (1, 12),
        };
        var from = new DateOnly(day.Year, first, 1);
        return (from, from.AddMonths(months).AddDays(-1));
    }

    /// <summary>The weeks from the period's first Thursday on.</summary>
    private static List<string> WeeksOf(DateOnly from, DateOnly thursday)
    {
        var weeks = new List<string>();
        for (var day = thursday; day >= from; day = day.AddDays(-7))
        {
            weeks.Add(Edition.IdOf(day));
        }
        return weeks;
    }

    private async Task<decimal?> ActualAsync(GoalMetric metric, List<string> weeks, CancellationToken cancellationToken)
    {
        var shown = await AllAsync<WeekInsight>(Containers.Insights, weeks, WeekInsight.IdOf, cancellationToken);
        if (metric == GoalMetric.MinutesToShare)
        {
            // The same person comes back in every week, so only weeks count that stand on enough people by themselves.
            var large = shown.Where(one => one.MinutesToShare is not null).Select(one => one.Week);
            var sums = await AllAsync<WeekSummary>(Containers.Editions, large, WeekSummary.IdOf, cancellationToken);
            return MinutesToShare.Of(sums.SelectMany(one => one.MinutesToShare), options.Value.SmallestGroup).Median;
        }
        return metric switch
        {
            GoalMetric.Participation => ParticipationOf(shown),
            GoalMetric.Shares => PostInsights.Sum(shown, one => one.Shared),
            GoalMetric.AudienceClicks => shown.Sum(one => one.Clicks),
            _ => shown.MaxBy(one => one.WeekStart)?.DigestEmailYes,
        };
    }

    private static decimal? ParticipationOf(IEnumerable<WeekInsight> weeks)
    {
        var known = weeks.Where(one => one.Participation is not null).ToList();
        return known.Count == 0
            ? null
            : Math.Round(100m * known.Sum(one => one.Sharers!.Value) / known.Sum(one => one.Digests!.Value), 1);
    }

    private async Task<IReadOnlyList<T>> AllAsync<T>(
        Container container,
        IEnumerable<string> weeks,
        Func<string, string> idOf,
        CancellationToken cancellationToken
    )
        where T : Document
    {
        var found = await Task.WhenAll(
            weeks.Select(idOf).Select(id => store.ReadAsync<T>(container, id, id, cancellationToken))
        );
        return [.. found.OfType<Stored<T>>().Select(stored => stored.Value)];
    }
}
