using Advocacy.Consent;

namespace Advocacy.Insights.Weeks;

/// <summary>Counts consent events of a span, and who had a yes at its end. In any order.</summary>
internal sealed class ConsentSum(DateTimeOffset from, DateTimeOffset until)
{
    private readonly Dictionary<(string EmployeeId, ConsentPurpose Purpose), (int Sequence, bool Yes)> _last = [];
    private readonly Dictionary<(ConsentPurpose Purpose, ConsentAction Action), int> _times = [];

    public void Add(ConsentEvent one)
    {
        if (one.At >= until)
        {
            return;
        }
        if (one.At >= from)
        {
            var times = (one.Purpose, one.Action);
            _times[times] = _times.GetValueOrDefault(times) + 1;
        }
        var who = (one.EmployeeId, one.Purpose);
        if (_last.GetValueOrDefault(who).Sequence < one.Sequence)
        {
            _last[who] = (one.Sequence, one.Action == ConsentAction.Given);
        }
    }

    public IReadOnlyDictionary<ConsentPurpose, ConsentCounts> Counts() =>
        Enum.GetValues<ConsentPurpose>()
            .ToDictionary(
                purpose => purpose,
                purpose => new ConsentCounts(
                    _last.Count(last => last.Key.Purpose == purpose && last.Value.Yes),
                    _times.GetValueOrDefault((purpose, ConsentAction.Given)),
                    _times.GetValueOrDefault((purpose, ConsentAction.Withdrawn))
                )
            );
}
