using System.Globalization;
using System.Runtime.CompilerServices;
using Advocacy.Platform.Store;

namespace Advocacy.Consent;

/// <summary>
/// The record of who consented to what. Append-only: events are created and never changed, each carries the hash of the one before
/// it (<see cref="ConsentChain"/>), and the state that they add up to is written in the same atomic batch, so that one never exists without
/// the other. A person's whole record goes by its own lifetime (<see cref="ConsentLifetime"/>), never event by event.
/// </summary>
public sealed class ConsentLedger(
    IDocumentStore store,
    ConsentWordings wordings,
    TimeProvider time,
    ConsentOptions? options = null
)
{
    /// <summary>The most decisions in one <see cref="RecordManyAsync"/>: the store's batch less the state.</summary>
    public const int MostDecisions = ConsentStore.MostEvents;

    /// <summary>
    /// Tries before giving up. Whoever loses a race lost it to somebody whose decision is on record now, so only this many
    /// decisions of one person at the same moment could exhaust them.
    /// </summary>
    private const int MostTries = 64;

    private readonly ConsentStore _documents = new(store);
    private readonly ConsentLifetime _lifetime = new(options ?? new ConsentOptions());

    /// <summary>The state; an empty one where nothing was ever decided.</summary>
    public async Task<CurrentConsent> CurrentAsync(string employeeId, CancellationToken cancellationToken = default) =>
        StateOf(await _documents.StateAsync(employeeId, cancellationToken), employeeId);

    /// <summary>True where the purpose, as it is meant today, was consented to and that was not withdrawn.</summary>
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
        foreach (var stored in await _documents.EventsAsync(employeeId, cancellationToken))
        {
            yield return stored.Value;
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
        var asked = decisions.Select(WordingOf).ToList();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var stored = await _documents.StateAsync(employeeId, cancellationToken);
            var before = StateOf(stored, employeeId);
            var now = time.GetUtcNow();
            var draft = new ConsentDraft(before, wordings, _lifetime, now);
            IReadOnlyList<Stored<ConsentEvent>>? history = null;
            foreach (var (decision, wording) in decisions.Zip(asked))
            {
                if (draft.MustKnowHistory(decision))
                {
                    history ??= await _documents.EventsAsync(employeeId, cancellationToken);
                    draft.Remember([.. history.Select(one => one.Value)]);
                }
                draft.Add(decision, wording);
            }
            if (draft.Events.Count == 0)
            {
                return new ConsentOutcome(before, []);
            }
            history ??= draft.TouchesHistory ? await _documents.EventsAsync(employeeId, cancellationToken) : [];
            var (state, events) = draft.Seal([.. history.Select(one => one.Value)]);
            var old = ConsentLifetime.Unlike(state, history).ToList();
            if (await _documents.TryCommitAsync(state, stored?.ETag, events, old, now, cancellationToken))
            {
                if (events.Count + old.Count > ConsentStore.MostEvents)
                {
                    await SettleLifetimeAsync(employeeId, cancellationToken);
                }
                return new ConsentOutcome(state, events);
            }
        }
        throw new InvalidOperationException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The consent ledger lost {MostTries} races for one employee; nothing was recorded."
            )
        );
    }

    /// <summary>
    /// Gives each of a person's documents the lifetime that the state calls for, in as many batches as that takes. It is needed for
    /// records of more events than a batch takes, and for those that ended before there were lifetimes.
    /// </summary>
    internal async Task SettleLifetimeAsync(string employeeId, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await _documents.StateAsync(employeeId, cancellationToken) is not { } stored)
            {
                return;
            }
            var now = time.GetUtcNow();
            var history = await _documents.EventsAsync(employeeId, cancellationToken);
            var state = _lifetime.Of(stored.Value, history.Select(one => one.Value), now);
            var old = ConsentLifetime.Unlike(state, history).ToList();
            if (old.Count == 0 && state.KeptUntil == stored.Value.KeptUntil)
            {
                return;
            }
            await _documents.TryCommitAsync(state, stored.ETag, [], old, now, cancellationToken);
        }
    }

    private ConsentWording WordingOf(ConsentDecision decision) =>
        wordings.Find(decision.Evidence.WordingVersion, decision.Purpose, decision.Evidence.Language)
        ?? throw new ArgumentException(
            $"There is no wording '{decision.Evidence.WordingVersion}' of {decision.Purpose} in '{decision.Evidence.Language}'.",
            nameof(decision)
        );

    private CurrentConsent StateOf(Stored<CurrentConsent>? stored, string employeeId) =>
        (stored?.Value ?? new CurrentConsent { Id = CurrentConsent.CurrentId, EmployeeId = employeeId }) with
        {
            Asked = wordings,
        };
}
