using Advocacy.Local.Hosting;
using Advocacy.Platform.Queue;
using Advocacy.Tests.Platform;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Local.Hosting;

public sealed class QueuePumpTests
{
    private readonly Calls _calls = new();
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryWorkQueue _queue;
    private readonly FakeLogger<QueuePump> _log = new();

    public QueuePumpTests() => _queue = new InMemoryWorkQueue(_time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draining_ends_when_every_queue_is_empty_and_tells_how_much_was_done()
    {
        await _queue.EnqueueAsync("first", [.. Enumerable.Range(0, 40).Select(i => $"{i}")], cancellationToken: Cancel);
        var done = new List<(string, int)>();

        (await Pump().DrainAsync((name, count) => done.Add((name, count)), Cancel)).ShouldBe(0);

        _calls.All.Count.ShouldBe(40);
        (await _queue.CountAsync("first", Cancel)).ShouldBe(0);
        done.ShouldBe([("first", 16), ("first", 16), ("first", 8)]);
    }

    [Fact]
    public async Task Draining_takes_what_the_functions_put_on_other_queues_meanwhile()
    {
        _calls.Do = call =>
            call.StartsWith("second go", StringComparison.Ordinal)
                ? _queue.EnqueueAsync("first", ["follows"], cancellationToken: Cancel)
                : Task.CompletedTask;
        await _queue.EnqueueAsync("second", ["go"], cancellationToken: Cancel);

        await Pump().DrainAsync(cancellationToken: Cancel);

        _calls.All.ShouldBe(["second go", "first follows True"]);
    }

    [Fact]
    public async Task Five_tries_then_the_poison_queue_whose_function_gets_the_message_whole()
    {
        _calls.Do = Failing("second bad");
        await _queue.EnqueueAsync("second", ["bad"], cancellationToken: Cancel);

        (await Pump().DrainAsync(cancellationToken: Cancel)).ShouldBe(Queues.MaxDequeueCount);

        _calls.All.ShouldBe([.. Enumerable.Repeat("second bad", Queues.MaxDequeueCount), "poison bad"]);
        (await _queue.CountAsync("second", Cancel)).ShouldBe(0);
        (await _queue.CountAsync("second-poison", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_bad_message_does_not_stop_the_others()
    {
        _calls.Do = Failing("second bad");
        await _queue.EnqueueAsync("second", ["one", "bad", "two"], cancellationToken: Cancel);

        await Pump().DrainAsync(cancellationToken: Cancel);

        _calls.All.Count(call => call == "second one").ShouldBe(1);
        _calls.All.Count(call => call == "second two").ShouldBe(1);
    }

    [Fact]
    public async Task A_message_whose_tries_all_ended_with_their_process_is_not_tried_again()
    {
        await _queue.EnqueueAsync("second", ["killer"], cancellationToken: Cancel);
        for (var i = 0; i < Queues.MaxDequeueCount; i++)
        {
            (await _queue.ReceiveAsync("second", 1, TimeSpan.FromMinutes(1), Cancel)).Count.ShouldBe(1);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        await Pump().DrainAsync(cancellationToken: Cancel);

        _calls.All.ShouldBe(["poison killer"]);
    }

    [Fact]
    public async Task A_failed_try_is_logged_without_the_message()
    {
        _calls.Do = Failing("second ida@acme.example");
        await _queue.EnqueueAsync("second", ["ida@acme.example"], cancellationToken: Cancel);

        await Pump().DrainAsync(cancellationToken: Cancel);

        var lines = _log.Collector.GetSnapshot();
        lines.Count.ShouldBe(Queues.MaxDequeueCount);
        lines[1].Message.ShouldBe("Second failed on try 2 of a message: InvalidOperationException.");
        lines.ShouldAllBe(line => line.Exception == null);
    }

    [Fact]
    public async Task Running_handles_what_comes_until_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = Pump().RunAsync(stop.Token);

        await _queue.EnqueueAsync("first", ["now"], cancellationToken: Cancel);
        await _calls.NextAsync();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        _calls.All.ShouldBe(["first now True"]);
    }

    [Fact]
    public async Task While_running_a_failed_message_waits_before_its_next_try()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _calls.Do = Failing("second bad");
        await _queue.EnqueueAsync("second", ["bad", "next"], cancellationToken: Cancel);
        var running = Pump().RunAsync(stop.Token);
        await _calls.NextAsync();
        await _calls.NextAsync();
        await _queue.EnqueueAsync("second", ["later"], cancellationToken: Cancel);
        await _calls.NextAsync();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        // The queue's clock stands still: the failed one is hidden while the later one is handled.
        _calls.All.Order().ShouldBe(["second bad", "second later", "second next"]);
    }

    [Fact]
    public async Task A_queue_that_cannot_be_read_for_a_moment_is_read_again()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await _queue.EnqueueAsync("first", ["now"], cancellationToken: Cancel);
        var crashes = new Crashes(at: 1, after: false);
        var running = new QueuePump(Calls.Catalog(), _calls.Invoker(), crashes.Around(_queue), _log).RunAsync(
            stop.Token
        );
        await _calls.NextAsync();
        await _queue.EnqueueAsync("second", ["too"], cancellationToken: Cancel);
        await _calls.NextAsync();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        crashes.Happened.ShouldBeTrue();
        _calls.All.Order().ShouldBe(["first now True", "second too"]);
        _log.Collector.GetSnapshot().ShouldHaveSingleItem().Id.Id.ShouldBe(9502);
    }

    private QueuePump Pump() => new(Calls.Catalog(), _calls.Invoker(), _queue, _log);

    private static Func<string, Task> Failing(string call) =>
        made => made == call ? throw new InvalidOperationException("on purpose") : Task.CompletedTask;
}
