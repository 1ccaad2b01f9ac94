namespace Advocacy.Digests.Holidays;

/// <summary>
/// Federal holidays, and the weekday on which one that falls on a weekend is observed: the Friday before a Saturday, the Monday after a Sunday.
/// Source: 5 U.S.C. 6103 (Juneteenth since 2021) and Executive Order 11582.
/// </summary>
internal static class UnitedStates
{
    public static IEnumerable<DateOnly> Of(int year)
    {
        DateOnly[] fixedDays =
        [
            new(year, 1, 1),
            new(year, 6, 19),
            new(year, 7, 4),
            new(year, 11, 11),
            new(year, 12, 25),
            // Observed on the last day of this year where it is a Saturday.
            new(year + 1, 1, 1),
        ];
        return
        [
            .. fixedDays,
            .. fixedDays.Select(Observed),
            DaysOfYear.Nth(3, DayOfWeek.Monday, year, 1),
            DaysOfYear.Nth(3, DayOfWeek.Monday, year, 2),
            DaysOfYear.Last(DayOfWeek.Monday, year, 5),
            DaysOfYear.Nth(1, DayOfWeek.Monday, year, 9),
            DaysOfYear.Nth(2, DayOfWeek.Monday, year, 10),
            DaysOfYear.Nth(4, DayOfWeek.Thursday, year, 11),
        ];
    }

    private static DateOnly Observed(DateOnly date) =>
        date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(-1),
            DayOfWeek.Sunday => date.AddDays(1),
            _ => date,
        };
}
