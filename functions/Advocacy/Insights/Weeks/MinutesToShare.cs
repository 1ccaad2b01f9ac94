using Advocacy.Insights.Days;

namespace Advocacy.Insights.Weeks;

/// <summary>
/// Quartiles of the minutes from the mail to a person's first share of the week, from exact counts by minute. At least the smallest group stands on either side of each: a
/// median needs twice as many people, a quartile four times.
/// </summary>
/// <param name="Lower">A quarter of the people shared within so many minutes.</param>
/// <param name="Median">Half of them.</param>
/// <param name="Upper">Three quarters of them.</param>
public sealed record MinutesToShare(int? Lower, int? Median, int? Upper)
{
    /// <param name="counts">In any order; the same minute may come several times.</param>
    public static MinutesToShare Of(IEnumerable<MinuteCount> counts, int smallestGroup)
    {
        var sorted = counts.OrderBy(one => one.Minutes).ToList();
        var all = sorted.Sum(one => one.Count);
        return new MinutesToShare(
            all < 4 * smallestGroup ? null : At(sorted, (all + 3) / 4),
            all < 2 * smallestGroup ? null : At(sorted, (all + 1) / 2),
            all < 4 * smallestGroup ? null : At(sorted, ((3 * all) + 3) / 4)
        );
    }

    /// <summary>The minutes of the n-th person, from 1.</summary>
    private static int At(List<MinuteCount> sorted, int n)
    {
        foreach (var (minutes, count) in sorted)
        {
            n -= count;
            if (n <= 0)
            {
                return minutes;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(n), "There are fewer people.");
    }
}
