using System.Globalization;
using Advocacy.Platform;

namespace Advocacy.Content;

/// <summary>When a feed is visited again.</summary>
internal static class HarvestTimes
{
    /// <summary>Hourly at most; a little less than the hour, because the timer does not fire to the second.</summary>
    public static readonly TimeSpan BetweenVisits = TimeSpan.FromMinutes(55);

    /// <summary>After failures; also the most that a server's Retry-After is believed.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>
    /// The wait after the <paramref name="failures"/>th failure in a row: 55 minutes doubled each time up to a day, less up to a tenth
    /// that depends on the source only, so that feeds which failed together do not come back together and a test can tell.
    /// </summary>
    public static TimeSpan BackOff(string sourceId, int failures, TimeSpan? retryAfter)
    {
        var doublings = Math.Clamp(failures - 1, 0, 10);
        var full = Math.Min(BetweenVisits.Ticks << doublings, LongestWait.Ticks);
        var draw = Ids.Of("back-off", sourceId, failures.ToString(CultureInfo.InvariantCulture));
        var share =
            int.Parse(draw.AsSpan(0, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 65_536.0;
        var wait = TimeSpan.FromTicks((long)(full * (1 - (0.1 * share))));
        var asked = retryAfter is { } asks && asks > LongestWait ? LongestWait : retryAfter ?? TimeSpan.Zero;
        return asked > wait ? asked : wait;
    }
}
