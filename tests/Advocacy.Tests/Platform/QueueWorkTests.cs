using System.Text.Json;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform;

public sealed class QueueWorkTests
{
    private readonly InMemoryDocumentStore _store;
    private readonly FakeLogger<QueueWork> _log = new();
    private readonly QueueWork _work;

    public QueueWorkTests()
    {
        var time = new FakeTimeProvider();
        _store = new InMemoryDocumentStore(time);
        _work = new QueueWork(new FailureLog(_store, time), _log);
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
        await Should.ThrowAsync<OperationCanceledException>(() =>
            RunAsync(_ => throw new OperationCanceledException())
        );

        (await FailuresAsync()).ShouldBeEmpty();
    }

    private Task RunAsync(Func<string, Task<int>> handle) =>
        _work.RunAsync(
            "content",
            "ida@acme.example",
            (message, _) => handle(message),
            TestContext.Current.CancellationToken
        );

    private ValueTask<List<FailedMessage>> FailuresAsync() =>
        _store
            .QueryAllAsync<FailedMessage>(new Query(Containers.Failures), TestContext.Current.CancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(TestContext.Current.CancellationToken);
}
