using Advocacy.Insights.Value;
using Advocacy.Insights.Weeks;

namespace Advocacy.Insights.Publishing;

/// <summary>Everything that a week's rows are made of.</summary>
/// <param name="Summary">Its sums.</param>
/// <param name="Labels">What its posts were, by id.</param>
/// <param name="Facts">What no event tells.</param>
/// <param name="Rates">What a click is worth; <c>null</c> where nobody has said.</param>
/// <param name="IsOver">Whether the week is over; else its figures are provisional.</param>
/// <param name="SmallestGroup">The smallest group of people that may be shown.</param>
/// <param name="Ttl">Of the rows, in seconds.</param>
internal sealed record WeekSource(
    WeekSummary Summary,
    IReadOnlyDictionary<string, PostLabel> Labels,
    WeekFacts Facts,
    RateSet? Rates,
    bool IsOver,
    int SmallestGroup,
    int Ttl
)
{
    public string Week => Summary.Week;
}
