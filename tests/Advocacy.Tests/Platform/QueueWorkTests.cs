using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Tests.Platform.Telemetry;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform;

public sealed class QueueWorkTests
{
    private readonly InMemoryDocumentStore _store;
    private readonly FakeLogger<QueueWork> _log = new();
    private readonly InMemoryWorkQueue _queue;
    private readonly IMeterFactory _meters = Meters.Create();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly QueueWork _work;

    public QueueWorkTests()
    {
        _store = new InMemoryDocumentStore(_time);
        _queue = new InMemoryWorkQueue(_time);
        _work = new QueueWork(
            new MessageReader(_queue),
            new FailureLog(_store, _time),
            new Metrics(_meters),
            _time,
            _log
        );
    }

    [Fact]
    public async Task A_message_that_was_handled_leaves_no_trace()
    {
        await RunAsync(_ => Task.FromResult(1));

        (await FailuresAsync()).ShouldBeEmpty();
    }

    public static TheoryData<Exception> Unusable() =>
        [new UnusableMessageException("The URL is missing."), new JsonException("The URL is missing.")];

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_cannot_be_used_is_kept_with_its_reason_and_the_queue_is_done_with_it(Exception error)
    {
        await RunAsync(_ => throw error);

        var kept = (await FailuresAsync()).ShouldHaveSingleItem();
        kept.State.ShouldBe(FailedMessageState.Kept);
        kept.Reason.ShouldBe("The URL is missing.");
        kept.Body.ShouldBe("ida@acme.example");
        kept.Queue.ShouldBe("content");
        _log.LatestRecord.Message.ShouldNotContain("ida");
    }

    [Fact]
    public async Task What_failed_is_noted_and_thrown_so_that_the_queue_tries_again()
    {
        var thrown = await Should.ThrowAsync<InvalidOperationException>(() =>
            RunAsync(_ => throw new InvalidOperationException("The store is away."))
        );

        thrown.Message.ShouldBe("The store is away.");
        var noted = (await FailuresAsync()).ShouldHaveSingleItem();
        noted.State.ShouldBe(FailedMessageState.Retrying);
        noted.Reason.ShouldBe("The store is away.");
    }

