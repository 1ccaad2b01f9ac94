using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Days;

/// <summary>Sums days from their events, which are the only source.</summary>
public sealed class DaySummaries(
    IDocumentStore store,
    TimeProvider time,
    IOptions<InsightOptions> options,
    IOptions<EngagementOptions> engagement
)
{
    /// <summary>True while none of the day's events has expired: after that the day stays as it was summed.</summary>
    public bool IsWhole(string day) =>
        string.CompareOrdinal(day, TouchedDay.Of(time.GetUtcNow().AddDays(-engagement.Value.KeepDays))) > 0;

    /// <summary>Every day of which something was recorded, with the ETag of its mark.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TouchedAsync(CancellationToken cancellationToken = default)
    {
        var days = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (
            var (day, etag) in store.QueryAllAsync<TouchedDay>(
                new Query(Containers.Editions) { PageSize = 1000 },
                cancellationToken
            )
        )
        {
            days[day.Day] = etag;
        }
        return days;
    }

    /// <summary>Reads the day's events, and nothing else.</summary>
    public async Task<DaySummary> SumAsync(string day, CancellationToken cancellationToken = default)
    {
        var sum = new DaySum();
        var ofTheDay = new Query(Containers.Engagements)
        {
            Where = [new Condition("day", Comparison.Equal, day)],
            PageSize = 1000,
        };
        await foreach (var (tally, _) in store.QueryAllAsync<DeliveryTally>(ofTheDay, cancellationToken))
        {
            sum.Add(tally);
        }
        await foreach (var (one, _) in store.QueryAllAsync<EngagementEvent>(ofTheDay, cancellationToken))
        {
            sum.Add(one);
        }
        return new DaySummary
        {
            Id = DaySummary.IdOf(day),
            Day = day,
            Cells = sum.Cells(),
            MinutesToShare = sum.MinutesToShare(),
            Ttl = options.Value.KeepDays * 24 * 60 * 60,
        };
    }

    public Task SaveAsync(DaySummary day, CancellationToken cancellationToken = default) =>
        store.UpsertAsync(Containers.Editions, day, cancellationToken);

    public async Task<IReadOnlyList<DaySummary>> OfWeekAsync(
        IEnumerable<string> days,
        CancellationToken cancellationToken = default
    )
    {
        var found = await Task.WhenAll(
            days.Select(day =>
                store.ReadAsync<DaySummary>(
                    Containers.Editions,
                    DaySummary.IdOf(day),
                    DaySummary.IdOf(day),
                    cancellationToken
                )
            )
        );
        return [.. found.OfType<Stored<DaySummary>>().Select(stored => stored.Value)];
    }
}
