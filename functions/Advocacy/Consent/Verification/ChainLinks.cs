namespace Advocacy.Consent.Verification;

/// <summary>The links between one person's events, by their places. Places may be empty, and events may be unreadable (<c>null</c>).</summary>
internal sealed class ChainLinks(
    string employeeId,
    IReadOnlyDictionary<int, ConsentEvent?> events,
    CurrentConsent? state
)
{
    private readonly Dictionary<int, string> _hashes = events
        .Where(one => IsChained(one.Value))
        .ToDictionary(one => one.Key, one => ConsentChain.HashOf(one.Value!));

    /// <summary>What is wrong with the link from an event to the one before it; <c>null</c> where it holds or nothing can be said.</summary>
    public (int Sequence, ChainBreakKind Kind)? BreakAt(int place, ConsentEvent one)
    {
        if (!IsChained(one))
        {
            // The chain once begun, an event without its hash is one that lost it.
            return _hashes.Keys.Any(chained => chained < place) ? (place, ChainBreakKind.Changed) : null;
        }
        if (ExpectedAt(place) is not { } expected || one.PreviousHash == expected)
        {
            return null;
        }
        return FollowsAnother(place, one) ? (place, ChainBreakKind.Reordered)
            : IsVouchedFor(place) ? (Math.Max(place - 1, 1), ChainBreakKind.Changed)
            : (place, ChainBreakKind.Changed);
    }

    /// <summary>What the event must carry; <c>null</c> where the one before it is missing or unreadable.</summary>
    private string? ExpectedAt(int place)
    {
        if (place == 1)
        {
            return ConsentChain.StartOf(employeeId);
        }
        if (_hashes.TryGetValue(place - 1, out var hash))
        {
            return hash;
        }
        var before = Enumerable.Range(1, place - 1).Select(events.GetValueOrDefault).ToList();
        return before.TrueForAll(one => one is { Schema: 1 })
            ? ConsentChain.After(employeeId, before.OfType<ConsentEvent>())
            : null;
    }

    private bool FollowsAnother(int place, ConsentEvent one) =>
        one.PreviousHash == ConsentChain.StartOf(employeeId)
        || _hashes.Any(other => other.Key != place - 1 && other.Value == one.PreviousHash);

    private bool IsVouchedFor(int place) =>
        (events.GetValueOrDefault(place + 1)?.PreviousHash ?? state?.LastHash) == _hashes[place];

    private static bool IsChained(ConsentEvent? one) => one is { Schema: ConsentChain.Schema };
}
