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
}
