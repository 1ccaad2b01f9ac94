namespace Advocacy.Digests.Holidays;

/// <summary>Days that laws describe by a weekday.</summary>
internal static class DaysOfYear
{
    /// <summary>The first such weekday on or after a date.</summary>
    public static DateOnly From(DateOnly date, DayOfWeek weekday) =>
        date.AddDays(((int)weekday - (int)date.DayOfWeek + 7) % 7);

    /// <param name="number">1 for the first of the month.</param>
    public static DateOnly Nth(int number, DayOfWeek weekday, int year, int month) =>
        From(new DateOnly(year, month, 1), weekday).AddDays(7 * (number - 1));

    public static DateOnly Last(DayOfWeek weekday, int year, int month) =>
        From(new DateOnly(year, month, 1).AddMonths(1).AddDays(-7), weekday);
}
