using System.Text.Json;
using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Insights;

public sealed class InsightRollUpTests : IAsyncDisposable
{
    private readonly World _world = new();
    private int _next;

    [Fact]
    public async Task It_sums_each_kind_for_each_post()
    {
        await AddAsync("one", EngagementKind.Delivered, 40);
        await AddAsync("one", EngagementKind.Delivered, 2);
        await AddAsync("one", EngagementKind.Shared, 6);
        await AddAsync("one", EngagementKind.AudienceClick, 9);
        await AddAsync("two", EngagementKind.Delivered, 7);

        (await RollUpAsync()).ShouldBe(2);

        var insights = (await _world.AllAsync<Insight>(Containers.Insights)).ToDictionary(one => one.PostId);
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
        await AddAsync("one", EngagementKind.Delivered, people);
        for (var i = 0; i < people; i++)
        {
            await AddAsync("one", EngagementKind.Shared, 1);
            await AddAsync("one", EngagementKind.NotForMe, 1);
        }

        await RollUpAsync();

        var insight = (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem();
        insight.Delivered.ShouldBe(shown);
        insight.Shared.ShouldBe(shown);
        insight.NotForMe.ShouldBe(shown);
    }

    [Fact]
    public async Task Clicks_of_an_audience_are_about_nobody_here_and_are_always_shown()
    {
        await AddAsync("one", EngagementKind.AudienceClick, 1);

        await RollUpAsync();

        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem().AudienceClicks.ShouldBe(1);
    }

    [Fact]
    public async Task Rolling_up_twice_says_the_same_as_once()
    {
        await AddAsync("one", EngagementKind.Delivered, 12);
        await AddAsync("two", EngagementKind.Shared, 8);

        await RollUpAsync();
        var once = await _world.AllAsync<Insight>(Containers.Insights);
        await RollUpAsync();

        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldBe(once);
    }

    [Fact]
    public async Task Within_a_day_it_forgets_what_its_events_no_longer_say()
    {
        var gone = await AddAsync("one", EngagementKind.Delivered, 12);
        await AddAsync("one", EngagementKind.Delivered, 7);
        await RollUpAsync();
        await _world.Store.DeleteAsync(
            Containers.Engagements,
            gone.Subject,
            gone.Id,
            TestContext.Current.CancellationToken
        );
        _world.Time.Advance(TimeSpan.FromDays(1));

        await RollUpAsync();

        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem().Delivered.ShouldBe(7);
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

        (await RollUpAsync()).ShouldBe(1);

        var insights = (await _world.AllAsync<Insight>(Containers.Insights)).ToDictionary(one => one.PostId);
        (insights["one"].Delivered, insights["one"].RolledUpAt).ShouldBe((12, first));
        (insights["two"].Delivered, insights["two"].RolledUpAt).ShouldBe((9, first.AddHours(1)));
    }

    [Fact]
    public async Task Events_are_read_only_after_a_recording()
    {
        await RecordAsync("one", 12);
        await RollUpAsync();
        // Past the recorder, so that only a reading would find it.
        await AddAsync("one", EngagementKind.Delivered, 30);

        (await RollUpAsync()).ShouldBe(0);
        await RecordAsync("one", 1);
        (await RollUpAsync()).ShouldBe(1);

        (await DeliveredAsync()).ShouldBe(43);
    }

    [Fact]
    public async Task A_late_event_at_the_same_instant_is_rolled_up_too()
    {
        await RecordAsync("one", 12);
        await RollUpAsync();
        await RecordAsync("one", 5, _world.Time.GetUtcNow().AddDays(-20));

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
        (await DeliveredAsync()).ShouldBe(12);
        await RollUpAsync();

        (await DeliveredAsync()).ShouldBe(17);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task<int> RollUpAsync() => _world.Get<InsightRollUp>().RunAsync(TestContext.Current.CancellationToken);

    private async Task<int?> DeliveredAsync() =>
        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem().Delivered;

    private Task<int> RecordAsync(string post, int count, DateTimeOffset? at = null) =>
        _world
            .Get<EngagementRecorder>()
            .RecordAsync(
                JsonSerializer.Serialize(
                    new[] { New(post, EngagementKind.Delivered, count, at) },
                    DocumentJson.Options
                ),
                TestContext.Current.CancellationToken
            );

    private async Task<EngagementEvent> AddAsync(string post, EngagementKind kind, int count)
    {
        var one = New(post, kind, count);
        await _world.Store.UpsertAsync(Containers.Engagements, one, TestContext.Current.CancellationToken);
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
            At = at ?? _world.Time.GetUtcNow(),
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
