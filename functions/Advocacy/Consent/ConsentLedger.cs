using System.Globalization;
using System.Runtime.CompilerServices;
using Advocacy.Platform.Store;

namespace Advocacy.Consent;

/// <summary>
/// The record of who consented to what. Append-only: events are created, never changed or deleted, and the state that they add up
/// to is written in the same atomic batch, so that one never exists without the other.
/// </summary>
public sealed class ConsentLedger(IDocumentStore store, ConsentWordings wordings, TimeProvider time)
{
    /// <summary>The most decisions in one <see cref="RecordManyAsync"/>: the store's batch less the state.</summary>
    public const int MostDecisions = 99;

    /// <summary>
    /// Tries before giving up. Whoever loses a race lost it to somebody whose decision is on record now, so only this many
    /// decisions of one person at the same moment could exhaust them.
    /// </summary>
    private const int MostTries = 64;

    /// <summary>The state; an empty one where nothing was ever decided.</summary>
    public async Task<CurrentConsent> CurrentAsync(string employeeId, CancellationToken cancellationToken = default) =>
        (await ReadAsync(employeeId, cancellationToken))?.Value ?? Undecided(employeeId);

    /// <summary>True where the purpose was consented to and that was not withdrawn.</summary>
    public async Task<bool> AllowsAsync(
        string employeeId,
        ConsentPurpose purpose,
        CancellationToken cancellationToken = default
    ) => (await CurrentAsync(employeeId, cancellationToken)).Allows(purpose);

    /// <summary>Every event of one person, the first one first.</summary>
    public async IAsyncEnumerable<ConsentEvent> HistoryAsync(
        string employeeId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var stored in await EventsAsync(employeeId, cancellationToken))
        {
            yield return stored;
        }
    }

    /// <summary>Puts a decision on record; <c>false</c> where it holds already or yields to a later one (see <see cref="ConsentEvidence"/>).</summary>
    /// <exception cref="ArgumentException">The evidence names a wording that never was.</exception>
    /// <exception cref="InvalidOperationException">Too many decisions of this person at the same moment: worth another try.</exception>
    public async Task<bool> RecordAsync(
        string employeeId,
        ConsentPurpose purpose,
        ConsentAction action,
        ConsentEvidence evidence,
        CancellationToken cancellationToken = default
    )
    {
        var outcome = await RecordManyAsync(
            employeeId,
            [new ConsentDecision(purpose, action, evidence)],
            cancellationToken
        );
        return outcome.Recorded.Count > 0;
    }

    /// <summary>Puts several decisions of one person on record, in their order, all or none.</summary>
    /// <inheritdoc cref="RecordAsync" path="/exception"/>
    public async Task<ConsentOutcome> RecordManyAsync(
        string employeeId,
        IReadOnlyList<ConsentDecision> decisions,
        CancellationToken cancellationToken = default
    )
    {
        if (decisions.Count > MostDecisions)
        {
            throw new ArgumentException($"There are more than {MostDecisions} decisions.", nameof(decisions));
        }
        var hashes = decisions.Select(HashOf).ToList();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var stored = await ReadAsync(employeeId, cancellationToken);
            var draft = new ConsentDraft(stored?.Value ?? Undecided(employeeId), time.GetUtcNow());
            for (var i = 0; i < decisions.Count; i++)
            {
                if (draft.MustKnowHistory(decisions[i]))
                {
                    draft.Remember(await EventsAsync(employeeId, cancellationToken));
                }
                draft.Add(decisions[i], hashes[i]);
            }
            if (draft.Events.Count == 0)
            {
                return new ConsentOutcome(draft.Current, []);
            }
            Write state = stored is null
                ? new Write.Create(draft.Current)
                : new Write.Replace(draft.Current, stored.ETag);
            Write[] writes = [.. draft.Events.Select(e => new Write.Create(e)), state];
            if (await store.TryCommitAsync(Containers.Consents, employeeId, writes, cancellationToken))
            {
                return new ConsentOutcome(draft.Current, draft.Events);
            }
        }
        throw new InvalidOperationException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The consent ledger lost {MostTries} races for one employee; nothing was recorded."
            )
        );
    }

    private string HashOf(ConsentDecision decision) =>
        wordings.Find(decision.Evidence.WordingVersion, decision.Purpose, decision.Evidence.Language)?.Hash
        ?? throw new ArgumentException(
            $"There is no wording '{decision.Evidence.WordingVersion}' of {decision.Purpose} in '{decision.Evidence.Language}'.",
            nameof(decision)
        );

    private Task<Stored<CurrentConsent>?> ReadAsync(string employeeId, CancellationToken cancellationToken) =>
        store.ReadAsync<CurrentConsent>(Containers.Consents, employeeId, CurrentConsent.CurrentId, cancellationToken);

    private async Task<IReadOnlyList<ConsentEvent>> EventsAsync(string employeeId, CancellationToken cancellationToken)
    {
        // A person decides a handful of times in a life: all of it fits in memory, and the store promises no order.
        var query = new Query(Containers.Consents) { PartitionKey = employeeId };
        var events = new List<ConsentEvent>();
        await foreach (var stored in store.QueryAllAsync<ConsentEvent>(query, cancellationToken))
        {
            events.Add(stored.Value);
        }
        return [.. events.OrderBy(e => e.Sequence)];
    }

    private static CurrentConsent Undecided(string employeeId) =>
        new() { Id = CurrentConsent.CurrentId, EmployeeId = employeeId };
}
