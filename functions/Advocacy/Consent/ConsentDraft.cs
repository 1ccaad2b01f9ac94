using System.Globalization;

namespace Advocacy.Consent;

/// <summary>One person's state, and the events that lead from it to the next: what would be committed.</summary>
internal sealed class ConsentDraft(
    CurrentConsent before,
    ConsentWordings wordings,
    ConsentLifetime lifetime,
    DateTimeOffset now
)
{
    private readonly Dictionary<ConsentPurpose, ConsentAction> _purposes = new(before.Purposes);
    private readonly Dictionary<ConsentPurpose, string> _wordings = new(before.Wordings);
    private readonly List<ConsentEvent> _events = [];
    private IReadOnlyList<ConsentEvent>? _history;

    public IReadOnlyList<ConsentEvent> Events => _events;

    /// <summary>
    /// True where the events on record decide whether this one counts: it lies back, and would change what they say. The state alone
    /// does not tell when it came to be, and most decisions do not need to know.
    /// </summary>
    public bool MustKnowHistory(ConsentDecision decision) =>
        _history is null
        && decision.Evidence.At is not null
        && before.Purposes.ContainsKey(decision.Purpose)
        && !Holds(decision);

    /// <summary>True where the events on record get another lifetime, or the chain begins after them.</summary>
    public bool TouchesHistory =>
        before.Sequence > 0 && (before.LastHash is null || before.KeptUntil is null == After().KeptUntil is not null);

    public void Remember(IReadOnlyList<ConsentEvent> history) => _history = history;

    /// <summary>Adds the decision's event, unless it holds already or yields to a later one.</summary>
    public void Add(ConsentDecision decision, ConsentWording wording)
    {
        var at = ToMilliseconds(decision.Evidence.At ?? now);
        if (Holds(decision) || (decision.Evidence.At is not null && Yields(decision, at)))
        {
            return;
        }
        var sequence = before.Sequence + _events.Count + 1;
        _purposes[decision.Purpose] = decision.Action;
        _wordings[decision.Purpose] = wording.Version;
        _events.Add(
            new ConsentEvent
            {
                Id = sequence.ToString("000000", CultureInfo.InvariantCulture),
                Schema = ConsentChain.Schema,
                EmployeeId = before.EmployeeId,
                Purpose = decision.Purpose,
                Action = decision.Action,
                Sequence = sequence,
                WordingVersion = wording.Version,
                WordingHash = wording.Hash,
                Language = decision.Evidence.Language,
                Channel = decision.Evidence.Channel,
                At = at,
                Cause = decision.Evidence.Cause,
                NetworkHash = decision.Evidence.NetworkHash,
            }
        );
    }

    /// <summary>Links the events to those on record and to one another.</summary>
    /// <param name="history">What is on record; empty where <see cref="TouchesHistory"/> is false and it was not read.</param>
    /// <returns>What to write: state and events, each with its lifetime.</returns>
    public (CurrentConsent State, IReadOnlyList<ConsentEvent> Events) Seal(IReadOnlyList<ConsentEvent> history)
    {
        var after = After();
        var hash = before.LastHash ?? ConsentChain.Next(before.EmployeeId, history);
        var events = new List<ConsentEvent>();
        foreach (var one in _events)
        {
            var linked = one with { PreviousHash = hash, Ttl = ConsentLifetime.OfEvents(after.KeptUntil, now) };
            hash = ConsentChain.HashOf(linked);
            events.Add(linked);
        }
        return (after with { LastHash = hash }, events);
    }

    private CurrentConsent After()
    {
        var after = before with
        {
            Schema = ConsentChain.Schema,
            Purposes = new Dictionary<ConsentPurpose, ConsentAction>(_purposes),
            Wordings = new Dictionary<ConsentPurpose, string>(_wordings),
            Sequence = before.Sequence + _events.Count,
        };
        return lifetime.Of(after, _events, now);
    }

    /// <summary>A yes holds only where it means what this one means: a yes to a new meaning is a new yes.</summary>
    private bool Holds(ConsentDecision decision) =>
        _purposes.TryGetValue(decision.Purpose, out var action)
        && action == decision.Action
        && (
            action == ConsentAction.Withdrawn
            || wordings.RevisionOf(OnRecord(decision.Purpose), decision.Purpose)
                >= wordings.RevisionOf(decision.Evidence.WordingVersion, decision.Purpose)
        );

    private string OnRecord(ConsentPurpose purpose) =>
        _wordings.GetValueOrDefault(purpose) ?? before.WordingOf(purpose);

    private bool Yields(ConsentDecision decision, DateTimeOffset at)
    {
        if (!_purposes.ContainsKey(decision.Purpose))
        {
            // A withdrawal is forgotten after a while: a yes from before then may be one that was taken back, and a no that old is
            // kept no longer either.
            return at < now - lifetime.KeepProof;
        }
        // The latest of all, not the last one's time: clocks differ, and a withdrawal may be stamped before the consent it ends.
        var latest = (_history ?? [])
            .Concat(_events)
            .Where(e => e.Purpose == decision.Purpose)
            .Max(e => (DateTimeOffset?)e.At);
        // Where both happened at the same instant, the withdrawal wins.
        return at < latest || (at == latest && decision.Action == ConsentAction.Given);
    }

    // As precisely as a document keeps it: what is compared must not depend on whether it was stored meanwhile.
    private static DateTimeOffset ToMilliseconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
