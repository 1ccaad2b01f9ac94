using System.Collections.Concurrent;
using Advocacy.Platform.Queue;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Queue;

/// <summary>
/// What every work queue does. Each test has its queues to itself; instants are checked one second before and after, because a
/// queue may round to seconds.
/// </summary>
public abstract class WorkQueueContract : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    protected string Name { get; } = $"contract-{Advocacy.Platform.Ids.New()}";
    private string Other => Name + "-other";

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    protected IWorkQueue Queue { get; private set; } = null!;

    /// <summary>True where the queue follows a clock of its own: then the tests wait, for seconds, until it has come to its time.</summary>
    protected virtual bool OwnClock => false;

    /// <summary>For messages that must stay hidden while a test looks: with a real clock, even on a machine that stalls.</summary>
    private TimeSpan Hidden => OwnClock ? TimeSpan.FromMinutes(30) : TimeSpan.FromSeconds(30);

    /// <summary>For messages that must come back.</summary>
    private TimeSpan Briefly => OwnClock ? 2 * Second : TimeSpan.FromSeconds(30);

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
        (await OpenAsync(item)).ShouldBe("æøå 👩🏽‍💻 {\"a\":\"b\"}\n");
        item.DequeueCount.ShouldBe(1);
        item.Id.ShouldNotBeNullOrEmpty();
        item.Receipt.ShouldNotBeNullOrEmpty();
    }

    /// <summary>What XML, in which a queue may carry it, changes or refuses; what looks like base64; what looks like nothing.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("{\"a\":\"<b> & ]]> &amp; \\u0000\"}")]
    [InlineData("{\r\n\t\"a\": 1\r\n}\r\n")]
    [InlineData(" \n {} \n ")]
    [InlineData("{\uFFFE\uFFFF\u0001\u001F\u0085\u2028")]
    [InlineData("\uFEFF{}")]
    [InlineData("abcd")]
    [InlineData("eyJhIjoxfQ==")]
    [InlineData("1234")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData(" ")]
    [InlineData("advocacy-blob:content/00000000000000000000000000000000")]
    public async Task Every_text_opens_to_what_was_enqueued_from_its_own_queue_and_from_the_poison_queue(string text)
    {
        await EnqueueAsync(text);

        var item = (await ReceiveAsync()).ShouldHaveSingleItem();
        (await OpenAsync(item)).ShouldBe(text);
        (await Queue.MoveToPoisonAsync(item, Cancel)).ShouldBeTrue();
        var poison = (await Queue.ReceiveAsync(Queues.PoisonOf(Name), 1, Hidden, Cancel)).ShouldHaveSingleItem();
        poison.Body.ShouldBe(item.Body);
        (await OpenAsync(poison)).ShouldBe(text);
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
        (await Queue.ReceiveAsync(Name + "-never", 16, Hidden, Cancel)).ShouldBeEmpty();
        (await Queue.CountAsync(Name + "-never", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Queues_are_apart()
    {
        await EnqueueAsync("a");
        await Queue.EnqueueAsync(Other, ["b"], cancellationToken: Cancel);

        (await OpenAsync((await ReceiveAsync()).ShouldHaveSingleItem())).ShouldBe("a");
        var other = (await Queue.ReceiveAsync(Other, 16, Hidden, Cancel)).ShouldHaveSingleItem();
        (await OpenAsync(other)).ShouldBe("b");
    }

    [Fact]
    public async Task A_message_that_is_not_completed_comes_back_with_a_higher_count()
    {
        await EnqueueAsync("a");
        var hiddenAt = Now;
        (await Queue.ReceiveAsync(Name, 32, Briefly, Cancel)).ShouldHaveSingleItem().DequeueCount.ShouldBe(1);

        for (var count = 2; count <= Queues.MaxDequeueCount + 1; count++)
        {
            var item = await ComesAfterAsync(Briefly, hiddenAt, hideFor: Briefly);
            (await OpenAsync(item), item.DequeueCount).ShouldBe(("a", count));
            hiddenAt = Now;
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
        await EnqueueAsync("a");
        var hiddenAt = Now;
        var early = (await Queue.ReceiveAsync(Name, 32, Briefly, Cancel)).Single();
        var late = await ComesAfterAsync(Briefly, hiddenAt, hideFor: Hidden);

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

        (await Queue.CompleteAsync(item with { Queue = Other }, Cancel)).ShouldBeFalse();
        (await Queue.CountAsync(Name, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_delayed_message_is_counted_at_once_and_visible_later()
    {
        var enqueuedAt = Now;
        await Queue.EnqueueAsync(Name, ["a"], Briefly, Cancel);

        (await Queue.CountAsync(Name, Cancel)).ShouldBe(1);
        (await ComesAfterAsync(Briefly, enqueuedAt, Hidden)).DequeueCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_released_message_is_visible_after_its_delay_and_keeps_its_count()
    {
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();

        var releasedAt = Now;
        (await Queue.ReleaseAsync(item, Briefly, Cancel)).ShouldBeTrue();

        (await ComesAfterAsync(Briefly, releasedAt, Hidden)).DequeueCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_released_message_stays_hidden_for_its_delay_even_where_that_is_longer_than_its_timeout()
    {
        await EnqueueAsync("a");
        var item = (await Queue.ReceiveAsync(Name, 32, Briefly, Cancel)).Single();

        (await Queue.ReleaseAsync(item, Hidden + Hidden, Cancel)).ShouldBeTrue();

        await PassAsync(Briefly + Second);
        (await ReceiveAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_released_without_delay_is_visible_at_once()
    {
        await EnqueueAsync("a");
        var item = (await ReceiveAsync()).Single();

        (await Queue.ReleaseAsync(item, TimeSpan.Zero, Cancel)).ShouldBeTrue();

        (await OpenAsync((await ReceiveAsync()).ShouldHaveSingleItem())).ShouldBe("a");
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
        poison.Body.ShouldBe(item.Body);
        (await OpenAsync(poison)).ShouldBe(body);
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
        var longest = new string('ø', Queues.LongestBody / 2);

        await EnqueueAsync(longest);

        (await OpenAsync((await ReceiveAsync()).ShouldHaveSingleItem())).ShouldBe(longest);
        await Should.ThrowAsync<ArgumentException>(() => EnqueueAsync(longest + "x"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_message_that_is_too_long_keeps_out_all_of_its_call(int position)
    {
        var messages = new List<string> { "a", "b" };
        messages.Insert(position, new string('x', Queues.LongestBody + 1));

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

    protected Task<string> OpenAsync(QueueItem item) => Queue.OpenAsync(item.Body, Cancel);

    /// <summary>Lets so much time pass on the queue's clock.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        if (OwnClock)
        {
            await Task.Delay(time, TimeProvider.System, Cancel);
        }
    }

    private TimeSpan Now => TimeProvider.System.GetElapsedTime(0);

    /// <summary>
    /// The one message, which becomes visible after a delay, to the second. On a clock of its own the queue is asked until it comes;
    /// that it did not come too early is read from the time between, which a slow machine can only lengthen.
    /// </summary>
    /// <param name="delay">From the call that hid it.</param>
    /// <param name="since">Before that call.</param>
    /// <param name="hideFor">How long this hides it again.</param>
    private async Task<QueueItem> ComesAfterAsync(TimeSpan delay, TimeSpan since, TimeSpan hideFor)
    {
        if (!OwnClock)
        {
            Time.Advance(delay - Second);
            (await ReceiveAsync()).ShouldBeEmpty();
            Time.Advance(2 * Second);
            return (await Queue.ReceiveAsync(Name, 32, hideFor, Cancel)).ShouldHaveSingleItem();
        }
        IReadOnlyList<QueueItem> items;
        while ((items = await Queue.ReceiveAsync(Name, 32, hideFor, Cancel)).Count == 0)
        {
            (Now - since).ShouldBeLessThan(Patience, "It did not come back.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }
        (Now - since).ShouldBeGreaterThanOrEqualTo(delay - Second, "It came back too early.");
        return items.ShouldHaveSingleItem();
    }
}
