using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.People;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Weeks;

/// <summary>Finds what no event tells of a week: once a day while it goes on, once when it is over.</summary>
public sealed class WeekFactsFinder(IDocumentStore store, TimeProvider time, IOptions<InsightOptions> options)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromDays(1);

    /// <param name="week">For example <c>2026-W48</c>.</param>
    /// <param name="isOver">Whether the week is over: then what is found now stays.</param>
    public async Task<WeekFacts> FindAsync(string week, bool isOver, CancellationToken cancellationToken = default)
    {
        var known = await KnownAsync(week, cancellationToken);
        if (known is not null && !IsDue(known, isOver))
        {
            return known;
        }
        var facts = await NewAsync(week, isOver, cancellationToken);
        await store.UpsertAsync(Containers.Editions, facts, cancellationToken);
        return facts;
    }

    /// <summary>True where they would be found anew.</summary>
    public async Task<bool> AreDueAsync(string week, bool isOver, CancellationToken cancellationToken = default) =>
        await KnownAsync(week, cancellationToken) is not { } known || IsDue(known, isOver);

    private bool IsDue(WeekFacts known, bool isOver) =>
        !known.Final && (isOver || time.GetUtcNow() - known.At >= s_fresh);

    private async Task<WeekFacts?> KnownAsync(string week, CancellationToken cancellationToken) =>
        (
            await store.ReadAsync<WeekFacts>(
                Containers.Editions,
                WeekFacts.IdOf(week),
                WeekFacts.IdOf(week),
                cancellationToken
            )
        )?.Value;

    private async Task<WeekFacts> NewAsync(string week, bool isOver, CancellationToken cancellationToken)
    {
        var variety = await VarietyAsync(week, cancellationToken);
        return new WeekFacts
        {
            Id = WeekFacts.IdOf(week),
            Week = week,
            Final = isOver,
            At = time.GetUtcNow(),
            Pairs = variety.Pairs,
            SameText = variety.SameText,
            SameTextBound = variety.Bound,
            Consents = await ConsentsAsync(week, cancellationToken),
            Followers = await FollowersAsync(cancellationToken),
            Ttl = options.Value.KeepDays * 24 * 60 * 60,
        };
    }

    private async Task<TextPairs> VarietyAsync(string week, CancellationToken cancellationToken)
    {
        var units = await store
            .QueryAllAsync<UnitTally>(new Query(Containers.Editions) { PageSize = 500 }, cancellationToken)
            .Select(stored => stored.Value)
            .Where(tally => tally.EditionId == week)
            .ToListAsync(cancellationToken);
        return TextPairs.Of(units);
    }

    private async Task<IReadOnlyDictionary<ConsentPurpose, ConsentCounts>> ConsentsAsync(
        string week,
        CancellationToken cancellationToken
    )
    {
        var monday = new DateTimeOffset(Edition.MondayOf(week).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var sum = new ConsentSum(monday, monday.AddDays(7));
        await foreach (var (one, _) in store.ScanAsync<ConsentEvent>(Containers.Consents, 0, 1, cancellationToken))
        {
            sum.Add(one);
        }
        return sum.Counts();
    }

    private async Task<IReadOnlyDictionary<string, int>> FollowersAsync(CancellationToken cancellationToken)
    {
        var followers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var (person, _) in store.ScanAsync<Employee>(Containers.Employees, 0, 1, cancellationToken))
        {
            foreach (var topic in person.Topics)
            {
                followers[topic] = followers.GetValueOrDefault(topic) + 1;
            }
        }
        return followers;
    }
}
