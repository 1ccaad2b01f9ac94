using System.Diagnostics;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.StorageQueues;
using Advocacy.Tests.Platform.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Platform.StorageQueues;

/// <summary>The trace goes through a real account as it does through our own file.</summary>
public sealed class TracedStorageQueueTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Lengths() => [10, 100 * 1024];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Handling_continues_the_trace_of_whoever_enqueued_and_enqueuing_in_it_continues_further(int length)
    {
        var name = $"trace-{Ids.New()}";
        var account = new StorageAccount(await azurite.OptionsAsync(), _ => { });
        var queue = new TracedWorkQueue(new StorageWorkQueue(account), TimeProvider.System);
        var work = new QueueWork(
            new MessageReader(queue),
            new FailureLog(new InMemoryDocumentStore(TimeProvider.System), TimeProvider.System),
            Meters.Unheard(),
            TimeProvider.System,
            NullLogger<QueueWork>.Instance
        );
        using var traces = new HeardTraces();
        Activity drop;
        using (drop = traces.Begin("a drop"))
        {
            await queue.EnqueueAsync(name, [$$"""{"text":"{{new string('å', length)}}"}"""], cancellationToken: Cancel);
        }

        // As the platform hands it over: the text of the message, and a trace of the platform's own around it.
        var received = await account.Queues.GetQueueClient(name).ReceiveMessageAsync(cancellationToken: Cancel);
        using (traces.Begin("the platform's trigger"))
        {
            await work.RunAsync(
                name,
                received.Value.MessageText,
                async (_, cancellationToken) =>
                {
                    await queue.EnqueueAsync(name + "-2", ["{}"], cancellationToken: cancellationToken);
                    return 1;
                },
                Cancel
            );
        }

        var chain = new[] { $"send {name}", $"process {name}", $"send {name}-2" }.Select(traces.Single).ToList();
        chain.ShouldAllBe(step => step.TraceId == drop.TraceId);
        chain.Select(step => step.ParentSpanId).ShouldBe([drop.SpanId, chain[0].SpanId, chain[1].SpanId]);
        chain.ShouldAllBe(step => (string)step.GetTagItem("messaging.system")! == "azure_storage_queues");
    }
}
