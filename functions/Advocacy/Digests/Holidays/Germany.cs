namespace Advocacy.Digests.Holidays;

/// <summary>
/// The nine that hold in every Land. Source: the Länder's Feiertagsgesetze for eight of them, Einigungsvertrag art. 2 (2) for 3 October. What
/// holds in single Länder belongs among the company's own closing days.
/// </summary>
internal static class Germany
{
    public static IEnumerable<DateOnly> Of(int year)
    {
        var easter = Easter.SundayOf(year);
        yield return new DateOnly(year, 1, 1);
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return new DateOnly(year, 5, 1);
        yield return easter.AddDays(39);
        yield return easter.AddDays(50);
        yield return new DateOnly(year, 10, 3);
        yield return new DateOnly(year, 12, 25);
        yield return new DateOnly(year, 12, 26);
    }
}
