using System.Globalization;

namespace Advocacy.People;

/// <summary>
/// An instant as people and spreadsheets write it: year first, or day first with dashes or dots (with slashes nobody can tell the day from
/// the month). Without an offset it is the clock in the person's zone; a date alone is the beginning of its day there.
/// </summary>
internal static class RosterInstant
{
    private static readonly string[] s_clock =
    [
        .. from date in (string[])["yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"]
        from time in (string[])
            ["", " H:mm", " H:mm:ss", "'T'HH:mm", "'T'HH:mm:ss", " H:mm:ss.FFFFFFF", "'T'HH:mm:ss.FFFFFFF"]
        select date + time,
    ];

    private static readonly string[] s_withOffset =
    [
        .. from time in (string[])
            ["'T'HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss.FFFFFFF", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF"]
        from offset in (string[])["K", " zzz"]
        select "yyyy-MM-dd" + time + offset,
    ];

    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, s_clock, culture, DateTimeStyles.None, out var clock))
        {
            // Far from the calendar's two ends, where an offset would lead beyond them.
            var sensible = clock.Year is >= 1900 and < 3000;
            instant = sensible ? new DateTimeOffset(clock, zone.GetUtcOffset(clock)) : default;
            return sensible;
        }
        return DateTimeOffset.TryParseExact(text, s_withOffset, culture, DateTimeStyles.AssumeUniversal, out instant)
            && instant.Year is >= 1900 and < 3000;
    }
}
