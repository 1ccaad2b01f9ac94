using Advocacy.Platform.Store;

namespace Advocacy.Consent;

/// <summary>One person's consent documents in the store.</summary>
internal sealed class ConsentStore(IDocumentStore store)
{
    /// <summary>The most events in one batch: one write of it is the state's.</summary>
    public const int MostEvents = 99;

    public Task<Stored<CurrentConsent>?> StateAsync(string employeeId, CancellationToken cancellationToken) =>
        store.ReadAsync<CurrentConsent>(Containers.Consents, employeeId, CurrentConsent.CurrentId, cancellationToken);

    /// <summary>Every event, the first one first.</summary>
    public async Task<IReadOnlyList<Stored<ConsentEvent>>> EventsAsync(
        string employeeId,
        CancellationToken cancellationToken
    )
    {
        // A person decides a handful of times in a life: all of it fits in memory, and the store promises no order.
        var query = new Query(Containers.Consents) { PartitionKey = employeeId };
        var events = new List<Stored<ConsentEvent>>();
        await foreach (var stored in store.QueryAllAsync<ConsentEvent>(query, cancellationToken))
        {
            events.Add(stored);
        }
        return [.. events.OrderBy(one => one.Value.Sequence)];
    }

    /// <summary>State and new events, and as many of the old events' lifetimes as one batch takes; <c>false</c> where somebody was faster.</summary>
    /// <param name="etag">Of the state that was read; <c>null</c> where there was none.</param>
    /// <param name="old">Events whose lifetime becomes the state's.</param>
    public Task<bool> TryCommitAsync(
        CurrentConsent state,
        string? etag,
        IReadOnlyList<ConsentEvent> created,
        IEnumerable<Stored<ConsentEvent>> old,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ttl = ConsentLifetime.OfEvents(state.KeptUntil, now);
        Write[] writes =
        [
            etag is null ? new Write.Create(state) : new Write.Replace(state, etag),
            .. created.Select(one => new Write.Create(one)),
            .. old.Take(MostEvents - created.Count)
                .Select(one => new Write.Replace(one.Value with { Ttl = ttl }, one.ETag)),
        ];
        return store.TryCommitAsync(Containers.Consents, state.EmployeeId, writes, cancellationToken);
    }
}
