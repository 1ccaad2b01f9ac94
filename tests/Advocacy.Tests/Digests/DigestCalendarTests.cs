using System.Globalization;
using Advocacy.Digests;

namespace Advocacy.Tests.Digests;

public sealed class DigestCalendarTests
{
    [Theory]
    // Winter and summer in Copenhagen.
    [InlineData("Europe/Copenhagen", "2026-11-24 09", "2026-11-24T08:00Z", "2026-W48")]
    [InlineData("Europe/Copenhagen", "2026-06-23 09", "2026-06-23T07:00Z", "2026-W26")]
    // The hour that is skipped begins when the gap ends; the hour that comes twice begins the first time.
    [InlineData("Europe/Copenhagen", "2026-03-29 02", "2026-03-29T01:00Z", "2026-W13")]
    [InlineData("Europe/Copenhagen", "2026-03-29 03", "2026-03-29T01:00Z", "2026-W13")]
    [InlineData("Europe/Copenhagen", "2026-10-25 02", "2026-10-25T00:00Z", "2026-W43")]
    [InlineData("Europe/Copenhagen", "2026-10-25 03", "2026-10-25T02:00Z", "2026-W43")]
    // New York changes on other days.
    [InlineData("America/New_York", "2026-03-08 02", "2026-03-08T07:00Z", "2026-W10")]
    [InlineData("America/New_York", "2026-11-01 01", "2026-11-01T05:00Z", "2026-W44")]
    // Lord Howe shifts by half an hour.
    [InlineData("Australia/Lord_Howe", "2026-10-04 02", "2026-10-03T15:30Z", "2026-W40")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 03", "2026-10-03T16:00Z", "2026-W40")]
    // Half-hour zones and the far ends of the world.
    [InlineData("Asia/Kolkata", "2026-11-24 09", "2026-11-24T03:30Z", "2026-W48")]
    [InlineData("Pacific/Kiritimati", "2026-11-23 00", "2026-11-22T10:00Z", "2026-W48")]
    [InlineData("Pacific/Niue", "2026-11-29 23", "2026-11-30T10:00Z", "2026-W48")]
    // The ISO year is not the calendar's.
    [InlineData("Europe/Copenhagen", "2027-01-01 09", "2027-01-01T08:00Z", "2026-W53")]
    public void A_digest_hour_begins_when_the_local_clock_says_so(
        string zone,
        string local,
        string begins,
        string edition
    )
    {
        var instant = DateTimeOffset.Parse(begins, CultureInfo.InvariantCulture);
        var expected = DateTime.ParseExact(local, "yyyy-MM-dd HH", CultureInfo.InvariantCulture);

        var hours = Between(zone, instant.AddTicks(-1), instant, instant);

        hours.ShouldContain(hour =>
            hour.Day == expected.DayOfWeek
            && hour.Hour == expected.Hour
            && hour.EditionId == edition
            && hour.BeginsAt == instant
        );
    }

    [Theory]
    [InlineData("Europe/Copenhagen")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    public void Walking_a_year_hour_by_hour_meets_each_digest_hour_of_each_week_exactly_once(string zone)
    {
        var met = new Dictionary<(string, DayOfWeek, int), int>();
        var start = new DateTimeOffset(2026, 1, 5, 0, 53, 0, TimeSpan.Zero);
        for (var now = start; now < start.AddDays(364); now = now.AddHours(1))
        {
            foreach (var hour in Between(zone, now.AddHours(-1), now, now))
            {
                var key = (hour.EditionId, hour.Day, hour.Hour);
                met[key] = met.GetValueOrDefault(key) + 1;
            }
        }

        met.Values.ShouldAllBe(times => times == 1);
        met.Keys.GroupBy(key => key.Item1).Count(week => week.Count() == 7 * 24).ShouldBeGreaterThanOrEqualTo(51);
    }

    [Fact]
    public void A_late_start_catches_up_within_the_week_and_never_beyond()
    {
        var wednesday = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

        var hours = Between("Europe/Copenhagen", wednesday.AddDays(-30), wednesday, wednesday);

        hours.Select(hour => hour.EditionId).Distinct().ShouldBe(["2026-W48"]);
        hours.Count.ShouldBe(2 * 24 + 14);
    }

    [Fact]
    public void Hours_of_the_next_week_are_not_this_weeks()
    {
        var monday = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        var hours = Between("Europe/Copenhagen", monday.AddDays(-1), monday.AddDays(9), monday);

        hours.Count.ShouldBe(7 * 24);
        hours[^1].BeginsAt.ShouldBe(new DateTimeOffset(2026, 11, 29, 22, 0, 0, TimeSpan.Zero));
    }

    private static IReadOnlyList<DigestHour> Between(
        string zone,
        DateTimeOffset after,
        DateTimeOffset through,
        DateTimeOffset within
    ) => [.. DigestCalendar.Between(TimeZoneInfo.FindSystemTimeZoneById(zone), after, through, within)];
}
