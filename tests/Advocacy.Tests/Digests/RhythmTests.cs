using System.Globalization;
using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Digests;

/// <summary>Who is planned in which week: rhythm, number of posts, pause, and days that are changed in mid-week.</summary>
public sealed class RhythmTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    // Weekly never looks back.
    [InlineData(DigestRhythm.Weekly, "2026-W48", "2026-W48", true)]
    [InlineData(DigestRhythm.Weekly, "2026-W48", "2026-W47", true)]
    // The first one comes at once.
    [InlineData(DigestRhythm.EveryOtherWeek, "2026-W48", null, true)]
    [InlineData(DigestRhythm.Monthly, "2026-W48", null, true)]
    // Every other week, over the turn of years with 52 and with 53 weeks.
    [InlineData(DigestRhythm.EveryOtherWeek, "2026-W48", "2026-W47", false)]
    [InlineData(DigestRhythm.EveryOtherWeek, "2026-W48", "2026-W46", true)]
    [InlineData(DigestRhythm.EveryOtherWeek, "2026-W53", "2026-W52", false)]
    [InlineData(DigestRhythm.EveryOtherWeek, "2027-W01", "2026-W53", false)]
    [InlineData(DigestRhythm.EveryOtherWeek, "2027-W01", "2026-W52", true)]
    [InlineData(DigestRhythm.EveryOtherWeek, "2027-W02", "2026-W53", true)]
    [InlineData(DigestRhythm.EveryOtherWeek, "2028-W01", "2027-W52", false)]
    [InlineData(DigestRhythm.EveryOtherWeek, "2028-W01", "2027-W51", true)]
    // Every four weeks, the same.
    [InlineData(DigestRhythm.Monthly, "2026-W48", "2026-W45", false)]
    [InlineData(DigestRhythm.Monthly, "2026-W48", "2026-W44", true)]
    [InlineData(DigestRhythm.Monthly, "2027-W02", "2026-W52", false)]
    [InlineData(DigestRhythm.Monthly, "2027-W03", "2026-W52", true)]
    [InlineData(DigestRhythm.Monthly, "2026-W01", "2025-W50", false)]
    [InlineData(DigestRhythm.Monthly, "2026-W01", "2025-W49", true)]
    // A week that lies ahead, as after a move across the date line, is no reason for another.
    [InlineData(DigestRhythm.EveryOtherWeek, "2026-W48", "2026-W49", false)]
    public void A_week_is_theirs_when_their_rhythm_has_passed_since_the_last_one(
        DigestRhythm rhythm,
        string week,
        string? last,
        bool theirs
    ) => Rhythms.IsTheirs(rhythm, week, last).ShouldBe(theirs);

    [Theory]
    [InlineData(DigestRhythm.Weekly, "48 49 50 51 52 53 01 02 03 04")]
    [InlineData(DigestRhythm.EveryOtherWeek, "48 50 52 01 03")]
    [InlineData(DigestRhythm.Monthly, "48 52 03")]
    public async Task A_rhythm_holds_over_a_year_of_53_weeks(DigestRhythm rhythm, string weeks)
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddReaderAsync("reader", person => person with { Rhythm = rhythm });

        for (var week = 0; week < 10; week++)
        {
            await world.AddPostAsync($"week{week}");
            await PlanWeekByTheClockAsync(world);
        }

        (await WeeksAsync(world)).ShouldBe(weeks);
    }

    [Fact]
    public async Task A_week_without_news_or_in_a_pause_costs_no_more_than_itself()
    {
        await using var world = await new World().WithCompanyAsync();
        var person = await world.AddReaderAsync("reader", one => one with { Rhythm = DigestRhythm.EveryOtherWeek });
        await world.AddPostAsync("first");
        await PlanWeekByTheClockAsync(world);
        await PlanWeekByTheClockAsync(world);
        // Week 50 is theirs and has nothing new; 51 has.
        await PlanWeekByTheClockAsync(world);
        await world.AddPostAsync("second");
        await PlanWeekByTheClockAsync(world);
        await PlanWeekByTheClockAsync(world);
        // Week 53 is theirs and falls into a pause; the first week of the year comes after it.
        await SaveAsync(world, person with { PausedUntil = world.Time.GetUtcNow().AddDays(6) });
        await world.AddPostAsync("third");
        await PlanWeekByTheClockAsync(world);
        await PlanWeekByTheClockAsync(world);

        (await WeeksAsync(world)).ShouldBe("48 51 01");
    }

    [Fact]
    public async Task Who_is_not_this_week_is_counted_with_that_reason()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a");
        await world.AddReaderAsync("reader", one => one with { Rhythm = DigestRhythm.Monthly });
        await PlanWeekByTheClockAsync(world);
        await world.AddPostAsync("b");

        var report = await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        report.Planned.ShouldBe(0);
        report.Skipped.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(SkipReason.NotThisWeek, 1));
    }

    [Fact]
    public async Task A_digest_that_never_left_does_not_count_as_the_last_one()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a");
        await world.AddReaderAsync("reader", one => one with { Rhythm = DigestRhythm.Monthly });
        await PlanWeekByTheClockAsync(world);
        var failed = (await world.AllAsync<Delivery>(Containers.Deliveries)).ShouldHaveSingleItem();
        await world.Store.UpsertAsync(Containers.Deliveries, failed with { State = DeliveryState.Failed }, Ct);

        await PlanWeekByTheClockAsync(world);

        (await WeeksAsync(world)).ShouldBe("48 49");
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    public async Task A_person_gets_as_many_posts_as_they_chose(int? chosen, int expected)
    {
        await using var world = await new World().WithCompanyAsync();
        for (var i = 0; i < 9; i++)
        {
            await world.AddPostAsync($"post{i}");
        }
        await world.AddReaderAsync("reader", person => person with { MostPosts = chosen });

        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        (await world.AllAsync<Delivery>(Containers.Deliveries)).ShouldHaveSingleItem().Picks.Count.ShouldBe(expected);
    }

    /// <summary>Every change from every hour to every other, made at every moment of a week: one digest in the week, never two, never none.</summary>
    [Theory]
    [InlineData("Tue 09 Europe/Copenhagen", "Mon 09 Europe/Copenhagen")]
    [InlineData("Tue 09 Europe/Copenhagen", "Fri 14 Europe/Copenhagen")]
    [InlineData("Fri 14 Europe/Copenhagen", "Tue 09 Europe/Copenhagen")]
    [InlineData("Tue 09 Europe/Copenhagen", "Tue 10 Europe/Copenhagen")]
    [InlineData("Tue 09 Europe/Copenhagen", "Tue 08 Europe/Copenhagen")]
    [InlineData("Tue 09 Europe/Copenhagen", "Tue 09 America/New_York")]
    [InlineData("Tue 09 America/New_York", "Tue 09 Asia/Kolkata")]
    public async Task A_change_in_mid_week_leads_to_one_digest_in_that_week(string before, string after)
    {
        // From Tuesday 00:00 to Saturday, when it is the same ISO week everywhere.
        for (var hour = 0; hour < 4 * 24; hour += 5)
        {
            await using var world = await new World().WithCompanyAsync();
            await world.AddPostAsync("a");
            await world.AddPostAsync("b");
            var person = await world.AddReaderAsync("reader", one => At(one, before));
            var changeAt = new DateTimeOffset(2026, 11, 24, 0, 20, 0, TimeSpan.Zero).AddHours(hour);
            var planner = world.Get<DigestPlanner>();

            await RunUntilAsync(world, planner, changeAt);
            world.Time.SetUtcNow(changeAt);
            await planner.PlanMissedAsync(At(person, after), Ct);
            await SaveAsync(world, At(person, after));
            await RunUntilAsync(world, planner, new DateTimeOffset(2026, 11, 29, 3, 0, 0, TimeSpan.Zero));

            (await WeeksAsync(world)).ShouldBe("48", $"changed at {changeAt:u}");
        }
    }

    [Fact]
    public async Task An_hour_that_is_still_to_come_is_left_to_the_clock()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a");
        var person = await world.AddReaderAsync("reader");

        (await world.Get<DigestPlanner>().PlanMissedAsync(person, Ct)).ShouldBe(PlanReport.Empty);

        world.Queue.Bodies(Queues.Digests).ShouldBeEmpty();
        (await world.AllAsync<Delivery>(Containers.Deliveries)).ShouldBeEmpty();
    }

    /// <summary>Hourly runs, at 53 minutes past, until an instant.</summary>
    private static async Task RunUntilAsync(World world, DigestPlanner planner, DateTimeOffset until)
    {
        var start = world.Time.GetUtcNow();
        var at = new DateTimeOffset(start.Year, start.Month, start.Day, start.Hour, 53, 0, TimeSpan.Zero);
        for (at = at < start ? at.AddHours(1) : at; at <= until; at = at.AddHours(1))
        {
            world.Time.SetUtcNow(at);
            await planner.PlanDueAsync(Ct);
        }
    }

    private static async Task PlanWeekByTheClockAsync(World world)
    {
        var planner = world.Get<DigestPlanner>();
        for (var i = 0; i < 7; i++)
        {
            await planner.PlanDueAsync(Ct);
            world.Time.Advance(TimeSpan.FromDays(1));
        }
        foreach (var delivery in await world.AllAsync<Delivery>(Containers.Deliveries))
        {
            if (delivery.State == DeliveryState.Planned)
            {
                await world.Store.UpsertAsync(Containers.Deliveries, delivery with { State = DeliveryState.Sent }, Ct);
            }
        }
    }

    private static async Task SaveAsync(World world, Employee person) =>
        await world.Get<Roster>().SaveAsync(person, Ct);

    private static async Task<string> WeeksAsync(World world) =>
        string.Join(
            ' ',
            (await world.AllAsync<Delivery>(Containers.Deliveries))
                .OrderBy(delivery => delivery.EditionId, StringComparer.Ordinal)
                .Select(delivery => delivery.EditionId[6..])
        );

    private static Employee At(Employee person, string slot)
    {
        var parts = slot.Split(' ');
        return person with
        {
            DigestDay = Enum.GetValues<DayOfWeek>()
                .Single(day => day.ToString().StartsWith(parts[0], StringComparison.Ordinal)),
            DigestHour = int.Parse(parts[1], CultureInfo.InvariantCulture),
            TimeZone = parts[2],
        };
    }
}
