using Advocacy.Insights.Days;
using Advocacy.Insights.Weeks;

namespace Advocacy.Insights.Publishing;

/// <summary>A week's cells, to be looked up. Internal counts: what comes from here goes through <see cref="Privacy.Blocks"/> before anybody sees it.</summary>
internal sealed class WeekCells(WeekSummary week)
{
    private readonly ILookup<Dimension, DayCell> _cells = week.Cells.ToLookup(cell => cell.Dimension);

    public Measures Total { get; } =
        week.Cells.FirstOrDefault(cell => cell.Dimension == Dimension.Total)?.Counts ?? Measures.None;

    public IEnumerable<DayCell> Of(Dimension dimension) => _cells[dimension];

    /// <summary>Keys that are joined by spaces, taken apart.</summary>
    public IEnumerable<(string[] Keys, Measures Counts)> Split(Dimension dimension) =>
        _cells[dimension].Select(cell => (cell.Key.Split(' '), cell.Counts));
}
