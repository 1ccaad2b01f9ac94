using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.StorageQueues;

namespace Advocacy.Tests.Platform.StorageQueues;

/// <summary>A process that dies between two requests to the account loses no message.</summary>
public sealed class CrashedQueueTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan s_hidden = TimeSpan.FromMinutes(30);

    private readonly string _name = $"crashed-{Ids.New()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_on_its_way_to_the_poison_queue_stands_in_one_of_the_two_wherever_the_process_dies(
        bool after
    )
    {
        var whole = await QueueAsync(new FaultyLine());
        for (var at = 1; ; at++)
        {
            var queue = $"{_name}-{at}";
            await whole.EnqueueAsync(queue, ["a"], cancellationToken: Cancel);
            var item = (await whole.ReceiveAsync(queue, 1, s_hidden, Cancel)).Single();
            // The development account begins without the queue; here only the move itself is of interest.
            await whole.EnqueueAsync(Queues.PoisonOf(queue), ["other"], cancellationToken: Cancel);
            var line = new FaultyLine(at, after);
            var dying = await QueueAsync(line);

            try
            {
                (await dying.MoveToPoisonAsync(item, Cancel)).ShouldBeTrue();
            }
            catch (CrashException)
            {
                // It died there.
            }

            var here = await whole.CountAsync(queue, Cancel);
            var there = await whole.CountAsync(Queues.PoisonOf(queue), Cancel) - 1;
            (here + there).ShouldBeGreaterThanOrEqualTo(1, $"lost at request {at}");
            if (!line.Happened)
            {
                (here, there).ShouldBe((0, 1));
                at.ShouldBe(4, "A move is three requests: hide, copy, delete.");
                return;
            }
        }
    }

    [Fact]
    public async Task A_call_that_fails_half_way_and_is_repeated_leaves_every_message_at_least_once()
    {
        string[] messages = [.. Enumerable.Range(0, 60).Select(i => $"{{\"i\":{i}}}")];
        var whole = await QueueAsync(new FaultyLine());
        await whole.EnqueueAsync(_name, ["{}"], cancellationToken: Cancel);
        var dying = await QueueAsync(new FaultyLine(at: 30, after: true));

        await Should.ThrowAsync<CrashException>(() => dying.EnqueueAsync(_name, messages, cancellationToken: Cancel));
        await dying.EnqueueAsync(_name, messages, cancellationToken: Cancel);

        var received = new List<string>();
        while (await whole.ReceiveAsync(_name, 32, s_hidden, Cancel) is { Count: > 0 } items)
        {
            received.AddRange(items.Select(item => item.Body));
        }
        received.ToHashSet().ShouldBe([.. messages, "{}"], ignoreOrder: true);
        received.Count.ShouldBeGreaterThan(messages.Length + 1);
    }

    [Fact]
    public async Task Many_messages_are_sent_side_by_side_but_never_all_at_once()
    {
        var line = new FaultyLine();

        await (await QueueAsync(line)).EnqueueAsync(
            _name,
            [.. Enumerable.Range(0, 200).Select(i => $"{{\"i\":{i}}}")],
            cancellationToken: Cancel
        );

        line.MostOpen.ShouldBeInRange(2, 16);
    }

    private async Task<StorageWorkQueue> QueueAsync(FaultyLine line) =>
        new(new StorageAccount(await azurite.OptionsAsync(), line.On));
}
