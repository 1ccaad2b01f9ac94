using Advocacy.Insights;
using Advocacy.Insights.Dashboard;
using Advocacy.Programme;

namespace Advocacy.Dashboard;

/// <summary>What the page shows.</summary>
public sealed record DashboardView
{
    public required CompanyProfile Company { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>From which times are told.</summary>
    public required DateTimeOffset Now { get; init; }

    public required DashboardFigures Figures { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>
    /// From the first week of which something came to the one that is shown, without a gap: a week of which nothing came has no figures.
    /// </summary>
    public IReadOnlyList<(DateOnly Monday, WeekInsight? Figures)> Weeks()
    {
        var known = Figures.Trend.ToDictionary(week => week.WeekStart);
        var first = known.Count == 0 ? Figures.Monday : known.Keys.Min();
        return
        [
            .. Enumerable
                .Range(0, ((Figures.Monday.DayNumber - first.DayNumber) / 7) + 1)
                .Select(i => first.AddDays(7 * i))
                .Select(monday => (monday, known.GetValueOrDefault(monday))),
        ];
    }
}
