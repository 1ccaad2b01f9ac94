using System.Text.Json;
using Advocacy.Engagement;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Engagement;

public sealed class EngagementRecorderTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_event_twice_is_one_event()
    {
        await using var world = new World();
        var message = Message(New("a"), New("b"), New("a"));

        (await RecordAsync(world, message)).ShouldBe(2);
        (await RecordAsync(world, message)).ShouldBe(0);

        (await world.AllAsync<EngagementEvent>(Containers.Engagements)).Select(one => one.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_sum_that_comes_again_higher_replaces_the_lower_and_never_the_other_way()
    {
        await using var world = new World();

        await RecordAsync(world, Message(New("sum", 3)));
        (await RecordAsync(world, Message(New("sum", 8)))).ShouldBe(1);
        (await RecordAsync(world, Message(New("sum", 5)))).ShouldBe(0);

        (await world.AllAsync<EngagementEvent>(Containers.Engagements)).ShouldHaveSingleItem().Count.ShouldBe(8);
    }

    [Fact]
    public async Task An_event_goes_after_the_days_that_the_configuration_says()
    {
        await using var world = new World(("Advocacy:Engagement:KeepDays", "10"));
        await RecordAsync(world, Message(New("a")));

        world.Time.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        (await world.AllAsync<EngagementEvent>(Containers.Engagements)).Count.ShouldBe(1);
        world.Time.Advance(TimeSpan.FromSeconds(1));

        (await world.AllAsync<EngagementEvent>(Containers.Engagements)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dying_at_any_point_and_trying_again_records_every_event_once()
    {
        var message = Message(New("a"), New("b", 4), New("c"));
        for (var (at, reached) = (1, true); reached; at++)
        {
            foreach (var after in new[] { false, true })
            {
                await using var world = new World();
                var crashes = new Crashes(at, after);
                world.StoreUsed = crashes.Around(world.Store);

                try
                {
                    await RecordAsync(world, message);
                }
                catch (CrashException)
                {
                    // The queue delivers it again.
                }
                if (reached = crashes.Happened)
                {
                    await RecordAsync(world, message);
                }

                (await world.AllAsync<EngagementEvent>(Containers.Engagements))
                    .Select(one => (one.Id, one.Count))
                    .ShouldBe([("a", 1), ("b", 4), ("c", 1)]);
            }
        }
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""[{"id":"a"}]""")]
    public async Task A_message_that_is_no_array_of_events_is_refused(string message)
    {
        await using var world = new World();

        await Should.ThrowAsync<JsonException>(() => RecordAsync(world, message));
    }

    [Fact]
    public async Task Many_events_leave_as_messages_that_the_queue_takes_and_all_arrive()
    {
        await using var world = new World();
        var events = Enumerable
            .Range(0, 250)
            .Select(i => New($"{i:00000000000000000000000000000000}", 1, new string('c', 20)))
            .ToList();

        await world.Get<EngagementMessages>().EnqueueAsync(events, Cancel);

        var messages = world.Queue.Bodies(Queues.Engagement);
        messages.Count.ShouldBe(3);
        foreach (var message in messages)
        {
            await RecordAsync(world, message);
        }
        (await world.AllAsync<EngagementEvent>(Containers.Engagements)).Count.ShouldBe(250);
    }

    private static Task<int> RecordAsync(World world, string message) =>
        world.Get<EngagementRecorder>().RecordAsync(message, Cancel);

    private static string Message(params EngagementEvent[] events) =>
        JsonSerializer.Serialize(events, DocumentJson.Options);

    private static EngagementEvent New(string id, int count = 1, string channel = "linkedin") =>
        new()
        {
            Id = id,
            Subject = "post",
            Kind = EngagementKind.Shared,
            PostId = "post",
            EditionId = "2026-W48",
            Channel = channel,
            Count = count,
            At = At,
        };
}
