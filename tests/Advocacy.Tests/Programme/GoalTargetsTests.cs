using Advocacy.Engagement;
using Advocacy.Programme.Goals;

namespace Advocacy.Tests.Programme;

public sealed class GoalTargetsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_that_has_passed_is_judged_by_the_target_it_had()
    {
        await using var world = await new World().WithCompanyAsync();
        var goals = world.Get<GoalTargets>();
        await goals.SetAsync(GoalMetric.Shares, 40, GoalPeriod.Month, Ct);
        world.Time.Advance(TimeSpan.FromDays(40));
        await goals.SetAsync(GoalMetric.Shares, 60, GoalPeriod.Month, Ct);
        await goals.SetAsync(GoalMetric.Shares, 60, GoalPeriod.Month, Ct);

        var goal = (await goals.AllAsync(Ct)).ShouldHaveSingleItem();

        goal.On(new DateOnly(2026, 11, 22)).ShouldBeNull();
        goal.On(new DateOnly(2026, 11, 23))!.Target.ShouldBe(40);
        goal.On(new DateOnly(2027, 1, 1))!.Target.ShouldBe(40);
        goal.On(new DateOnly(2027, 1, 2))!.Target.ShouldBe(60);
        goal.Targets.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_goal_that_is_given_up_holds_no_more_and_was_never_there_where_it_was_never_set()
    {
        await using var world = await new World().WithCompanyAsync();
        var goals = world.Get<GoalTargets>();
        await goals.SetAsync(GoalMetric.Consents, null, GoalPeriod.Month, Ct);
        (await goals.AllAsync(Ct)).ShouldBeEmpty();
        await goals.SetAsync(GoalMetric.Consents, 100, GoalPeriod.Quarter, Ct);
        world.Time.Advance(TimeSpan.FromDays(10));
        await goals.SetAsync(GoalMetric.Consents, null, GoalPeriod.Quarter, Ct);

        var goal = (await goals.AllAsync(Ct)).ShouldHaveSingleItem();

        goal.On(new DateOnly(2026, 11, 30))!.Target.ShouldBe(100);
        goal.On(new DateOnly(2026, 12, 4)).ShouldBeNull();
        goal.Current.Target.ShouldBeNull();
    }

    [Fact]
    public void The_time_to_share_is_the_median_of_peoples_own_medians()
    {
        // Five people with 10, 20, 30, 40 and 50 minutes; the last shares a second post after 1,000.
        var events = Enumerable
            .Range(1, 5)
            .SelectMany(i => Pair($"person{i}", "post", i * 10))
            .Concat(Pair("person5", "other", 1000));

        TimeToShare.MedianOf(events).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void It_says_nothing_of_fewer_than_five_people_nor_of_shares_without_a_mail()
    {
        var four = Enumerable.Range(1, 4).SelectMany(i => Pair($"person{i}", "post", 10)).ToList();
        // A sum of the post's is nobody's; a share before the mail came of something else; a mail alone is no share.
        var more = new[]
        {
            Event("post", "post", EngagementKind.Delivered, 0),
            Event("post", "post", EngagementKind.Shared, 5),
            Event("early", "post", EngagementKind.Shared, -5),
            Event("early", "post", EngagementKind.Delivered, 0),
            Event("silent", "post", EngagementKind.Delivered, 0),
        };

        TimeToShare.MedianOf(four.Concat(more)).ShouldBeNull();
        TimeToShare.MedianOf(four.Concat(more).Concat(Pair("fifth", "post", 10))).ShouldBe(TimeSpan.FromMinutes(10));
    }

    private static EngagementEvent[] Pair(string person, string post, int minutes) =>
        // In whatever order they arrive.
        [Event(person, post, EngagementKind.Shared, minutes), Event(person, post, EngagementKind.Delivered, 0)];

    private static EngagementEvent Event(string subject, string post, EngagementKind kind, int minutes) =>
        new()
        {
            Id = $"{subject}{post}{kind}",
            Subject = subject,
            Kind = kind,
            PostId = post,
            EditionId = "2026-W48",
            At = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero).AddMinutes(minutes),
        };
}
