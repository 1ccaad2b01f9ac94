using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Digests;

/// <summary>What a unit was given holds across hours, runs, instances, crashes and weeks.</summary>
public sealed class SpreadRunsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_of_a_unit_are_spread_evenly_over_the_hours_of_a_week()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("a", texts: 5);
        for (var i = 0; i < 10; i++)
        {
            var hour = i;
            await world.AddReaderAsync($"reader{i}", person => person with { DigestHour = 6 + hour });
        }

        // A planner for each hour, as a new process each time.
        for (var hour = 0; hour < 48; hour++)
        {
            await using var process = new World([.. SpreadScene.ToAll]) { StoreUsed = world.Store };
            process.Time.SetUtcNow(world.Time.GetUtcNow().AddHours(hour));
            await process.Get<DigestPlanner>().PlanDueAsync(Ct);
        }

        (await TextsAsync(world, "2026-W48")).Values.ShouldBe([2, 2, 2, 2, 2]);
    }

    [Fact]
    public async Task One_who_comes_late_gets_a_text_that_is_left()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("a", texts: 4);
        for (var i = 0; i < 3; i++)
        {
            await world.AddReaderAsync($"reader{i}");
        }
        world.Time.SetUtcNow(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        await world.Get<DigestPlanner>().PlanDueAsync(Ct);
        var late = await world.AddReaderAsync("late", person => person with { DigestDay = DayOfWeek.Friday });

        var report = await world.Get<DigestPlanner>().PlanMissedAsync(late with { DigestDay = DayOfWeek.Monday }, Ct);

        report.Planned.ShouldBe(1);
        (await TextsAsync(world, "2026-W48")).Values.ShouldBe([1, 1, 1, 1]);
    }

    [Fact]
    public async Task A_text_is_not_given_two_weeks_running_while_another_is_left()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("a", texts: 5);
        await world.AddReaderAsync("one");
        await world.AddReaderAsync("two");
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var first = (await TextsAsync(world, "2026-W48")).Keys;
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.AddReaderAsync("three");
        await world.AddReaderAsync("four");

        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        var second = (await TextsAsync(world, "2026-W49")).Keys;
        second.Count.ShouldBe(2);
        second.Intersect(first).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_repeated_for_those_who_had_nothing_does_not_stretch_a_share()
    {
        await using var world = await new World(
            ("Advocacy:Digests:UnitShare", "0.2"),
            ("Advocacy:Digests:SmallGroup", "0")
        ).WithCompanyAsync();
        await world.AddPostAsync("a", texts: 5, daysOld: 20);
        for (var i = 0; i < 20; i++)
        {
            await world.AddReaderAsync($"reader{i}");
        }

        var planned = 0;
        for (var run = 0; run < 5; run++)
        {
            planned += (await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct)).Planned;
        }

        planned.ShouldBe(4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_planner_that_dies_at_any_call_leaves_the_next_run_what_it_had_given(bool afterTheEffect)
    {
        (string, string)[] settings = [.. SpreadScene.ToAll];
        for (var call = 1; call < 300; call++)
        {
            await using var world = await new World(settings).WithCompanyAsync();
            await world.AddPostAsync("a", texts: 6);
            for (var i = 0; i < 6; i++)
            {
                await world.AddReaderAsync(
                    $"reader{i}",
                    person =>
                        person with
                        {
                            Unit = i < 4 ? "Sales" : "IT",
                            TimeZone = i % 2 == 0 ? "Europe/Copenhagen" : "Europe/London",
                        }
                );
            }
            var crashes = new Crashes(call, afterTheEffect);
            await using var dying = new World(settings)
            {
                StoreUsed = crashes.Around(world.Store),
                QueueUsed = crashes.Around(world.Queue),
            };
            dying.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));
            world.Time.SetUtcNow(dying.Time.GetUtcNow());
            try
            {
                await dying.Get<DigestPlanner>().PlanDueAsync(Ct);
                if (!crashes.Happened)
                {
                    return;
                }
            }
            catch (Exception)
            {
                // It died; the next run follows.
            }

            await world.Get<DigestPlanner>().PlanDueAsync(Ct);

            var deliveries = await world.AllAsync<Delivery>(Containers.Deliveries);
            deliveries.Count.ShouldBe(6, $"after a crash at call {call}");
            foreach (var tally in await world.AllAsync<UnitTally>(Containers.Editions))
            {
                var posts = tally.Posts.ShouldHaveSingleItem($"after a crash at call {call}").Value;
                posts.Texts.Values.ShouldAllBe(people => people == 1, $"after a crash at call {call}");
                posts.Texts.Count.ShouldBe(tally.Unit == "Sales" ? 4 : 2);
                tally.Readers.Values.Sum().ShouldBe(tally.Unit == "Sales" ? 4 : 2);
                tally.Waiting.ShouldBeEmpty();
            }
            var company = (await world.AllAsync<CompanyTally>(Containers.Editions)).ShouldHaveSingleItem();
            company.Posts.ShouldHaveSingleItem().Value.Offered.ShouldBe(6, $"after a crash at call {call}");
        }
        Assert.Fail("The planner made more than 300 calls for six people.");
    }

    [Fact]
    public async Task Two_planners_at_once_agree_on_what_each_person_gets()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("a", texts: 20);
        for (var i = 0; i < 20; i++)
        {
            await world.AddReaderAsync($"reader{i}");
        }
        await using var other = new World([.. SpreadScene.ToAll]) { StoreUsed = world.Store, QueueUsed = world.Queue };

        var reports = await Task.WhenAll(
            Task.Run(() => world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct), Ct),
            Task.Run(() => other.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct), Ct)
        );

        reports.Sum(report => report.Planned).ShouldBe(20);
        (await TextsAsync(world, "2026-W48")).Values.ShouldAllBe(people => people == 1);
        var tally = (await world.AllAsync<UnitTally>(Containers.Editions)).ShouldHaveSingleItem();
        tally.Posts.ShouldHaveSingleItem().Value.Texts.Values.Sum().ShouldBe(20);
    }

    [Fact]
    public async Task The_comms_team_is_told_of_a_post_that_more_texts_would_carry_further()
    {
        await using var world = await new World().WithCompanyAsync();
        var single = await world.AddPostAsync("single", texts: 1);
        await world.AddPostAsync("rich", texts: 5);
        for (var i = 0; i < 20; i++)
        {
            await world.AddReaderAsync($"reader{i}", person => person with { Unit = i < 10 ? "Sales" : "IT" });
        }

        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        var thin = (await world.Get<ThinPosts>().OfAsync("2026-W48", Ct)).ShouldHaveSingleItem();
        thin.PostId.ShouldBe(single.Id);
        thin.Texts.ShouldBe(1);
        thin.Readers.ShouldBe(20);
        thin.Offered.ShouldBeInRange(1, 3);
        thin.TurnedAway.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task What_was_offered_longer_ago_than_a_post_lives_is_not_read()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        var reader = await world.AddReaderAsync("reader");
        foreach (var week in new[] { "2026-W30", "2026-W46" })
        {
            await world.Store.UpsertAsync(
                Containers.Deliveries,
                new Delivery
                {
                    Id = Delivery.IdOf(reader.Id, week),
                    EmployeeId = reader.Id,
                    EditionId = week,
                    Picks = [new Pick($"post of {week}", "t1")],
                    PlannedAt = world.Time.GetUtcNow(),
                    State = DeliveryState.Sent,
                },
                Ct
            );
        }

        var known = await world.Get<DueEmployees>().LookUpAsync(reader, "2026-W48", world.Time.GetUtcNow(), Ct);

        known.Seen.ShouldBe(["post of 2026-W46"]);
    }

    /// <summary>People by text of the one post, by text id.</summary>
    private static async Task<SortedDictionary<string, int>> TextsAsync(World world, string editionId)
    {
        var deliveries = await world.AllAsync<Delivery>(Containers.Deliveries);
        return new SortedDictionary<string, int>(
            deliveries
                .Where(delivery => delivery.EditionId == editionId)
                .SelectMany(delivery => delivery.Picks)
                .CountBy(pick => pick.TextId)
                .ToDictionary(),
            StringComparer.Ordinal
        );
    }
}
