using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Digests;

/// <summary>What the planner must know of a person before it chooses.</summary>
/// <param name="Skip">Why there is no digest for them; <c>null</c> where there may be one.</param>
/// <param name="Seen">Ids of the posts that they were offered in other editions, as far as those may still be offered.</param>
/// <param name="Current">Their delivery in the edition, where there is one.</param>
public sealed record Eligibility(SkipReason? Skip, IReadOnlySet<string> Seen, Delivery? Current = null);

/// <summary>Reads who is due at a digest hour, and who of them may be mailed.</summary>
public sealed class DueEmployees(IDocumentStore store, ConsentLedger consents, IOptions<DigestOptions> options)
{
    private const int PageSize = 500;

    /// <summary>Many, because each unit among them is read and written once; few enough for the memory of a small instance.</summary>
    private const int PeopleAtATime = 5000;

    /// <summary>The longest rhythm is four weeks, and a paused one may be twice as long ago.</summary>
    private const int LeastDaysBack = 56;

    /// <summary>Everyone of a slot (<see cref="Employee.DigestSlot"/>), in parts that fit in memory, each ordered by id.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Employee>> InSlotAsync(
        string slot,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var query = new Query(Containers.Employees)
        {
            Where = [new Condition("digestSlot", Comparison.Equal, slot)],
            PageSize = PageSize,
        };
        var part = new List<Employee>();
        do
        {
            var page = await store.QueryAsync<Employee>(query, cancellationToken);
            part.AddRange(page.Items.Select(item => item.Value));
            query = query with { Continuation = page.Continuation };
            if (part.Count >= PeopleAtATime || (query.Continuation is null && part.Count > 0))
            {
                yield return [.. part.OrderBy(person => person.Id, StringComparer.Ordinal)];
                part.Clear();
            }
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

    /// <summary>One person's consent, pause, history and rhythm.</summary>
    public async Task<Eligibility> LookUpAsync(
        Employee person,
        string editionId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
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
        Delivery? current = null;
        string? last = null;
        await foreach (var (delivery, _) in store.QueryAllAsync<Delivery>(Recent(person, editionId), cancellationToken))
        {
            if (delivery.EditionId == editionId)
            {
                current = delivery;
            }
            // What was planned and never left was not seen.
            else if (delivery.State != DeliveryState.Failed)
            {
                seen.UnionWith(delivery.Picks.Select(pick => pick.PostId));
            }
            if (delivery.State != DeliveryState.Failed)
            {
                last = string.CompareOrdinal(delivery.EditionId, last) > 0 ? delivery.EditionId : last;
            }
        }
        return new Eligibility(
            current is not null ? SkipReason.AlreadySent
                : Rhythms.IsTheirs(person.Rhythm, editionId, last) ? null
                : SkipReason.NotThisWeek,
            seen,
            current
        );
    }

    /// <summary>The deliveries that can matter: what is older held posts that are offered no more. Ids of editions are in order as text.</summary>
    private Query Recent(Employee person, string editionId)
    {
        var days = Math.Max(LeastDaysBack, options.Value.OldestPostDays + 28);
        var first = Edition.IdOf(Edition.MondayOf(editionId).AddDays(-days));
        return new Query(Containers.Deliveries)
        {
            PartitionKey = person.Id,
            Where =
            [
                new Condition("editionId", Comparison.AtLeast, first),
                // A past week is explained by what was known in it.
                new Condition("editionId", Comparison.AtMost, editionId),
            ],
            PageSize = 500,
        };
    }
}
