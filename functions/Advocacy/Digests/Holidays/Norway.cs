namespace Advocacy.Digests.Holidays;

/// <summary>Source: lov om helligdager og helligdagsfred § 2 (1995), and lov om 1 og 17 mai som høgtidsdager (1947).</summary>
internal static class Norway
{
    public static IEnumerable<DateOnly> Of(int year)
    {
        var easter = Easter.SundayOf(year);
        yield return new DateOnly(year, 1, 1);
        yield return easter.AddDays(-3);
        yield return easter.AddDays(-2);
        yield return easter;
        yield return easter.AddDays(1);
        yield return new DateOnly(year, 5, 1);
        yield return new DateOnly(year, 5, 17);
        yield return easter.AddDays(39);
        yield return easter.AddDays(49);
        yield return easter.AddDays(50);
        yield return new DateOnly(year, 12, 25);
        yield return new DateOnly(year, 12, 26);
    }
}
