using System.Collections.Concurrent;
using Advocacy.Platform.Queue;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Queue;

/// <summary>
/// What every work queue does. Each test has the store to itself; instants are checked one second before and after, because a
/// queue may round to seconds.
/// </summary>
public abstract class WorkQueueContract : IAsyncLifetime
{
    protected const string Name = "contract";
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    protected IWorkQueue Queue { get; private set; } = null!;

    /// <summary>Why time-dependent tests cannot run: the queue follows its own clock. <c>null</c> where it follows <see cref="Time"/>.</summary>
    protected virtual string? OwnClock => null;

    public async ValueTask InitializeAsync() => Queue = await CreateAsync(Time);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<IWorkQueue> CreateAsync(FakeTimeProvider time);

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_message_is_received_as_it_was_enqueued()
    {
        await EnqueueAsync("æøå 👩🏽‍💻 {\"a\":\"b\"}\n");

        var item = (await ReceiveAsync()).ShouldHaveSingleItem();

        item.Queue.ShouldBe(Name);
        item.Body.ShouldBe("æøå 👩🏽‍💻 {\"a\":\"b\"}\n");
        item.DequeueCount.ShouldBe(1);
        item.Id.ShouldNotBeNullOrEmpty();
        item.Receipt.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Every_message_is_received_once_while_it_is_hidden()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 70).Select(i => $"{i}")]);

        var batches = new List<IReadOnlyList<QueueItem>>();
        for (var i = 0; i < 4; i++)
        {
            batches.Add(await ReceiveAsync());
        }

        batches.ShouldAllBe(batch => batch.Count <= 32);
        batches.SelectMany(batch => batch).Select(item => item.Body).ShouldBeUnique();
        batches.Sum(batch => batch.Count).ShouldBe(70);
        batches.SelectMany(batch => batch).Select(item => item.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task At_most_as_many_are_received_as_were_asked_for()
    {
        await EnqueueAsync("a", "b", "c", "d", "e");

        (await ReceiveAsync(most: 1)).Count.ShouldBe(1);
        (await ReceiveAsync(most: 3)).Count.ShouldBe(3);
        (await ReceiveAsync(most: 3)).Count.ShouldBe(1);
        (await ReceiveAsync(most: 3)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(33)]
    public async Task One_to_thirty_two_can_be_asked_for(int most) =>
        await Should.ThrowAsync<ArgumentException>(() => ReceiveAsync(most));

    [Fact]
    public async Task A_queue_that_nobody_wrote_to_is_empty()
    {
        (await Queue.ReceiveAsync("never-used", 16, Hidden, Cancel)).ShouldBeEmpty();
        (await Queue.CountAsync("never-used", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Queues_are_apart()
    {
        await EnqueueAsync("a");
        await Queue.EnqueueAsync("other", ["b"], cancellationToken: Cancel);

        (await ReceiveAsync()).ShouldHaveSingleItem().Body.ShouldBe("a");
        (await Queue.ReceiveAsync("other", 16, Hidden, Cancel)).ShouldHaveSingleItem().Body.ShouldBe("b");
    }

    [Fact]
    public async Task A_message_that_is_not_completed_comes_back_with_a_higher_count()
    {
        SkipWithOwnClock();
        await EnqueueAsync("a");

        for (var count = 1; count <= Queues.MaxDequeueCount + 1; count++)
        {
            (await ReceiveAsync()).ShouldHaveSingleItem().DequeueCount.ShouldBe(count);
            Time.Advance(Hidden - Second);
            (await ReceiveAsync()).ShouldBeEmpty();
            Time.Advance(2 * Second);
        }
    }

    [Fact]
    public async Task A_completed_message_is_gone()
    {
        await EnqueueAsync("a", "b");
        var items = await ReceiveAsync();

        (await Queue.CompleteAsync(items[0], Cancel)).ShouldBeTrue();
        (await Queue.CompleteAsync(items[0], Cancel)).ShouldBeFalse();

        Time.Advance(Hidden + Second);
        (await Queue.CountAsync(Name, Cancel)).ShouldBe(1);
        (await Queue.CompleteAsync(items[1], Cancel)).ShouldBeTrue();
        (await Queue.CountAsync(Name, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_received_a_message_before_somebody_else_can_do_nothing_with_it()
    {
        SkipWithOwnClock();
        await EnqueueAsync("a");
        var early = (await ReceiveAsync()).Single();
        Time.Advance(Hidden + Second);
        var late = (await ReceiveAsync()).Single();

        late.Id.ShouldBe(early.Id);
        late.Receipt.ShouldNotBe(early.Receipt);
        (await Queue.CompleteAsync(early, Cancel)).ShouldBeFalse();
        (await Queue.ReleaseAsync(early, TimeSpan.Zero, Cancel)).ShouldBeFalse();
        (await Queue.MoveToPoisonAsync(early, Cancel)).ShouldBeFalse();

        (await ReceiveAsync()).ShouldBeEmpty();
        (await Queue.CountAsync(Queues.PoisonOf(Name), Cancel)).ShouldBe(0);
        (await Queue.CompleteAsync(late, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_receipt_proves_nothing_in_another_queue()
    {
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();

        (await Queue.CompleteAsync(item with { Queue = "other" }, Cancel)).ShouldBeFalse();
        (await Queue.CountAsync(Name, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_delayed_message_is_counted_at_once_and_visible_later()
    {
        SkipWithOwnClock();
        await Queue.EnqueueAsync(Name, ["a"], TimeSpan.FromMinutes(5), Cancel);

        (await Queue.CountAsync(Name, Cancel)).ShouldBe(1);
        (await ReceiveAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(5) - Second);
        (await ReceiveAsync()).ShouldBeEmpty();
        Time.Advance(2 * Second);
        (await ReceiveAsync()).ShouldHaveSingleItem().DequeueCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_released_message_is_visible_after_its_delay_and_keeps_its_count()
    {
        SkipWithOwnClock();
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();

        (await Queue.ReleaseAsync(item, TimeSpan.FromMinutes(2), Cancel)).ShouldBeTrue();

        Time.Advance(Hidden + Second);
        (await ReceiveAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromMinutes(2));
        (await ReceiveAsync()).ShouldHaveSingleItem().DequeueCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_released_without_delay_is_visible_at_once()
    {
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();

        (await Queue.ReleaseAsync(item, TimeSpan.Zero, Cancel)).ShouldBeTrue();

        (await ReceiveAsync()).ShouldHaveSingleItem().Body.ShouldBe("a");
    }

    [Fact]
    public async Task A_poisoned_message_stands_in_the_poison_queue_unchanged()
    {
        const string body = "{ not JSON: æøå";
        await EnqueueAsync(body);
        var item = (await ReceiveAsync()).Single();

        (await Queue.MoveToPoisonAsync(item, Cancel)).ShouldBeTrue();

        (await Queue.CountAsync(Name, Cancel)).ShouldBe(0);
        (await Queue.CountAsync(Queues.PoisonOf(Name), Cancel)).ShouldBe(1);
        (await Queue.MoveToPoisonAsync(item, Cancel)).ShouldBeFalse();
        (await Queue.CompleteAsync(item, Cancel)).ShouldBeFalse();
        var poison = (await Queue.ReceiveAsync(Queues.PoisonOf(Name), 16, Hidden, Cancel)).ShouldHaveSingleItem();
        poison.Body.ShouldBe(body);
        poison.DequeueCount.ShouldBe(1);
        (await Queue.CompleteAsync(poison, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_count_has_hidden_messages_too()
    {
        await EnqueueAsync("a", "b", "c");
        await ReceiveAsync(most: 2);

        (await Queue.CountAsync(Name, Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task A_message_of_the_longest_size_fits_and_one_byte_more_does_not()
    {
        // Two bytes of UTF-8 for each character.
        var longest = new string('ø', Queues.LongestMessage / 2);

        await EnqueueAsync(longest);

        (await ReceiveAsync()).ShouldHaveSingleItem().Body.ShouldBe(longest);
        await Should.ThrowAsync<ArgumentException>(() => EnqueueAsync(longest + "x"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_message_that_is_too_long_keeps_out_all_of_its_call(int position)
    {
        var messages = new List<string> { "a", "b" };
        messages.Insert(position, new string('x', Queues.LongestMessage + 1));

        await Should.ThrowAsync<ArgumentException>(() => EnqueueAsync([.. messages]));

        (await Queue.CountAsync(Name, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Enqueuing_nothing_does_nothing()
    {
        await EnqueueAsync();

        (await Queue.CountAsync(Name, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Many_receivers_at_once_never_get_the_same_message()
    {
        await EnqueueAsync([.. Enumerable.Range(0, 500).Select(i => $"{i}")]);
        var received = new ConcurrentBag<QueueItem>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            while (await ReceiveAsync(most: 7) is { Count: > 0 } items)
                            {
                                foreach (var item in items)
                                {
                                    received.Add(item);
                                }
                            }
                        },
                        Cancel
                    )
                )
        );

        received.Select(item => item.Body).ShouldBeUnique();
        received.Count.ShouldBe(500);
        received.ShouldAllBe(item => item.DequeueCount == 1);
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected Task EnqueueAsync(params string[] messages) =>
        Queue.EnqueueAsync(Name, messages, cancellationToken: Cancel);

    protected Task<IReadOnlyList<QueueItem>> ReceiveAsync(int most = 32) =>
        Queue.ReceiveAsync(Name, most, Hidden, Cancel);

    private void SkipWithOwnClock() => Assert.SkipWhen(OwnClock is not null, OwnClock ?? "");
}
