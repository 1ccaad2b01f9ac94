using Advocacy.Insights.Days;
using Advocacy.Insights.Weeks;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights;

/// <summary>
/// Turns events into figures. Exact: a day is summed from its events alone, a week from its days, and each is written whole, so that a run that
/// dies is repeated with the same outcome. Incremental: only days of which something was recorded since are read.
/// </summary>
public sealed class InsightRollUp(
    IDocumentStore store,
    DaySummaries days,
    PostInsights posts,
    TimeProvider time,
    IOptions<InsightOptions> options,
    ILogger<InsightRollUp> logger
)
{
    /// <returns>How many days were summed.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken = default) => RunAsync(false, cancellationToken);

    /// <summary>Sums every day of which there are events anew, whatever was summed before.</summary>
    /// <returns>How many days were summed.</returns>
    public Task<int> RebuildAsync(CancellationToken cancellationToken = default) => RunAsync(true, cancellationToken);

    private async Task<int> RunAsync(bool all, CancellationToken cancellationToken)
    {
        // Before the events are read: a recording that comes meanwhile changes the mark, and the next run reads the day again.
        var touched = await days.TouchedAsync(cancellationToken);
        var known = await store.ReadAsync<RollUpMark>(
            Containers.Editions,
            RollUpMark.TheId,
            RollUpMark.TheId,
            cancellationToken
        );
        var summed = known?.Value.Days ?? new Dictionary<string, string>();
        List<string> changed =
        [
            .. touched.Where(day => all || summed.GetValueOrDefault(day.Key) != day.Value).Select(day => day.Key),
        ];
        foreach (var day in changed)
        {
            await days.SaveAsync(await days.SumAsync(day, cancellationToken), cancellationToken);
        }
        foreach (var week in changed.Select(WeekSummary.Of).Distinct(StringComparer.Ordinal))
        {
            await SumWeekAsync(week, cancellationToken);
        }
        if (changed.Count > 0)
        {
            // Last: until then the next run does it all again.
            await store.UpsertAsync(
                Containers.Editions,
                new RollUpMark
                {
                    Id = RollUpMark.TheId,
                    Days = touched,
                    At = time.GetUtcNow(),
                },
                cancellationToken
            );
        }
        InsightLog.RolledUp(logger, changed.Count);
        return changed.Count;
    }

    private async Task SumWeekAsync(string week, CancellationToken cancellationToken)
    {
        var summary = WeekSummary.Sum(
            week,
            await days.OfWeekAsync(WeekSummary.DaysOf(week), cancellationToken),
            options.Value.KeepDays * 24 * 60 * 60
        );
        var before = await store.ReadAsync<WeekSummary>(Containers.Editions, summary.Id, summary.Id, cancellationToken);
        // The posts first: while the week is as it was, a run that died is repeated with what was there before.
        await posts.UpdateAsync(before?.Value, summary, cancellationToken);
        await store.UpsertAsync(Containers.Editions, summary, cancellationToken);
    }
}
