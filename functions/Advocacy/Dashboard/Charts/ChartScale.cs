namespace Advocacy.Dashboard.Charts;

/// <summary>From 0 to a round number that no value exceeds, and whose half is round too.</summary>
/// <param name="Top">Greater than 0.</param>
internal sealed record ChartScale(decimal Top)
{
    private static readonly decimal[] s_round = [2, 4, 6, 8, 10];

    public static ChartScale Of(IEnumerable<decimal?> values)
    {
        var greatest = values.Max() ?? 0;
        var unit = 1m;
        while (greatest > unit * 10)
        {
            unit *= 10;
        }
        return new ChartScale(s_round.First(step => step * unit >= greatest) * unit);
    }

    /// <returns>0 at the bottom, 100 at the top.</returns>
    public double HeightOf(decimal value) => (double)(value / Top * 100);
}
