using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform;

public sealed class FailureLogTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly string s_id = Ids.Of("failure", Queues.Tone, "body");

    private readonly FakeTimeProvider _time = new(s_start);
    private readonly InMemoryDocumentStore _store;
    private readonly FailureLog _log;

    public FailureLogTests()
    {
        _store = new InMemoryDocumentStore(_time);
        _log = new FailureLog(_store, _time);
    }

    [Fact]
    public async Task Tries_are_counted_with_the_latest_reason()
    {
        await _log.NoteAsync(Queues.Tone, "body", "one", Token);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _log.NoteAsync(Queues.Tone, "body", "two", Token);

        (await StoredAsync()).ShouldBe(
            new FailedMessage
            {
                Id = s_id,
                Queue = Queues.Tone,
                Body = "body",
                Reason = "two",
                State = FailedMessageState.Retrying,
                Attempts = 2,
                FirstAt = s_start,
                LastAt = s_start.AddMinutes(1),
                Ttl = 7 * 24 * 3_600,
            }
        );
    }

    [Fact]
    public async Task A_message_on_the_poison_queue_is_kept_with_the_reason_noted_before()
    {
        await _log.NoteAsync(Queues.Tone, "body", "the analyser was away", Token);
        await _log.RescueAsync(Queues.PoisonOf(Queues.Tone), "body", Token);
        _time.Advance(TimeSpan.FromDays(89));

        var kept = await StoredAsync();
        (kept?.State, kept?.Reason, kept?.Queue).ShouldBe(
            (FailedMessageState.Kept, "the analyser was away", Queues.Tone)
        );
    }

    [Fact]
    public async Task A_message_on_the_poison_queue_that_nobody_noted_is_kept_too()
    {
        await _log.RescueAsync(Queues.PoisonOf(Queues.Tone), "body", Token);

        (await StoredAsync())?.Reason.ShouldBe("It failed 5 times; no reason was noted.");
    }

    [Fact]
    public async Task What_is_kept_stays_kept()
    {
        await _log.KeepAsync(Queues.Tone, "body", "refused", Token);
        await _log.NoteAsync(Queues.Tone, "body", "another", Token);
        await _log.RescueAsync(Queues.Tone, "body", Token);
        await _log.ForgetAsync(Queues.Tone, "body", Token);

        var kept = await StoredAsync();
        (kept?.State, kept?.Reason, kept?.Ttl).ShouldBe((FailedMessageState.Kept, "refused", 90 * 24 * 3_600));
    }

    [Fact]
    public async Task The_note_goes_when_the_message_was_handled_after_all()
    {
        await _log.NoteAsync(Queues.Tone, "body", "one", Token);
        await _log.ForgetAsync(Queues.Tone, "body", Token);
        await _log.ForgetAsync(Queues.Tone, "body", Token);

        (await StoredAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_note_that_nobody_came_back_to_goes_after_a_week()
    {
        await _log.NoteAsync(Queues.Tone, "body", "one", Token);
        _time.Advance(TimeSpan.FromDays(7));

        (await StoredAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Sent_again_it_is_on_record_until_it_was_handled()
    {
        var queue = new InMemoryWorkQueue(_time);
        await _log.KeepAsync(Queues.Tone, "body", "refused", Token);

        (await _log.RetryAsync(s_id, queue, cancellationToken: Token)).ShouldBeTrue();
        (await _log.RetryAsync("unknown", queue, cancellationToken: Token)).ShouldBeFalse();

        queue.Bodies(Queues.Tone).ShouldBe(["body"]);
        (await StoredAsync())?.State.ShouldBe(FailedMessageState.Retrying);
        await _log.ForgetAsync(Queues.Tone, "body", Token);
        (await StoredAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Tries_noted_at_the_same_time_are_all_counted()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => _log.NoteAsync(Queues.Tone, "body", "x", Token)))
        );

        (await StoredAsync())?.Attempts.ShouldBe(20);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<FailedMessage?> StoredAsync() =>
        (await _store.ReadAsync<FailedMessage>(Containers.Failures, s_id, s_id, Token))?.Value;
}
