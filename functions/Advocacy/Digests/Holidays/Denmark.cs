namespace Advocacy.Digests.Holidays;

/// <summary>
/// The holidays of the Danish church, Constitution Day and Christmas Eve: the days on which shops stay closed. Source: lov om detailsalg fra
/// butikker m.v. (lukkeloven) § 2, as changed by lov nr. 214 of 6 March 2023, which did away with the general prayer day from 2024.
/// </summary>
internal static class Denmark
{
    private const int LastYearOfPrayerDay = 2023;

    public static IEnumerable<DateOnly> Of(int year)
    {
        var easter = Easter.SundayOf(year);
        yield return new DateOnly(year, 1, 1);
        yield return easter.AddDays(-3);
        yield return easter.AddDays(-2);
        yield return easter;
        yield return easter.AddDays(1);
        if (year <= LastYearOfPrayerDay)
        {
            yield return easter.AddDays(26);
        }
        yield return easter.AddDays(39);
        yield return easter.AddDays(49);
        yield return easter.AddDays(50);
        yield return new DateOnly(year, 6, 5);
        yield return new DateOnly(year, 12, 24);
        yield return new DateOnly(year, 12, 25);
        yield return new DateOnly(year, 12, 26);
    }
}
