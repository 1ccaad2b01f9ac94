namespace Advocacy.Digests.Holidays;

/// <summary>
/// Bank holidays of England and Wales, with the substitutes for those that fall on a weekend. Source: Banking and Financial Dealings Act 1971,
/// schedule 1, and the yearly proclamations under it (New Year's Day, early May). A holiday that is proclaimed or moved once belongs among the
/// company's own closing days.
/// </summary>
internal static class England
{
    public static IEnumerable<DateOnly> Of(int year)
    {
        var easter = Easter.SundayOf(year);
        var newYear = new DateOnly(year, 1, 1);
        var christmas = new DateOnly(year, 12, 25);
        yield return newYear;
        yield return Substitute(newYear);
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return DaysOfYear.Nth(1, DayOfWeek.Monday, year, 5);
        yield return DaysOfYear.Last(DayOfWeek.Monday, year, 5);
        yield return DaysOfYear.Last(DayOfWeek.Monday, year, 8);
        yield return christmas;
        yield return christmas.AddDays(1);
        foreach (var substitute in AfterChristmas(christmas))
        {
            yield return substitute;
        }
    }

    /// <summary>The Monday after, where it is a Saturday or a Sunday.</summary>
    private static DateOnly Substitute(DateOnly date) =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DaysOfYear.From(date, DayOfWeek.Monday) : date;

    /// <summary>Two days off on weekdays, however Christmas and Boxing Day fall.</summary>
    private static IEnumerable<DateOnly> AfterChristmas(DateOnly christmas) =>
        christmas.DayOfWeek switch
        {
            DayOfWeek.Friday => [christmas.AddDays(3)],
            DayOfWeek.Saturday => [christmas.AddDays(2), christmas.AddDays(3)],
            DayOfWeek.Sunday => [christmas.AddDays(2)],
            _ => [],
        };
}
