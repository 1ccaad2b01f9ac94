using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.Insights.Dashboard;
using Advocacy.Insights.Value;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Programme.Goals;

namespace Advocacy.Tests.Insights;

public sealed class InsightReaderTests : IAsyncDisposable
{
    private const string Week = "2026-W48";

    private readonly World _world = new();
    private readonly DateTimeOffset _monday;
    private int _next;

    public InsightReaderTests() => _monday = _world.Time.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_what_a_week_brought_by_everything_that_it_is_split_by()
    {
        await AWeekAsync();

        var figures = await ReadAsync();

        var week = figures.This.ShouldNotBeNull();
        (week.Digests, week.Offered, week.Shared, week.Sharers, week.Participation).ShouldBe((60, 60, 12, 18, 30m));
        (week.Clicks, week.ClicksRaw, week.Conversions, week.ConversionValue).ShouldBe((3, 4, 1, 99.5m));
        // Two on LinkedIn, one elsewhere.
        (week.Emv, week.Currency, week.RateSet).ShouldBe((22.5m, "DKK", "1"));
        (week.Posts, week.Provisional).ShouldBe((1, false));
        Row(figures, InsightGroup.Unit, "Sales").ShouldBe((40, 12));
        Row(figures, InsightGroup.Unit, "IT").ShouldBe((20, 6));
        figures.Of(InsightGroup.Topic).ShouldHaveSingleItem().Key.ShouldBe("climate");
        figures
            .Of(InsightGroup.Channel)
            .First()
            .ShouldSatisfyAllConditions(
                channel => channel.Key.ShouldBe("linkedin"),
                channel => channel.Emv.ShouldBe(20m)
            );
        var post = figures.BestPosts.ShouldHaveSingleItem();
        (post.Title, post.Delivered, post.Shared, post.AudienceClicks, post.Emv).ShouldBe(
            ("Title of one", 60, 12, 3, 22.5m)
        );
        figures.Supply.Topics.ShouldContain(new TopicSupply("climate", 1, null));
        figures.Health.RolledUpAt.ShouldBe(_world.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_goal_is_measured_over_the_weeks_whose_Thursday_is_in_its_period()
    {
        await _world.Get<GoalTargets>().SetAsync(GoalMetric.Shares, 20, GoalPeriod.Month, Ct);
        await _world.Get<GoalTargets>().SetAsync(GoalMetric.Participation, 15, GoalPeriod.Quarter, Ct);
        await RecordAsync(12, one => one with { Kind = EngagementKind.Shared, At = _monday.AddDays(-28) });
        await AWeekAsync();

        var goals = (await ReadAsync()).Goals;

        goals
            .Select(goal => (goal.Metric, goal.Actual, goal.IsReached))
            .ShouldBe([(GoalMetric.Participation, 30m, true), (GoalMetric.Shares, 12m, false)]);
        goals[1].From.ShouldBe(new DateOnly(2026, 11, 1));
        goals[1].Through.ShouldBe(new DateOnly(2026, 11, 30));
    }

    [Fact]
    public async Task A_goal_says_nothing_where_no_week_shows_its_figure()
    {
        await _world.Get<GoalTargets>().SetAsync(GoalMetric.Shares, 20, GoalPeriod.Month, Ct);
        await AWeekAsync(shares: 2);

        (await ReadAsync()).Goals.ShouldHaveSingleItem().Actual.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_person_in_ten_weeks_is_no_median()
    {
        await _world.Get<GoalTargets>().SetAsync(GoalMetric.MinutesToShare, 60, GoalPeriod.Year, Ct);
        for (var week = 0; week < 12; week++)
        {
            var at = _monday.AddDays(-7 * week);
            await RecordAsync(1, one => one with { Kind = EngagementKind.Participated, MinutesFromMail = 7, At = at });
        }
        await AWeekAsync();

        (await ReadAsync()).Goals.ShouldHaveSingleItem().Actual.ShouldBeNull();
    }

    [Fact]
    public async Task Consents_are_told_in_steps_of_five()
    {
        for (var i = 0; i < 13; i++)
        {
            await _world.AddPersonAsync($"p{i}", null, ConsentPurpose.DigestEmail);
        }
        await AWeekAsync();

        var week = (await ReadAsync()).This.ShouldNotBeNull();

        (week.DigestEmailYes, week.DigestEmailGiven, week.DigestEmailWithdrawn).ShouldBe((10, 13, null));
    }

    [Fact]
    public async Task The_time_to_share_needs_people_on_both_sides_of_it()
    {
        for (var i = 1; i <= 12; i++)
        {
            var minutes = i * 10;
            await RecordAsync(1, one => one with { Kind = EngagementKind.Participated, MinutesFromMail = minutes });
        }
        await AWeekAsync(shares: 0);

        var week = (await ReadAsync()).This.ShouldNotBeNull();

        (week.MinutesToShareLower, week.MinutesToShare, week.MinutesToShareUpper).ShouldBe((null, 60, null));
    }

    [Fact]
    public async Task A_topic_that_changes_afterwards_does_not_move_an_old_week()
    {
        await AWeekAsync();
        await ReadAsync();
        await _world.AddPostAsync("one", with: one => one with { Id = "one", Topics = ["sales"] });
        await RecordAsync(1, one => one with { Kind = EngagementKind.AudienceClick });

        (await ReadAsync()).Of(InsightGroup.Topic).ShouldHaveSingleItem().Key.ShouldBe("climate");
    }

    [Fact]
    public async Task Twelve_shares_of_two_people_are_not_shown()
    {
        foreach (var post in new[] { "one", "two", "three", "four", "five", "six" })
        {
            await RecordAsync(2, one => one with { Kind = EngagementKind.Shared, PostId = post, Subject = post });
        }
        await RecordAsync(2, one => one with { Kind = EngagementKind.Participated, Subject = Week, PostId = Week });
        await MailAsync("Sales", 40);

        (await ReadAsync()).This.ShouldNotBeNull().Shared.ShouldBeNull();
    }

    [Fact]
    public async Task Nor_is_what_three_people_of_a_unit_were_offered()
    {
        await MailAsync("Sales", 40);
        await MailAsync("IT", 3, posts: 5);
        await MailAsync("HR", 9);

        var units = (await ReadAsync()).Of(InsightGroup.Unit).ToDictionary(row => row.Key, row => row.Offered);

        units.ShouldBe(new Dictionary<string, int?> { ["Sales"] = 40 });
    }

    [Fact]
    public async Task Where_nothing_came_there_are_no_figures_and_no_fault()
    {
        var figures = await ReadAsync();

        figures.This.ShouldBeNull();
        figures.Trend.ShouldBeEmpty();
        figures.Groups.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_check_finds_no_difference_and_finds_one_that_was_made()
    {
        await AWeekAsync();
        await ReadAsync();
        var check = _world.Get<InsightCheck>();
        (await check.RunAsync(Ct)).ShouldSatisfyAllConditions(
            report => report.Differences.ShouldBeEmpty(),
            report => report.Days.ShouldBe(1)
        );
        var week = (await _world.AllAsync<WeekInsight>(Containers.Insights)).Single();
        await _world.Store.UpsertAsync(Containers.Insights, week with { Clicks = 4 }, Ct);

        (await check.RunAsync(Ct)).Differences.ShouldBe([week.Id]);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static (int?, int?) Row(DashboardFigures figures, InsightGroup group, string key)
    {
        var row = figures.Of(group).Single(one => one.Key == key);
        return (row.Digests, row.Sharers);
    }

    private async Task<DashboardFigures> ReadAsync()
    {
        if (_world.Time.GetUtcNow() == _monday)
        {
            _world.Time.Advance(TimeSpan.FromDays(7.5));
        }
        await _world.Get<InsightRollUp>().RunAsync(Ct);
        return await _world.Get<InsightReader>().DashboardAsync(Week, cancellationToken: Ct);
    }

    private async Task AWeekAsync(int shares = 12)
    {
        await _world.AddPostAsync("one", with: one => one with { Id = "one", Topics = ["climate"] });
        await _world.Get<RateBook>().SetAsync("DKK", new Dictionary<string, decimal> { ["linkedin"] = 10m }, 2.5m, Ct);
        await MailAsync("Sales", 40);
        await MailAsync("IT", 20);
        await RecordAsync(shares, one => one with { Kind = EngagementKind.Shared, Unit = "Sales", TextId = "t1" });
        await RecordAsync(
            12,
            one => one with { Kind = EngagementKind.Participated, Unit = "Sales", Subject = Week, PostId = Week }
        );
        await RecordAsync(
            6,
            one => one with { Kind = EngagementKind.Participated, Unit = "IT", Subject = Week, PostId = Week }
        );
        await RecordAsync(2, one => one with { Kind = EngagementKind.AudienceClick, Channel = "linkedin" });
        await RecordAsync(1, one => one with { Kind = EngagementKind.AudienceClick, Channel = "x" });
        await RecordAsync(1, one => one with { Kind = EngagementKind.AudienceClick, Channel = "x", Rule = "agent" });
        await RecordAsync(
            1,
            one =>
                one with
                {
                    Kind = EngagementKind.Conversion,
                    Conversion = new Conversion(ConversionKind.Sale, 99.5m, "DKK"),
                }
        );
    }

    private Task MailAsync(string unit, int people, int posts = 1) =>
        _world
            .Get<DeliveryTallies>()
            .SaveAsync(
                unit,
                Week,
                [
                    .. Enumerable
                        .Range(0, people)
                        .Select(i => new Delivery
                        {
                            Id = $"{unit}{i}",
                            EmployeeId = $"{unit}{i}",
                            EditionId = Week,
                            Unit = unit,
                            Archetype = Archetype.Colleague,
                            Language = "da",
                            Picks =
                            [
                                .. Enumerable
                                    .Range(0, posts)
                                    .Select(post => new Pick(post == 0 ? "one" : $"post{post}", $"t{1 + (i % 3)}")),
                            ],
                            PlannedAt = _monday,
                        }),
                ],
                Ct
            );

    private Task<int> RecordAsync(int times, Func<EngagementEvent, EngagementEvent> with) =>
        _world
            .Get<EngagementRecorder>()
            .RecordAsync(
                JsonSerializer.Serialize(
                    Enumerable
                        .Range(0, times)
                        .Select(_ =>
                            with(
                                new EngagementEvent
                                {
                                    Id = $"e{++_next}",
                                    Subject = "one",
                                    PostId = "one",
                                    Kind = EngagementKind.Shared,
                                    At = _monday,
                                }
                            )
                        ),
                    DocumentJson.Options
                ),
                Ct
            );
}
