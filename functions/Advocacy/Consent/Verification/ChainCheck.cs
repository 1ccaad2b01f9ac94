using System.Globalization;

namespace Advocacy.Consent.Verification;

/// <summary>
/// Looks at one person's record. Each event vouches for the one before it, and the state for the last. Where a link does not hold, the
/// event that is vouched for by what follows it is believed, and the one before it is named.
/// </summary>
internal sealed class ChainCheck
{
    private readonly string _employeeId;
    private readonly ConsentWordings _wordings;
    private readonly CurrentConsent? _state;
    private readonly SortedDictionary<int, ConsentEvent?> _events = [];
    private readonly HashSet<ChainBreak> _breaks = [];

    private ChainCheck(string employeeId, CurrentConsent? state, ConsentWordings wordings)
    {
        _employeeId = employeeId;
        _state = state;
        _wordings = wordings;
    }

    private int Last => _events.Count == 0 ? 0 : _events.Keys.Max();

    public static IReadOnlyCollection<ChainBreak> Of(
        string employeeId,
        AsStored.CurrentConsent? state,
        IEnumerable<AsStored.ConsentEvent> events,
        ConsentWordings wordings
    )
    {
        var check = new ChainCheck(employeeId, state?.Read(), wordings);
        foreach (var stored in events)
        {
            check.Place(stored);
        }
        check.LookAtEvents();
        check.LookAtState();
        return check._breaks;
    }

    private void Place(AsStored.ConsentEvent stored)
    {
        var one = stored.Read();
        if (
            int.TryParse(stored.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && stored.Id == place.ToString("000000", CultureInfo.InvariantCulture)
        )
        {
            _events[place] = one;
        }
        else
        {
            Break(one?.Sequence ?? 0, ChainBreakKind.Changed);
        }
    }

    private void LookAtEvents()
    {
        var before = 0;
        var links = new ChainLinks(_employeeId, _events, _state);
        foreach (var (place, one) in _events)
        {
            if (place != before + 1)
            {
                Break(before + 1, ChainBreakKind.Missing);
            }
            before = place;
            if (one is null || one.EmployeeId != _employeeId || one.Schema is < 1 or > ConsentChain.Schema)
            {
                Break(place, ChainBreakKind.Changed);
                continue;
            }
            if (one.Sequence != place)
            {
                Break(place, ChainBreakKind.Reordered);
            }
            if (_wordings.Find(one.WordingVersion, one.Purpose, one.Language)?.Hash != one.WordingHash)
            {
                Break(place, ChainBreakKind.WordingUnknown);
            }
            if (links.BreakAt(place, one) is var (at, kind))
            {
                Break(at, kind);
            }
        }
    }

    private void LookAtState()
    {
        if (_state is null || _state.EmployeeId != _employeeId)
        {
            Break(Last, ChainBreakKind.StateDisagrees);
            return;
        }
        var last = _events.GetValueOrDefault(Last);
        var vouched = last is not null && _state.LastHash == ConsentChain.HashOf(last);
        if (_state.Sequence > Last && !vouched)
        {
            Break(Last + 1, ChainBreakKind.Missing);
        }
        else if (_state.Sequence != Last || (last is { Schema: ConsentChain.Schema } && _state.LastHash is null))
        {
            Break(Last, ChainBreakKind.StateDisagrees);
        }
        else if (_state.LastHash is not null && !vouched)
        {
            Break(Last, ChainBreakKind.Changed);
        }
        var isWhole = _events.Count == Last && !_events.ContainsValue(null) && _state.Sequence == Last;
        if (isWhole && !AddsUp([.. _events.Values.OfType<ConsentEvent>()], _state))
        {
            Break(Last, ChainBreakKind.StateDisagrees);
        }
    }

    private static bool AddsUp(IReadOnlyList<ConsentEvent> events, CurrentConsent state)
    {
        var last = events.GroupBy(one => one.Purpose).ToDictionary(group => group.Key, group => group.Last());
        var isChained = state.LastHash is not null;
        return state.Purposes.Count == last.Count
            && state.Purposes.All(p => last.TryGetValue(p.Key, out var one) && one.Action == p.Value)
            && state.Wordings.All(w => last.TryGetValue(w.Key, out var one) && one.WordingVersion == w.Value)
            && state.Schema == (isChained ? ConsentChain.Schema : 1)
            && (!isChained || (state.KeptUntil is null) == state.AnyGiven);
    }

    private void Break(int sequence, ChainBreakKind kind) => _breaks.Add(new ChainBreak(_employeeId, sequence, kind));
}