    [Fact]
    public async Task A_later_try_that_succeeds_removes_the_note()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(_ => throw new InvalidOperationException()));

        await RunAsync(_ => Task.FromResult(1));

        (await FailuresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stop_is_no_failure_of_the_message()
    {
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            _work.RunAsync<int>(
                "content",
                "ida@acme.example",
                async (_, cancellationToken) =>
                {
                    await stop.CancelAsync();
                    throw new OperationCanceledException(cancellationToken);
                },
                stop.Token
            )
        );

        (await FailuresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_out_that_nobody_asked_for_is_a_failure_with_its_reason()
    {
        using var tries = new MetricCollector<long>(_meters, Metrics.MeterName, "advocacy.queue.processed");

        await Should.ThrowAsync<TaskCanceledException>(() =>
            RunAsync(_ => throw new TaskCanceledException("The request timed out."))
        );

        (await FailuresAsync()).ShouldHaveSingleItem().Reason.ShouldBe("The request timed out.");
        tries.LastMeasurement!.Tags["outcome"].ShouldBe("failed");
    }

    [Fact]
    public async Task The_handler_gets_the_message_out_of_its_envelope_and_so_does_who_keeps_it()
    {
        string? got = null;
        var body = await EnvelopedAsync("{\"a\": 1}\r\n");

        await RunAsync(
            body,
            message =>
            {
                got = message;
                throw new UnusableMessageException("No.");
            }
        );

        got.ShouldBe("{\"a\": 1}\r\n");
        var kept = (await FailuresAsync()).ShouldHaveSingleItem();
        (kept.Body, kept.Id).ShouldBe((got, Ids.Of("failure", "content", got!)));
    }

    [Fact]
    public async Task A_malformed_envelope_is_kept_whole_with_its_reason_and_never_handled()
    {
        const string body = """{"specversion":"2.0","data":{"a":1}}""";

        await RunAsync(body, _ => throw new InvalidOperationException("It must not come here."));

        var kept = (await FailuresAsync()).ShouldHaveSingleItem();
        kept.State.ShouldBe(FailedMessageState.Kept);
        kept.Body.ShouldBe(body);
        kept.Reason.ShouldBe(
            "The message is a CloudEvents envelope that cannot be opened: its specversion is not \"1.0\"."
        );
    }

    [Fact]
    public async Task What_came_to_the_poison_queue_is_kept_out_of_its_envelope_with_the_reason_noted_before()
    {
        var body = await EnvelopedAsync("{}");
        await Should.ThrowAsync<InvalidOperationException>(() =>
            RunAsync(body, _ => throw new InvalidOperationException("The store is away."))
        );
        var rescue = new PoisonRescue(new MessageReader(_queue), new FailureLog(_store, _time));

        await rescue.RunAsync("content-poison", body, TestContext.Current.CancellationToken);
        await rescue.RunAsync("content", "{\"specversion\":1}", TestContext.Current.CancellationToken);

        var kept = (await FailuresAsync()).OrderBy(failure => failure.Body.Length).ToList();
        kept.ShouldAllBe(failure => failure.State == FailedMessageState.Kept);
        kept.Select(failure => failure.Body).ShouldBe(["{}", "{\"specversion\":1}"]);
        kept[0].Reason.ShouldBe("The store is away.");
        kept[1].Reason.ShouldContain("cannot be opened");
    }

    [Fact]
    public async Task The_age_and_the_outcome_of_each_try_are_counted()
    {
        using var ages = new MetricCollector<double>(_meters, Metrics.MeterName, "advocacy.queue.age");
        using var tries = new MetricCollector<long>(_meters, Metrics.MeterName, "advocacy.queue.processed");
        var body = await EnvelopedAsync("{}");
        _time.Advance(TimeSpan.FromSeconds(90));

        await RunAsync(body, _ => Task.FromResult(1));
        await RunAsync("from outside, without a time", _ => throw new UnusableMessageException("No."));
        await Should.ThrowAsync<InvalidOperationException>(() =>
            RunAsync(body, _ => throw new InvalidOperationException())
        );

        ages.GetMeasurementSnapshot().Select(age => age.Value).ShouldBe([90, 90]);
        ages.LastMeasurement!.Tags.ShouldBe([KeyValuePair.Create("queue", (object?)"content")]);
        tries
            .GetMeasurementSnapshot()
            .Select(one => (one.Value, one.Tags["queue"], one.Tags["outcome"]))
            .ShouldBe([(1, "content", "done"), (1, "content", "kept"), (1, "content", "failed")]);
    }

    [Fact]
    public async Task Handling_continues_the_trace_of_whoever_enqueued_and_names_no_person()
    {
        using var traces = new HeardTraces();
        string body;
        using (traces.Begin("somebody enqueues"))
        {
            body = await EnvelopedAsync("{\"to\":\"ida@acme.example\"}");
        }

        using (traces.Begin("the platform's trigger"))
        {
            await Should.ThrowAsync<InvalidOperationException>(() =>
                RunAsync(body, _ => throw new InvalidOperationException("ida@acme.example is away"))
            );
            Activity.Current!.OperationName.ShouldBe("the platform's trigger");
        }

        var (send, process) = (traces.Single("send content"), traces.Single("process content"));
        (send.Kind, process.Kind).ShouldBe((ActivityKind.Producer, ActivityKind.Consumer));
        (process.TraceId, process.ParentSpanId).ShouldBe((send.TraceId, send.SpanId));
        process.Links.ShouldHaveSingleItem().Context.TraceId.ShouldNotBe(process.TraceId);
        process.Status.ShouldBe(ActivityStatusCode.Error);
        process.TagObjects.ShouldBe([
            KeyValuePair.Create("messaging.system", (object?)"in_memory"),
            KeyValuePair.Create("messaging.destination.name", (object?)"content"),
            KeyValuePair.Create("messaging.operation.name", (object?)"process"),
            KeyValuePair.Create("messaging.operation.type", (object?)"process"),
            KeyValuePair.Create("error.type", (object?)"System.InvalidOperationException"),
        ]);
        traces
            .All.SelectMany(activity => activity.TagObjects)
            .ShouldAllBe(tag => !$"{tag.Value}".Contains("ida", StringComparison.Ordinal));
    }

    /// <summary>A message as it stands on the queue.</summary>
    private async Task<string> EnvelopedAsync(string message)
    {
        await new TracedWorkQueue(_queue, _time).EnqueueAsync(
            "content",
            [message],
            cancellationToken: TestContext.Current.CancellationToken
        );
        return (await _queue.ReceiveAsync("content", 1, TimeSpan.FromHours(1), TestContext.Current.CancellationToken))
            .Single()
            .Body;
    }

    private Task RunAsync(string body, Func<string, Task<int>> handle) =>
        _work.RunAsync("content", body, (message, _) => handle(message), TestContext.Current.CancellationToken);

    private Task RunAsync(Func<string, Task<int>> handle) => RunAsync("ida@acme.example", handle);

    private ValueTask<List<FailedMessage>> FailuresAsync() =>
        _store
            .QueryAllAsync<FailedMessage>(new Query(Containers.Failures), TestContext.Current.CancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(TestContext.Current.CancellationToken);
}
