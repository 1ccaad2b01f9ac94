using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme;

namespace Advocacy.Tests.Digests;

/// <summary>Digests whose day is a holiday: moved within their week, never lost, never twice.</summary>
public sealed class MovedDigestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset HolyWeek = new(2027, 3, 22, 12, 53, 0, TimeSpan.Zero);

    [Theory]
    // Easter week in Denmark: Thursday and Friday are off. The hour stays, in the person's own zone.
    [InlineData("Europe/Copenhagen", DayOfWeek.Tuesday, "03-23 08")]
    [InlineData("Europe/Copenhagen", DayOfWeek.Thursday, "03-24 08")]
    [InlineData("Europe/Copenhagen", DayOfWeek.Friday, "03-24 08")]
    [InlineData("Asia/Kolkata", DayOfWeek.Friday, "03-24 03")]
    [InlineData("America/New_York", DayOfWeek.Friday, "03-24 13")]
    [InlineData("Europe/Copenhagen", DayOfWeek.Sunday, "03-28 07")]
    public async Task A_digest_on_a_holiday_comes_on_another_day_of_its_week(string zone, DayOfWeek day, string at)
    {
        await using var world = await StartAsync(HolyWeek);
        await AddReaderAsync(world, zone, day);

        var hours = await RunAsync(world, hours: 7 * 24);

        hours.ShouldBe([at]);
    }

    [Fact]
    public async Task A_start_late_in_the_week_catches_up_what_was_moved_and_what_was_not()
    {
        await using var world = await StartAsync(HolyWeek.AddDays(5));
        await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Tuesday);
        await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Friday);
        await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Sunday);

        (await world.Get<DigestPlanner>().PlanDueAsync(Ct)).Planned.ShouldBe(2);
        world.Time.SetUtcNow(HolyWeek.AddDays(7));
        (await world.Get<DigestPlanner>().PlanDueAsync(Ct)).Planned.ShouldBe(0);
    }

    [Fact]
    public async Task A_closing_day_that_is_announced_when_the_day_before_has_passed_loses_nobody_and_mails_nobody_twice()
    {
        await using var world = await StartAsync(HolyWeek.AddDays(7));
        await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Thursday);
        await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Friday);
        // Until Thursday afternoon; then Friday is closed, and its digests would have been Thursday morning's.
        (await RunAsync(world, hours: 3 * 24 + 2)).ShouldBe(["04-01 07"]);
        var company = world.Get<Company>();
        var profile = await company.ProfileAsync(Ct);
        await company.SaveAsync(profile with { ClosingDays = [new DateOnly(2027, 4, 2)] }, Ct);

        (await RunAsync(world, hours: 3 * 24)).ShouldBe(["04-01 14"]);

        (await world.AllAsync<Delivery>(Containers.Deliveries)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_closing_day_that_is_taken_back_mails_nobody_twice()
    {
        await using var world = await StartAsync(HolyWeek.AddDays(7));
        await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Friday);
        var company = world.Get<Company>();
        var profile = await company.ProfileAsync(Ct);
        await company.SaveAsync(profile with { ClosingDays = [new DateOnly(2027, 4, 2)] }, Ct);
        (await RunAsync(world, hours: 3 * 24 + 2)).ShouldBe(["04-01 07"]);
        await company.SaveAsync(profile, Ct);

        (await RunAsync(world, hours: 3 * 24)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_setting_leaves_every_digest_on_its_day()
    {
        await using var world = await StartAsync(HolyWeek, ("Advocacy:Digests:MoveFromHolidays", "false"));
        await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Friday);

        (await RunAsync(world, hours: 7 * 24)).ShouldBe(["03-26 08"]);
    }

    [Fact]
    public async Task Who_chooses_a_day_whose_digest_has_moved_into_the_past_gets_it_at_once()
    {
        await using var world = await StartAsync(HolyWeek);
        var person = await AddReaderAsync(world, "Europe/Copenhagen", DayOfWeek.Saturday);
        world.Time.SetUtcNow(HolyWeek.AddDays(3));

        (
            await world.Get<DigestPlanner>().PlanMissedAsync(person with { DigestDay = DayOfWeek.Friday }, Ct)
        ).Planned.ShouldBe(1);
    }

    [Fact]
    public async Task Over_a_year_of_holidays_everyone_has_one_digest_in_every_week()
    {
        await using var world = await StartAsync(new DateTimeOffset(2026, 12, 28, 0, 53, 0, TimeSpan.Zero));
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            await AddReaderAsync(world, "Europe/Copenhagen", day);
        }
        var planner = world.Get<DigestPlanner>();
        for (var week = 0; week < 53; week++)
        {
            await world.AddPostAsync($"week{week}");
            // Once a day; an hour is as good as any for who is due.
            for (var day = 0; day < 7; day++)
            {
                world.Time.Advance(TimeSpan.FromHours(day == 0 ? 12 : 24));
                await planner.PlanDueAsync(Ct);
            }
            world.Time.Advance(TimeSpan.FromHours(12));
        }

        var deliveries = await world.AllAsync<Delivery>(Containers.Deliveries);
        deliveries.GroupBy(delivery => delivery.EditionId).Count().ShouldBe(53);
        deliveries.GroupBy(delivery => delivery.EditionId).ShouldAllBe(week => week.Count() == 7);
    }

    private static async Task<World> StartAsync(DateTimeOffset at, params (string, string)[] settings)
    {
        var world = await new World([.. NoCaps.Settings, .. settings]).WithCompanyAsync();
        world.Time.SetUtcNow(at);
        await world.AddPostAsync("a");
        return world;
    }

    private static Task<Employee> AddReaderAsync(World world, string zone, DayOfWeek day) =>
        world.AddReaderAsync(
            $"{zone.Replace('/', '-')}-{day}",
            person => person with { TimeZone = zone, DigestDay = day }
        );

    /// <summary>The UTC hours in which somebody was planned, of so many hourly runs.</summary>
    private static async Task<IReadOnlyList<string>> RunAsync(World world, int hours)
    {
        var planner = world.Get<DigestPlanner>();
        var met = new List<string>();
        for (var i = 0; i < hours; i++)
        {
            if ((await planner.PlanDueAsync(Ct)).Planned > 0)
            {
                met.Add(world.Time.GetUtcNow().ToString("MM-dd HH", System.Globalization.CultureInfo.InvariantCulture));
            }
            world.Time.Advance(TimeSpan.FromHours(1));
        }
        return met;
    }
}
