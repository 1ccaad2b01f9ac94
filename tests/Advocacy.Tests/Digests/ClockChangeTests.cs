using System.Globalization;
using Advocacy.Digests;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Digests;

/// <summary>The digest hours around the two changes of the clock, in zones that change in four ways.</summary>
public sealed class ClockChangeTests
{
    private const string Rows = """
        # zone               local           begins
        # Copenhagen, spring: 02:00 becomes 03:00. What would begin in the gap begins at its end.
        Europe/Copenhagen    2026-03-29 00   2026-03-28T23:00Z
        Europe/Copenhagen    2026-03-29 01   2026-03-29T00:00Z
        Europe/Copenhagen    2026-03-29 02   2026-03-29T01:00Z
        Europe/Copenhagen    2026-03-29 03   2026-03-29T01:00Z
        Europe/Copenhagen    2026-03-29 04   2026-03-29T02:00Z
        # Copenhagen, autumn: 03:00 becomes 02:00. An hour that comes twice begins the first time.
        Europe/Copenhagen    2026-10-25 01   2026-10-24T23:00Z
        Europe/Copenhagen    2026-10-25 02   2026-10-25T00:00Z
        Europe/Copenhagen    2026-10-25 03   2026-10-25T02:00Z
        Europe/Copenhagen    2026-10-25 04   2026-10-25T03:00Z
        # New York, spring: 02:00 becomes 03:00.
        America/New_York     2026-03-08 01   2026-03-08T06:00Z
        America/New_York     2026-03-08 02   2026-03-08T07:00Z
        America/New_York     2026-03-08 03   2026-03-08T07:00Z
        America/New_York     2026-03-08 04   2026-03-08T08:00Z
        # New York, autumn: 02:00 becomes 01:00.
        America/New_York     2026-11-01 00   2026-11-01T04:00Z
        America/New_York     2026-11-01 01   2026-11-01T05:00Z
        America/New_York     2026-11-01 02   2026-11-01T07:00Z
        America/New_York     2026-11-01 03   2026-11-01T08:00Z
        # Lord Howe, spring, in October: 02:00 becomes 02:30.
        Australia/Lord_Howe  2026-10-04 01   2026-10-03T14:30Z
        Australia/Lord_Howe  2026-10-04 02   2026-10-03T15:30Z
        Australia/Lord_Howe  2026-10-04 03   2026-10-03T16:00Z
        Australia/Lord_Howe  2026-10-04 04   2026-10-03T17:00Z
        # Lord Howe, autumn, in April: 02:00 becomes 01:30; no full hour comes twice.
        Australia/Lord_Howe  2026-04-05 01   2026-04-04T14:00Z
        Australia/Lord_Howe  2026-04-05 02   2026-04-04T15:30Z
        Australia/Lord_Howe  2026-04-05 03   2026-04-04T16:30Z
        # Kolkata never changes, and is half an hour off.
        Asia/Kolkata         2026-03-29 02   2026-03-28T20:30Z
        Asia/Kolkata         2026-03-29 03   2026-03-28T21:30Z
        Asia/Kolkata         2026-10-25 02   2026-10-24T20:30Z
        Asia/Kolkata         2026-10-25 03   2026-10-24T21:30Z
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Hours() =>
        [
            .. Rows.Split('\n')
                .Where(row => !row.StartsWith('#'))
                .Select(row => (row[..21].Trim(), row[21..37].Trim(), row[37..].Trim())),
        ];

    [Theory]
    [MemberData(nameof(Hours))]
    public void An_hour_around_a_change_of_the_clock_begins_at(string zone, string local, string begins)
    {
        var at = DateTime.ParseExact(local, "yyyy-MM-dd HH", CultureInfo.InvariantCulture);
        var noon = new DateTimeOffset(at.Date.AddHours(12), TimeZone(zone).GetUtcOffset(at.Date.AddHours(12)));

        var hours = DigestCalendar
            .Between(TimeZone(zone), DigestCalendar.StartOfWeek(TimeZone(zone), noon), noon.AddDays(2), noon)
            .Where(hour => hour.Day == at.DayOfWeek && hour.Hour == at.Hour);

        hours.ShouldHaveSingleItem().BeginsAt.ShouldBe(DateTimeOffset.Parse(begins, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Europe/Copenhagen", "2027-03-28")]
    [InlineData("Europe/Copenhagen", "2027-10-31")]
    [InlineData("America/New_York", "2027-03-14")]
    [InlineData("America/New_York", "2027-11-07")]
    [InlineData("Australia/Lord_Howe", "2027-10-03")]
    [InlineData("Australia/Lord_Howe", "2027-04-04")]
    [InlineData("Asia/Kolkata", "2027-03-28")]
    [InlineData("Asia/Kolkata", "2027-10-31")]
    public async Task Of_people_at_every_hour_of_the_day_the_clock_changes_each_gets_one_digest_in_the_week(
        string zone,
        string sunday
    )
    {
        await using var world = await new World(NoCaps.Settings).WithCompanyAsync();
        var day = DateOnly.Parse(sunday, CultureInfo.InvariantCulture);
        world.Time.SetUtcNow(new DateTimeOffset(day.AddDays(-6).ToDateTime(new TimeOnly(12, 53)), TimeSpan.Zero));
        await world.AddPostAsync("a");
        for (var hour = 0; hour < 24; hour++)
        {
            await world.AddReaderAsync(
                $"at{hour}",
                person => person with { TimeZone = zone, DigestDay = DayOfWeek.Sunday, DigestHour = hour }
            );
        }
        var planner = world.Get<DigestPlanner>();

        var planned = 0;
        for (var run = 0; run < 8 * 24; run++)
        {
            planned += (await planner.PlanDueAsync(Ct)).Planned;
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        var deliveries = await world.AllAsync<Delivery>(Containers.Deliveries);
        planned.ShouldBe(24);
        deliveries.Select(delivery => delivery.EmployeeId).Distinct().Count().ShouldBe(24);
        deliveries.ShouldAllBe(delivery => delivery.EditionId == Edition.IdOf(day));
    }

    private static TimeZoneInfo TimeZone(string zone) => TimeZoneInfo.FindSystemTimeZoneById(zone);
}
