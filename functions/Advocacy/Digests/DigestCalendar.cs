using Advocacy.Digests.Holidays;

namespace Advocacy.Digests;

/// <summary>A digest hour of a zone, at the instant at which it begins.</summary>
/// <param name="EditionId">The ISO week of the local date.</param>
/// <param name="Day">Local, as people chose it; where it is a day off, <paramref name="BeginsAt"/> lies on another.</param>
/// <param name="Hour">Local, 0 to 23.</param>
/// <param name="BeginsAt">The instant.</param>
public sealed record DigestHour(string EditionId, DayOfWeek Day, int Hour, DateTimeOffset BeginsAt);

/// <summary>When local digest hours begin. Knows daylight saving and nothing of people.</summary>
public static class DigestCalendar
{
    /// <summary>
    /// The digest hours of the zone that begin after <paramref name="after"/> and not after <paramref name="through"/>, and
    /// belong to the ISO week that <paramref name="within"/> falls in there: a late start is caught up within the week, never beyond.
    /// </summary>
    /// <param name="closed">Days off, from which digests are moved; <c>null</c> for none.</param>
    public static IEnumerable<DigestHour> Between(
        TimeZoneInfo zone,
        DateTimeOffset after,
        DateTimeOffset through,
        DateTimeOffset within,
        ClosedDays? closed = null
    )
    {
        var monday = Edition.MondayOf(LocalDate(zone, within));
        var first = Later(monday, LocalDate(zone, after));
        var last = Earlier(monday.AddDays(6), LocalDate(zone, through));
        var chosen = Enumerable
            .Range(0, 7)
            .Select(monday.AddDays)
            .ToLookup(date => (closed ?? ClosedDays.None).MovedFrom(date));
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            for (var hour = 0; hour < 24; hour++)
            {
                var begins = Begins(zone, date, hour);
                if (begins <= after || begins > through)
                {
                    continue;
                }
                foreach (var day in chosen[date])
                {
                    yield return new DigestHour(Edition.IdOf(day), day.DayOfWeek, hour, begins);
                }
            }
        }
    }

    /// <summary>The instant before the first of the ISO week that <paramref name="instant"/> falls in there.</summary>
    public static DateTimeOffset StartOfWeek(TimeZoneInfo zone, DateTimeOffset instant) =>
        Begins(zone, Edition.MondayOf(LocalDate(zone, instant)), 0).AddTicks(-1);

    /// <summary>The instant at which a local date begins.</summary>
    public static DateTimeOffset StartOf(TimeZoneInfo zone, DateOnly date) => Begins(zone, date, 0);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly LocalDate(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>An hour that the clock skips begins when the gap ends; an hour that it repeats begins the first time.</summary>
    private static DateTimeOffset Begins(TimeZoneInfo zone, DateOnly date, int hour)
    {
        var local = date.ToDateTime(new TimeOnly(hour, 0));
        if (zone.IsInvalidTime(local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3))).ToUniversalTime();
        }
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
