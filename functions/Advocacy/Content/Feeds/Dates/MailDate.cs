namespace Advocacy.Content.Feeds.Dates;

/// <summary>
/// The form that nearly every RSS feed has, read where its parts stand: <c>Mon, 28 May 2012 18:22:00 GMT</c>, or <c>+0200</c>.
/// Whatever differs in one character is left to <see cref="SpokenDate"/>, which is much slower.
/// </summary>
internal static class MailDate
{
    public static bool TryRead(ReadOnlySpan<char> text, ref DateParts parts)
    {
        if (
            text.Length is not (29 or 31)
            || text
                is not [
                    _,
                    _,
                    _,
                    ',',
                    ' ',
                    _,
                    _,
                    ' ',
                    _,
                    _,
                    _,
                    ' ',
                    _,
                    _,
                    _,
                    _,
                    ' ',
                    _,
                    _,
                    ':',
                    _,
                    _,
                    ':',
                    _,
                    _,
                    ' ',
                    ..,
                ]
            || !TryZone(text[26..], out var offset)
        )
        {
            return false;
        }

        var day = Two(text, 5);
        var century = Two(text, 12);
        var (year, hour, minute, second) = (Two(text, 14), Two(text, 17), Two(text, 20), Two(text, 23));
        var month = MonthNames.Find(text.Slice(8, 3));
        if (
            month == 0
            || (day | century | year | hour | minute | second) < 0
            || hour > 23
            || minute > 59
            || second > 59
        )
        {
            return false;
        }

        (parts.Year, parts.Month, parts.Day) = ((century * 100) + year, month, day);
        (parts.Time, parts.HasTime, parts.OffsetMinutes) = (new TimeSpan(hour, minute, second), true, offset);
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> zone, out int minutes)
    {
        minutes = 0;
        if (zone.Length == 3)
        {
            return zone is "GMT" or "UTC";
        }

        var (hours, rest) = (Two(zone, 1), Two(zone, 3));
        minutes = (zone[0] == '-' ? -1 : 1) * ((hours * 60) + rest);
        return zone[0] is '+' or '-' && hours is >= 0 and < 14 && rest is >= 0 and < 60;
    }

    /// <summary>Two digits as a number; negative where one is none.</summary>
    private static int Two(ReadOnlySpan<char> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return (uint)tens > 9 || (uint)ones > 9 ? -1 : (tens * 10) + ones;
    }
}
