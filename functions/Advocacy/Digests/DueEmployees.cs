using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Platform.Store;

namespace Advocacy.Digests;

/// <summary>What the planner must know of a person before it chooses.</summary>
/// <param name="Skip">Why there is no digest for them; <c>null</c> where there may be one.</param>
/// <param name="Seen">Ids of the posts they were offered before.</param>
public sealed record Eligibility(SkipReason? Skip, IReadOnlySet<string> Seen);

/// <summary>Reads who is due at a digest hour, and who of them may be mailed.</summary>
public sealed class DueEmployees(IDocumentStore store, ConsentLedger consents)
{
    private const int PeopleAtATime = 500;

    /// <summary>Everyone of a slot (<see cref="Employee.DigestSlot"/>), in parts that fit in memory, each ordered by id.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Employee>> InSlotAsync(
        string slot,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var query = new Query(Containers.Employees)
        {
            Where = [new Condition("digestSlot", Comparison.Equal, slot)],
            PageSize = PeopleAtATime,
        };
        do
        {
            var page = await store.QueryAsync<Employee>(query, cancellationToken);
            if (page.Items.Count > 0)
            {
                yield return
                [
                    .. page.Items.Select(item => item.Value).OrderBy(person => person.Id, StringComparer.Ordinal),
                ];
            }
            query = query with { Continuation = page.Continuation };
        } while (query.Continuation is not null);
    }

    /// <summary>Each person's consent, pause, history and rhythm, by their id.</summary>
    public async Task<IReadOnlyDictionary<string, Eligibility>> LookUpAsync(
        IReadOnlyList<Employee> people,
        string editionId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        var known = new ConcurrentDictionary<string, Eligibility>();
        await StoreCalls.ForEachAsync(
            people,
            async (person, ct) => known[person.Id] = await LookUpAsync(person, editionId, now, ct),
            cancellationToken
        );
        return known;
    }

    private async Task<Eligibility> LookUpAsync(
        Employee person,
        string editionId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var seen = new HashSet<string>();
        if (!await consents.AllowsAsync(person.Id, ConsentPurpose.DigestEmail, cancellationToken))
        {
            return new Eligibility(SkipReason.NoConsent, seen);
        }
        if (person.Suspended is not null)
        {
            return new Eligibility(SkipReason.Suspended, seen);
        }
        if (person.PausedUntil > now)
        {
            return new Eligibility(SkipReason.Paused, seen);
        }
        var already = false;
        string? last = null;
        var history = new Query(Containers.Deliveries) { PartitionKey = person.Id, PageSize = 500 };
        await foreach (var (delivery, _) in store.QueryAllAsync<Delivery>(history, cancellationToken))
        {
            already |= delivery.EditionId == editionId;
            // What was planned and never left was not seen.
            if (delivery.State != DeliveryState.Failed)
            {
                seen.UnionWith(delivery.Picks.Select(pick => pick.PostId));
                last = string.CompareOrdinal(delivery.EditionId, last) > 0 ? delivery.EditionId : last;
            }
        }
        return new Eligibility(
            already ? SkipReason.AlreadySent
                : Rhythms.IsTheirs(person.Rhythm, editionId, last) ? null
                : SkipReason.NotThisWeek,
            seen
        );
    }
}
