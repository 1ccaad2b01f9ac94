using System.Diagnostics;
using System.Text;
using Advocacy.Platform.Queue;
using Advocacy.Tests.Platform.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Queue;

public sealed class TracedWorkQueueTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryWorkQueue _adapter;
    private readonly TracedWorkQueue _queue;

    public TracedWorkQueueTests()
    {
        _adapter = new InMemoryWorkQueue(_time);
        _queue = new TracedWorkQueue(_adapter, _time);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"a\":\"", "\"}")]
    [InlineData("no JSON: ", "")]
    public async Task The_longest_message_fits_with_its_envelope_whatever_it_is_and_one_byte_more_keeps_out_all(
        string start,
        string end
    )
    {
        var longest = start + new string('x', Queues.LongestMessage - start.Length - end.Length) + end;

        await _queue.EnqueueAsync("content", [longest], cancellationToken: Cancel);
        await Should.ThrowAsync<ArgumentException>(() =>
            _queue.EnqueueAsync("content", ["{}", longest + " "], cancellationToken: Cancel)
        );

        _adapter.Bodies("content").ShouldBe([longest]);
        var item = (await _queue.ReceiveAsync("content", 1, TimeSpan.FromMinutes(1), Cancel)).Single();
        Encoding.UTF8.GetByteCount(item.Body).ShouldBeInRange(Queues.LongestMessage, Queues.LongestBody);
    }

    [Fact]
    public async Task Messages_of_a_call_share_its_span_and_a_failure_is_its_error()
    {
        using var traces = new HeardTraces();
        using (traces.Begin("somebody enqueues"))
        {
            await _queue.EnqueueAsync("content", ["1", "2", "3"], cancellationToken: Cancel);
            await _queue.EnqueueAsync("content", [], cancellationToken: Cancel);
            var dying = new TracedWorkQueue(new Crashes(at: 1, after: false).Around(_adapter), _time);
            await Should.ThrowAsync<CrashException>(() => dying.EnqueueAsync("tone", ["1"], cancellationToken: Cancel));
        }

        var send = traces.Single("send content");
        send.GetTagItem("messaging.batch.message_count").ShouldBe(3);
        var items = await _queue.ReceiveAsync("content", 32, TimeSpan.FromMinutes(1), Cancel);
        items.Select(item => Envelope.Open(item.Body).TraceParent).ShouldBe([send.Id, send.Id, send.Id]);
        var failed = traces.Single("send tone");
        (failed.Status, failed.GetTagItem("error.type")).ShouldBe(
            (ActivityStatusCode.Error, typeof(CrashException).FullName)
        );
    }
}
