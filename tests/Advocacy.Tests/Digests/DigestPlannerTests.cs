using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Digests;

public sealed class DigestPlannerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everyone_is_planned_in_the_hour_that_is_theirs_and_only_then()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a");
        await world.AddReaderAsync("tue9");
        await world.AddReaderAsync("wed14", person => person with { DigestDay = DayOfWeek.Wednesday, DigestHour = 14 });
        await world.AddReaderAsync("kolkata", person => person with { TimeZone = "Asia/Kolkata" });
        var planner = world.Get<DigestPlanner>();

        var hours = new List<(DateTimeOffset At, int Planned)>();
        for (var i = 0; i < 7 * 24; i++)
        {
            var report = await planner.PlanDueAsync(Ct);
            if (report.Due > 0)
            {
                hours.Add((world.Time.GetUtcNow(), report.Planned));
            }
            world.Time.Advance(TimeSpan.FromHours(1));
        }

        hours.ShouldBe([(Utc(24, 4), 1), (Utc(24, 8), 1), (Utc(25, 13), 1)]);
    }

    [Fact]
    public async Task Who_may_not_or_need_not_be_mailed_is_counted_with_the_reason()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("wind", with: post => post with { Topics = ["wind"] });
        await world.AddReaderAsync("reader");
        await world.AddPersonAsync("undecided");
        var left = await world.AddReaderAsync("left");
        await world.DecideAsync(left, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn);
        await world.AddReaderAsync("paused", person => person with { PausedUntil = world.Time.GetUtcNow().AddDays(1) });
        await world.AddReaderAsync("elsewhere", person => person with { Topics = ["heat"] });

        var report = await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        report.Due.ShouldBe(5);
        report.Planned.ShouldBe(1);
        report
            .Skipped.OrderBy(skip => skip.Key)
            .Select(skip => (skip.Key, skip.Value))
            .ShouldBe([(SkipReason.NoConsent, 2), (SkipReason.Paused, 1), (SkipReason.NothingNew, 1)]);
    }

    [Fact]
    public async Task A_second_run_in_the_week_plans_nobody_twice()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a");
        await world.AddReaderAsync("reader");
        var planner = world.Get<DigestPlanner>();
        await planner.PlanWholeWeekAsync(cancellationToken: Ct);
        await DrainAsync(world);
        await SettleAsync(world, DeliveryState.Sent);
        await world.AddPostAsync("b");

        var report = await planner.PlanWholeWeekAsync(cancellationToken: Ct);

        report.Planned.ShouldBe(0);
        report.Skipped[SkipReason.AlreadySent].ShouldBe(1);
        world.Queue.Bodies(Queues.Digests).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_offered_is_not_offered_again_in_the_week_after()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a");
        await world.AddReaderAsync("reader");
        var planner = world.Get<DigestPlanner>();
        await planner.PlanWholeWeekAsync(cancellationToken: Ct);
        await SettleAsync(world, DeliveryState.Sent);
        world.Time.Advance(TimeSpan.FromDays(7));

        (await planner.PlanWholeWeekAsync(cancellationToken: Ct)).Skipped[SkipReason.NothingNew].ShouldBe(1);
        var fresh = await world.AddPostAsync("b");
        (await planner.PlanWholeWeekAsync(cancellationToken: Ct)).Planned.ShouldBe(1);

        var deliveries = await world.AllAsync<Delivery>(Containers.Deliveries);
        deliveries
            .Single(delivery => delivery.EditionId == "2026-W49")
            .Picks.ShouldHaveSingleItem()
            .PostId.ShouldBe(fresh.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_planner_that_dies_at_any_call_loses_nobody_when_it_runs_again(bool afterTheEffect)
    {
        for (var call = 1; call < 200; call++)
        {
            await using var world = await new World().WithCompanyAsync();
            await world.AddPostAsync("a");
            for (var i = 0; i < 3; i++)
            {
                await world.AddReaderAsync($"reader{i}");
            }
            var crashes = new Crashes(call, afterTheEffect);
            await using var dying = new World
            {
                StoreUsed = crashes.Around(world.Store),
                QueueUsed = crashes.Around(world.Queue),
            };
            dying.Time.SetUtcNow(Utc(24, 9));
            world.Time.SetUtcNow(Utc(24, 9));
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

            var queued = world.Queue.Bodies(Queues.Digests).SelectMany(EmployeesOf).Distinct();
            queued.Count().ShouldBe(3, $"after a crash at call {call}");
        }
        Assert.Fail("The planner made more than 200 calls for three people.");
    }

    [Fact]
    public async Task An_expired_held_or_old_post_is_not_planned()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("old", daysOld: 31);
        await world.AddPostAsync("held", with: post => post with { Status = Advocacy.Content.PostStatus.Held });
        await world.AddPostAsync("expired", with: post => post with { ExpiresAt = world.Time.GetUtcNow() });
        await world.AddReaderAsync("reader");

        var report = await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        report.Skipped[SkipReason.NothingNew].ShouldBe(1);
    }

    private static IEnumerable<string> EmployeesOf(string message) =>
        System.Text.Json.JsonSerializer.Deserialize<DigestMessage>(message, DocumentJson.Options)!.EmployeeIds;

    private static async Task DrainAsync(World world)
    {
        foreach (var item in await world.Queue.ReceiveAsync(Queues.Digests, 32, TimeSpan.FromMinutes(1), Ct))
        {
            await world.Queue.CompleteAsync(item, Ct);
        }
    }

    private static async Task SettleAsync(World world, DeliveryState state)
    {
        foreach (var delivery in await world.AllAsync<Delivery>(Containers.Deliveries))
        {
            await world.Store.UpsertAsync(Containers.Deliveries, delivery with { State = state }, Ct);
        }
    }

    private static DateTimeOffset Utc(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);
}
