using System.Globalization;
using Advocacy.Digests.Holidays;

namespace Advocacy.Tests.Digests.Holidays;

public sealed class CountryHolidaysTests
{
    [Theory]
    // The earliest and the latest that there can be, and the two exceptions of the rule (a moon of 19 and of 18 April).
    [InlineData("2285-03-22")]
    [InlineData("2038-04-25")]
    [InlineData("1981-04-19")]
    [InlineData("1954-04-18")]
    [InlineData("2049-04-18")]
    // Around now.
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    public void Easter_falls_where_the_almanac_has_it(string sunday) =>
        Easter.SundayOf(Day(sunday).Year).ShouldBe(Day(sunday));

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April_in_every_year()
    {
        for (var year = 1900; year < 2400; year++)
        {
            var sunday = Easter.SundayOf(year);
            sunday.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            sunday.ShouldBeInRange(new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    // The prayer day went after 2023.
    [InlineData("DK", 2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 06-05 12-24 12-25 12-26")]
    [InlineData("DK", 2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 06-05 12-24 12-25 12-26")]
    [InlineData("DK", 2027, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 06-05 12-24 12-25 12-26")]
    [InlineData(
        "SE",
        2026,
        "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 12-25 12-26 12-31"
    )]
    [InlineData("NO", 2026, "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26")]
    [InlineData("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26")]
    // Substitutes: Boxing Day on a Saturday; Christmas on a Saturday; New Year's Day on a Saturday.
    [InlineData("GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28")]
    [InlineData("GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28")]
    [InlineData("GB", 2028, "01-01 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData("GB", 2033, "01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27")]
    // Observed on the Friday before and on the Monday after; New Year's Day 2028 at the end of 2027.
    [InlineData("US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(
        "US",
        2027,
        "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31"
    )]
    // In whatever case; and a country that nobody wrote down.
    [InlineData("de", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26")]
    [InlineData("ZZ", 2026, "")]
    public void A_country_has_the_holidays_of_its_law(string country, int year, string days) =>
        string.Join(
                ' ',
                CountryHolidays.Of(country, year).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))
            )
            .ShouldBe(days);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
