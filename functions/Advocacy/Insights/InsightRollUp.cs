using Advocacy.Insights.Days;
using Advocacy.Insights.Publishing;
using Advocacy.Insights.Value;
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
    InsightPublisher publisher,
    RateBook rates,
    TimeProvider time,
    IOptions<InsightOptions> options,
    ILogger<InsightRollUp> logger
)
{
    /// <returns>How many days were summed.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken = default) => RunAsync(false, cancellationToken);

    /// <summary>Sums every day of which all events are still kept anew, whatever was summed before.</summary>
    /// <returns>How many days were summed.</returns>
    public Task<int> RebuildAsync(CancellationToken cancellationToken = default) => RunAsync(true, cancellationToken);

    private async Task<int> RunAsync(bool all, CancellationToken cancellationToken)
    {
        // Before the events are read: a recording that comes meanwhile changes the mark, and the next run reads the day again.
        var touched = await days.TouchedAsync(cancellationToken);
        var known = (
            await store.ReadAsync<RollUpMark>(
                Containers.Editions,
                RollUpMark.TheId,
                RollUpMark.TheId,
                cancellationToken
            )
        )?.Value;
        var version = (await rates.FindAsync(cancellationToken))?.Sets[^1].Version;
        var summed = known?.Days ?? new Dictionary<string, string>();
        List<string> changed =
        [
            .. touched
                .Where(day => all || summed.GetValueOrDefault(day.Key) != day.Value)
                .Select(day => day.Key)
                .Where(days.IsWhole),
        ];
        foreach (var day in changed)
        {
            await days.SaveAsync(await days.SumAsync(day, cancellationToken), cancellationToken);
        }
        var weeks = changed.Select(WeekSummary.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var week in weeks)
        {
            await SumWeekAsync(week, cancellationToken);
        }
        if (known is not null && known.Rates != version)
        {
            weeks.UnionWith(touched.Keys.Select(WeekSummary.Of));
        }
        foreach (var week in known?.Open ?? [])
        {
            if (await publisher.IsDueAsync(week, cancellationToken))
            {
                weeks.Add(week);
            }
        }
        foreach (var week in weeks.Order(StringComparer.Ordinal))
        {
            await publisher.PublishAsync(week, cancellationToken);
        }
        if (changed.Count > 0 || weeks.Count > 0)
        {
            // Last: until then the next run does it all again.
            await store.UpsertAsync(
                Containers.Editions,
                new RollUpMark
                {
                    Id = RollUpMark.TheId,
                    Days = touched,
                    Open = [.. weeks.Union(known?.Open ?? []).Where(week => !publisher.IsOver(week)).Order()],
                    Rates = version,
                    At = time.GetUtcNow(),
                },
                cancellationToken
            );
        }
        InsightLog.RolledUp(logger, changed.Count, weeks.Count);
        return changed.Count;
    }

    private async Task SumWeekAsync(string week, CancellationToken cancellationToken)
    {
        var summary = WeekSummary.Sum(
            week,
            await days.OfWeekAsync(WeekSummary.DaysOf(week), cancellationToken),
            options.Value.KeepDays * 24 * 60 * 60
        );
        await store.UpsertAsync(Containers.Editions, summary, cancellationToken);
    }
}
