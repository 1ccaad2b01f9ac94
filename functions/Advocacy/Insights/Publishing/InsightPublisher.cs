using Advocacy.Digests;
using Advocacy.Insights.Days;
using Advocacy.Insights.Value;
using Advocacy.Insights.Weeks;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Publishing;

/// <summary>Writes the rows that dashboards read, those only that changed. A run that dies is repeated with the same outcome.</summary>
public sealed class InsightPublisher(
    IDocumentStore store,
    PostLabels labels,
    WeekFactsFinder facts,
    RateBook rates,
    PostInsights posts,
    TimeProvider time,
    IOptions<InsightOptions> options
)
{
    /// <summary>After the week's last midnight (UTC), events that were on the queue then are given this long.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(3);

    /// <summary>True once the week's figures are final, but for events that come very late.</summary>
    public bool IsOver(string week) =>
        time.GetUtcNow()
        >= new DateTimeOffset(Edition.MondayOf(week).AddDays(7).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            + s_patience;

    /// <summary>True where something besides events has become different: the week is over, or a day has passed.</summary>
    public Task<bool> IsDueAsync(string week, CancellationToken cancellationToken = default) =>
        facts.AreDueAsync(week, IsOver(week), cancellationToken);

    public async Task PublishAsync(string week, CancellationToken cancellationToken = default)
    {
        var (source, before) = (await SourceAsync(week, cancellationToken), await StoredAsync(week, cancellationToken));
        var tables = new WeekTables(source);
        var rows = tables.Groups().ToDictionary(row => row.Id, StringComparer.Ordinal);
        var gone = before.Values.Where(row => !rows.ContainsKey(row.Id)).ToList();
        // The posts first: while the rows are as they were, a run that died sees again which went.
        await posts.UpdateAsync(
            week,
            [.. rows.Values.Where(row => row.Group == InsightGroup.Post)],
            gone.Where(row => row.Group == InsightGroup.Post).Select(row => row.Key),
            source.Labels,
            cancellationToken
        );
        await StoreCalls.ForEachAsync(
            rows.Values.Where(row => before.GetValueOrDefault(row.Id) != row),
            async (row, ct) => await store.UpsertAsync(Containers.Insights, row, ct),
            cancellationToken
        );
        await StoreCalls.ForEachAsync(
            gone,
            async (row, ct) => await store.DeleteAsync(Containers.Insights, row.Id, row.Id, ct),
            cancellationToken
        );
        await SaveWeekAsync(tables.Week(), cancellationToken);
    }

    private async Task<WeekSource> SourceAsync(string week, CancellationToken cancellationToken)
    {
        var ttl = options.Value.KeepDays * 24 * 60 * 60;
        var id = WeekSummary.IdOf(week);
        var summary =
            (await store.ReadAsync<WeekSummary>(Containers.Editions, id, id, cancellationToken))?.Value
            ?? WeekSummary.Sum(week, [], ttl);
        var cells = new WeekCells(summary);
        var texts = cells
            .Of(Dimension.Post)
            .Select(post => (Keys: new[] { post.Key, "" }, post.Counts))
            .Concat(cells.Split(Dimension.Text));
        var isOver = IsOver(week);
        return new WeekSource(
            summary,
            await labels.OfAsync(texts.ToLookup(one => one.Keys[0], one => one.Keys[1]), cancellationToken),
            await facts.FindAsync(week, isOver, cancellationToken),
            (await rates.FindAsync(cancellationToken))?.On(Edition.MondayOf(week)),
            isOver,
            options.Value.SmallestGroup,
            ttl
        );
    }

    private async Task<Dictionary<string, GroupInsight>> StoredAsync(string week, CancellationToken cancellationToken)
    {
        var ofTheWeek = new Query(Containers.Insights)
        {
            Where = [new Condition("week", Comparison.Equal, week)],
            PageSize = 1000,
        };
        return await store
            .QueryAllAsync<GroupInsight>(ofTheWeek, cancellationToken)
            .ToDictionaryAsync(stored => stored.Value.Id, stored => stored.Value, cancellationToken: cancellationToken);
    }

    /// <summary>The ids of rows of a week that are not as its sums make them, missing ones and those that should not be there included.</summary>
    public async Task<IReadOnlyList<string>> WrongRowsAsync(string week, CancellationToken cancellationToken = default)
    {
        var tables = new WeekTables(await SourceAsync(week, cancellationToken));
        var stored = await StoredAsync(week, cancellationToken);
        var rows = tables.Groups().ToDictionary(row => row.Id, StringComparer.Ordinal);
        var wrong = rows
            .Keys.Union(stored.Keys)
            .Where(id => rows.GetValueOrDefault(id) != stored.GetValueOrDefault(id))
            .ToList();
        var inAll = tables.Week();
        var known = await store.ReadAsync<WeekInsight>(Containers.Insights, inAll.Id, inAll.Id, cancellationToken);
        return known?.Value == inAll ? wrong : [.. wrong, inAll.Id];
    }

    private async Task SaveWeekAsync(WeekInsight week, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync<WeekInsight>(Containers.Insights, week.Id, week.Id, cancellationToken);
        if (known?.Value != week)
        {
            await store.UpsertAsync(Containers.Insights, week, cancellationToken);
        }
    }
}
