namespace Advocacy.Digests.Holidays;

/// <summary>
/// Source: lag (1989:253) om allmänna helgdagar, and semesterlagen (1977:480), which counts the eves of midsummer, Christmas and New Year as
/// Sundays too.
/// </summary>
internal static class Sweden
{
    public static IEnumerable<DateOnly> Of(int year)
    {
        var easter = Easter.SundayOf(year);
        var midsummer = DaysOfYear.From(new DateOnly(year, 6, 20), DayOfWeek.Saturday);
        yield return new DateOnly(year, 1, 1);
        yield return new DateOnly(year, 1, 6);
        yield return easter.AddDays(-2);
        yield return easter;
        yield return easter.AddDays(1);
        yield return new DateOnly(year, 5, 1);
        yield return easter.AddDays(39);
        yield return easter.AddDays(49);
        yield return new DateOnly(year, 6, 6);
        yield return midsummer.AddDays(-1);
        yield return midsummer;
        yield return DaysOfYear.From(new DateOnly(year, 10, 31), DayOfWeek.Saturday);
        yield return new DateOnly(year, 12, 24);
        yield return new DateOnly(year, 12, 25);
        yield return new DateOnly(year, 12, 26);
        yield return new DateOnly(year, 12, 31);
    }
}
