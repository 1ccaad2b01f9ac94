using System.Globalization;
using Advocacy.Digests;
using Advocacy.Digests.Holidays;

namespace Advocacy.Tests.Digests.Holidays;

public sealed class ClosedDaysTests
{
    [Theory]
    // An ordinary day stays.
    [InlineData("DK", "2026-11-24 Tue", "2026-11-24 Tue")]
    // To the next working day of the week.
    [InlineData("DK", "2026-04-06 Mon", "2026-04-07 Tue")]
    [InlineData("DK", "2026-05-14 Thu", "2026-05-15 Fri")]
    [InlineData("DK", "2026-05-25 Mon", "2026-05-26 Tue")]
    // Where none is left, to the one before; over two holidays in a row.
    [InlineData("DK", "2026-06-05 Fri", "2026-06-04 Thu")]
    [InlineData("DK", "2026-04-02 Thu", "2026-04-01 Wed")]
    [InlineData("DK", "2026-04-03 Fri", "2026-04-01 Wed")]
    [InlineData("DK", "2026-12-24 Thu", "2026-12-23 Wed")]
    [InlineData("DK", "2026-12-25 Fri", "2026-12-23 Wed")]
    // The ISO week may lie in two years.
    [InlineData("DK", "2027-01-01 Fri", "2026-12-31 Thu")]
    [InlineData("US", "2027-12-31 Fri", "2027-12-30 Thu")]
    // A weekend that somebody chose stays theirs.
    [InlineData("DK", "2026-04-05 Sun", "2026-04-05 Sun")]
    [InlineData("DK", "2026-12-26 Sat", "2026-12-26 Sat")]
    // The company's country decides.
    [InlineData("SE", "2026-06-19 Fri", "2026-06-18 Thu")]
    [InlineData("SE", "2026-06-05 Fri", "2026-06-05 Fri")]
    [InlineData("NO", "2026-05-01 Fri", "2026-04-30 Thu")]
    [InlineData("DE", "2026-05-25 Mon", "2026-05-26 Tue")]
    [InlineData("GB", "2026-12-28 Mon", "2026-12-29 Tue")]
    [InlineData("US", "2026-07-03 Fri", "2026-07-02 Thu")]
    [InlineData("US", "2026-11-26 Thu", "2026-11-27 Fri")]
    public void A_digest_on_a_holiday_moves_within_its_week(string country, string day, string moved) =>
        Written(new ClosedDays(country, []).MovedFrom(Day(day))).ShouldBe(moved);

    [Theory]
    // Closed on Monday and Tuesday; on Thursday and Friday; the whole week.
    [InlineData("2026-11-23 Mon", "2026-11-23 2026-11-24", "2026-11-25 Wed")]
    [InlineData("2026-11-27 Fri", "2026-11-26 2026-11-27", "2026-11-25 Wed")]
    [InlineData("2026-11-25 Wed", "2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27", "2026-11-25 Wed")]
    public void The_companys_own_closing_days_count_as_holidays(string day, string own, string moved) =>
        Written(new ClosedDays("DK", own.Split(' ').Select(Day)).MovedFrom(Day(day))).ShouldBe(moved);

    [Theory]
    [InlineData("DK")]
    [InlineData("SE")]
    [InlineData("NO")]
    [InlineData("DE")]
    [InlineData("GB")]
    [InlineData("US")]
    public void No_day_of_twenty_years_moves_out_of_its_week_or_onto_another_holiday(string country)
    {
        var closed = new ClosedDays(country, []);
        var moves = 0;
        for (var date = new DateOnly(2024, 1, 1); date.Year < 2044; date = date.AddDays(1))
        {
            var moved = closed.MovedFrom(date);
            Edition.IdOf(moved).ShouldBe(Edition.IdOf(date));
            if (moved != date)
            {
                moves++;
                CountryHolidays.Contains(country, moved).ShouldBeFalse();
                moved.DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
            }
        }
        moves.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_same_days_off_have_the_same_signature_in_whatever_order()
    {
        var (a, b) = (new DateOnly(2026, 12, 28), new DateOnly(2026, 12, 29));

        new ClosedDays("DK", [a, b]).Signature.ShouldBe(new ClosedDays("DK", [b, a]).Signature);
        new ClosedDays("DK", [a]).Signature.ShouldNotBe(new ClosedDays("DK", [a, b]).Signature);
        new ClosedDays("SE", [a]).Signature.ShouldNotBe(new ClosedDays("DK", [a]).Signature);
        ClosedDays.None.Signature.ShouldNotBe(new ClosedDays("DK", []).Signature);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text[..10], CultureInfo.InvariantCulture);

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture);
}
