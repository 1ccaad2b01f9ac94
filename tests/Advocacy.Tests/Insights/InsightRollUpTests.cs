using Advocacy.Engagement;
using Advocacy.Insights;
using Advocacy.Platform.Store;

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
        }

        await RollUpAsync();

        var insight = (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem();
        insight.Delivered.ShouldBe(shown);
        insight.Shared.ShouldBe(shown);
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
    public async Task A_rebuild_forgets_what_its_events_no_longer_say()
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

        await RollUpAsync();

        (await _world.AllAsync<Insight>(Containers.Insights)).ShouldHaveSingleItem().Delivered.ShouldBe(7);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task<int> RollUpAsync() => _world.Get<InsightRollUp>().RunAsync(TestContext.Current.CancellationToken);

    private async Task<EngagementEvent> AddAsync(string post, EngagementKind kind, int count)
    {
        var one = new EngagementEvent
        {
            Id = $"e{++_next}",
            Subject = post,
            Kind = kind,
            PostId = post,
            Count = count,
            At = _world.Time.GetUtcNow(),
        };
        await _world.Store.UpsertAsync(Containers.Engagements, one, TestContext.Current.CancellationToken);
        return one;
    }
}
