using System.Globalization;

namespace Advocacy.Consent;

/// <summary>One person's state, and the events that lead from it to the next: what would be committed.</summary>
internal sealed class ConsentDraft(CurrentConsent before, DateTimeOffset now)
{
    private readonly Dictionary<ConsentPurpose, ConsentAction> _purposes = new(before.Purposes);
    private readonly List<ConsentEvent> _events = [];
    private IReadOnlyList<ConsentEvent>? _history;

    public IReadOnlyList<ConsentEvent> Events => _events;

    public CurrentConsent Current =>
        before with
        {
            Purposes = new Dictionary<ConsentPurpose, ConsentAction>(_purposes),
            Sequence = before.Sequence + _events.Count,
        };

    /// <summary>
    /// True where the events on record decide whether this one counts: it lies back, and would change what they say. The state alone
    /// does not tell when it came to be, and most decisions do not need to know.
    /// </summary>
    public bool MustKnowHistory(ConsentDecision decision) =>
        _history is null
        && decision.Evidence.At is not null
        && before.Purposes.ContainsKey(decision.Purpose)
        && !Holds(decision);

    public void Remember(IReadOnlyList<ConsentEvent> history) => _history = history;

    /// <summary>Adds the decision's event, unless it holds already or yields to a later one.</summary>
    public void Add(ConsentDecision decision, string wordingHash)
    {
        var at = ToMilliseconds(decision.Evidence.At ?? now);
        if (Holds(decision) || (decision.Evidence.At is not null && Yields(decision, at)))
        {
            return;
        }
        var sequence = before.Sequence + _events.Count + 1;
        _purposes[decision.Purpose] = decision.Action;
        _events.Add(
            new ConsentEvent
            {
                Id = sequence.ToString("000000", CultureInfo.InvariantCulture),
                EmployeeId = before.EmployeeId,
                Purpose = decision.Purpose,
                Action = decision.Action,
                Sequence = sequence,
                WordingVersion = decision.Evidence.WordingVersion,
                WordingHash = wordingHash,
                Language = decision.Evidence.Language,
                Channel = decision.Evidence.Channel,
                At = at,
                Cause = decision.Evidence.Cause,
                NetworkHash = decision.Evidence.NetworkHash,
            }
        );
    }

    private bool Holds(ConsentDecision decision) =>
        _purposes.TryGetValue(decision.Purpose, out var action) && action == decision.Action;

    private bool Yields(ConsentDecision decision, DateTimeOffset at)
    {
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
