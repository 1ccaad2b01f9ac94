using System.Text.Json;
using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.Insights.Days;
using Advocacy.Insights.Weeks;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Insights;

public sealed class InsightRollUpTests : IAsyncDisposable
{
    private readonly World _world = new();
    private readonly DateTimeOffset _monday;
    private int _next;

    public InsightRollUpTests()
    {
        // Figures of a week that goes on are shown in steps of five; these are of weeks that are over.
        _monday = _world.Time.GetUtcNow();
        _world.Time.Advance(TimeSpan.FromDays(14));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_sums_each_kind_for_each_post()
    {
        await RecordAsync("one", EngagementKind.Delivered, 40);
        await RecordAsync("one", EngagementKind.Delivered, 2);
        await RecordAsync("one", EngagementKind.Shared, 6);
        await RecordAsync("one", EngagementKind.AudienceClick, 9);
        await RecordAsync("two", EngagementKind.Delivered, 7);

        (await RollUpAsync()).ShouldBe(1);

        var insights = await InsightsAsync();
        insights["one"].Delivered.ShouldBe(42);
        insights["one"].Shared.ShouldBe(6);
        insights["one"].AudienceClicks.ShouldBe(9);
        insights["two"].Delivered.ShouldBe(7);
        insights["two"].AudienceClicks.ShouldBe(0);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    public async Task Fewer_than_five_people_are_left_out(int people, int? shown)
    {
        await RecordAsync("one", people + 5);
        for (var i = 0; i < people; i++)
        {
            await RecordAsync("one", EngagementKind.Shared, 1);
        }

        await RollUpAsync();

        var insight = (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem();
        insight.Delivered.ShouldBe(people + 5);
        insight.Shared.ShouldBe(shown);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    public async Task Nor_is_it_shown_where_fewer_than_five_did_not(int shared, int? shown)
    {
        await RecordAsync("one", 15 + (shared == 9 ? -2 : 0));
        await RecordAsync("one", EngagementKind.Shared, shared);

        await RollUpAsync();

        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem().Shared.ShouldBe(shown);
    }

    [Fact]
    public async Task A_week_that_goes_on_is_shown_in_steps_of_five_and_exactly_once_it_is_over()
    {
        var now = _world.Time.GetUtcNow();
        await RecordAsync("one", 43, now);
        await RecordAsync("one", EngagementKind.AudienceClick, 3, now);
        await RollUpAsync();
        var before = (await _world.AllAsync<WeekInsight>(Containers.Insights)).ShouldHaveSingleItem();
        (await RollUpAsync()).ShouldBe(0);
        _world.Time.Advance(TimeSpan.FromDays(7));

        (await RollUpAsync()).ShouldBe(0);

        var after = (await _world.AllAsync<WeekInsight>(Containers.Insights)).ShouldHaveSingleItem();
        (before.Provisional, before.Offered, before.Clicks).ShouldBe((true, 40, 3));
        (after.Provisional, after.Offered, after.Clicks).ShouldBe((false, 43, 3));
        (await InsightsAsync())["one"].Delivered.ShouldBe(43);
    }

    [Fact]
    public async Task Clicks_of_an_audience_are_about_nobody_here_and_are_always_shown()
    {
        await RecordAsync("one", EngagementKind.AudienceClick, 1);

        await RollUpAsync();

        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem().AudienceClicks.ShouldBe(1);
    }

    [Fact]
    public async Task Days_and_weeks_add_up()
    {
        await RecordAsync("one", 12);
        await RecordAsync("one", 7, _monday.AddDays(1));
        await RecordAsync("one", 5, _monday.AddDays(-9));

        (await RollUpAsync()).ShouldBe(3);

        (await InsightsAsync())["one"].Delivered.ShouldBe(24);
        (await _world.AllAsync<WeekSummary>(Containers.Editions))
            .ToDictionary(week => week.Week, week => Offered(week.Cells))
            .ShouldBe(new Dictionary<string, int> { ["2026-W46"] = 5, ["2026-W48"] = 19 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_closed_day_is_read_again_only_when_something_of_it_was_recorded()
    {
        await RecordAsync("one", 12);
        await RollUpAsync();
        // Past the recorder, so that only a reading would find it.
        await AddAsync("one", EngagementKind.Delivered, 30);
        await RecordAsync("one", 1, _monday.AddDays(1));

        (await RollUpAsync()).ShouldBe(1);
        (await InsightsAsync())["one"].Delivered.ShouldBe(13);
        (await RollUpAsync()).ShouldBe(0);
        await RecordAsync("one", 1);
        (await RollUpAsync()).ShouldBe(1);

        (await InsightsAsync())["one"].Delivered.ShouldBe(44);
    }

    [Fact]
    public async Task Figures_of_old_weeks_stay_when_their_events_are_gone()
    {
        await RecordAsync("one", 12);
        await RollUpAsync();
        var events = await _world.AllAsync<EngagementEvent>(Containers.Engagements);
        await _world.Store.DeleteAsync(Containers.Engagements, "one", events[0].Id, Ct);
        await RecordAsync("one", 5, _monday.AddDays(7));

        await RollUpAsync();

        (await InsightsAsync())["one"].Delivered.ShouldBe(17);
    }

    [Fact]
    public async Task A_post_that_a_day_no_longer_speaks_of_loses_the_day()
    {
        var gone = await AddAsync("one", EngagementKind.Delivered, 12);
        await RecordAsync("one", 7, _monday.AddDays(-7));
        await RecordAsync("two", 9);
        await RollUpAsync();
        await _world.Store.DeleteAsync(Containers.Engagements, gone.Subject, gone.Id, Ct);
        await RecordAsync("two", 1);

        await RollUpAsync();

        (await InsightsAsync())["one"].Delivered.ShouldBe(7);
    }

    [Fact]
    public async Task Only_aggregates_whose_figures_changed_are_written()
    {
        await RecordAsync("one", 12);
        await RecordAsync("two", 8);
        await RollUpAsync();
        var first = _world.Time.GetUtcNow();
        _world.Time.Advance(TimeSpan.FromHours(1));
        await RecordAsync("two", 1);

        await RollUpAsync();

        var insights = await InsightsAsync();
        (insights["one"].Delivered, insights["one"].RolledUpAt).ShouldBe((12, first));
        (insights["two"].Delivered, insights["two"].RolledUpAt).ShouldBe((9, first.AddHours(1)));
    }

    [Fact]
    public async Task A_late_event_at_the_same_instant_is_rolled_up_too()
    {
        await RecordAsync("one", 12);
        await RollUpAsync();
        await RecordAsync("one", 5, _monday.AddDays(-20));

        await RollUpAsync();

        (await DeliveredAsync()).ShouldBe(17);
    }

    [Fact]
    public async Task An_event_recorded_while_the_events_are_read_is_in_the_next_run()
    {
        var late = new LateRecording(() => RecordAsync("one", 5));
        _world.StoreUsed = late.Around(_world.Store);
        await RecordAsync("one", 12);

        late.IsAwaited = true;
        await RollUpAsync();
        late.IsAwaited.ShouldBeFalse();
        // Whether or not the first run saw it: it cannot know, so the day is read again.
        (await RollUpAsync()).ShouldBe(1);

        (await DeliveredAsync()).ShouldBe(17);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task<int> RollUpAsync() => _world.Get<InsightRollUp>().RunAsync(Ct);

    private async Task<int?> DeliveredAsync() =>
        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem().Delivered;

    private async Task<Dictionary<string, Insight>> InsightsAsync() =>
        (await _world.AllAsync<Insight>(Containers.Insights)).ToDictionary(one => one.PostId);

    private static int Offered(IEnumerable<DayCell> cells) =>
        cells.Single(cell => cell is { Dimension: Dimension.Total }).Counts.Offered;

    private Task<int> RecordAsync(string post, int count, DateTimeOffset? at = null) =>
        RecordAsync(post, EngagementKind.Delivered, count, at);

    private Task<int> RecordAsync(string post, EngagementKind kind, int count, DateTimeOffset? at = null) =>
        _world
            .Get<EngagementRecorder>()
            .RecordAsync(JsonSerializer.Serialize(new[] { New(post, kind, count, at) }, DocumentJson.Options), Ct);

    private async Task<EngagementEvent> AddAsync(string post, EngagementKind kind, int count)
    {
        var one = New(post, kind, count);
        await _world.Store.UpsertAsync(Containers.Engagements, one, Ct);
        return one;
    }

    private EngagementEvent New(string post, EngagementKind kind, int count, DateTimeOffset? at = null) =>
        new()
        {
            Id = $"e{++_next}",
            Subject = post,
            Kind = kind,
            PostId = post,
            Count = count,
            At = at ?? _monday,
        };

    /// <summary>Records once, in the middle of the first reading of the events.</summary>
    private sealed class LateRecording(Func<Task> record) : PortCalls
    {
        public bool IsAwaited { get; set; }

        protected override async Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
        {
            if (IsAwaited && what.Place == Containers.Engagements.Name)
            {
                IsAwaited = false;
                await record();
            }
            return await call();
        }
    }
}
