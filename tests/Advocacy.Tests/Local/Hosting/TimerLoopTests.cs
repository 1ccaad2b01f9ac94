using System.Threading.Channels;
using Advocacy.Local.Hosting;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Local.Hosting;

public sealed class TimerLoopTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Calls _calls = new();
    private readonly WatchedClock _time = new(Start);
    private readonly FakeLogger<TimerLoop> _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_at_its_time_and_again_at_the_next()
    {
        await RunAsync(async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(52));
            _calls.All.ShouldBeEmpty();

            _time.Advance(TimeSpan.FromMinutes(1));
            await _calls.NextAsync();
            await _time.WaitingAsync();
            _time.Advance(Hour);
            await _calls.NextAsync();
        });

        _calls.All.ShouldBe(["tick False", "tick False"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_fails_does_not_stop_the_next(bool timedOut)
    {
        // What an HTTP client throws when its time is over is a cancellation, but nobody stopped the host.
        _calls.Do = _ =>
            timedOut
                ? throw new TaskCanceledException("on purpose")
                : throw new InvalidOperationException("on purpose");
        await RunAsync(async () =>
        {
            _time.Advance(Hour);
            await _calls.NextAsync();
            await _time.WaitingAsync();
            _time.Advance(Hour);
            await _calls.NextAsync();
            await _time.WaitingAsync();
        });

        _calls.All.Count.ShouldBe(2);
        _log.Collector.GetSnapshot().ShouldAllBe(line => line.Id.Id == 9501);
        _log.Collector.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_timer_that_goes_off_a_moment_early_runs_once()
    {
        _time.Early = TimeSpan.FromMilliseconds(1);
        await RunAsync(async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(53) - _time.Early);
            await _calls.NextAsync();
            await _time.WaitingAsync();
            _time.Advance(TimeSpan.FromMinutes(30));
        });

        _calls.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_by_hand_comes_late_and_at_once()
    {
        await Loop().RunNowAsync("Tick", Cancel);

        _calls.All.ShouldBe(["tick True"]);
    }

    [Fact]
    public void The_next_run_of_each_timer_is_told()
    {
        Loop().NextRuns().ShouldBe([("Tick", Start.AddMinutes(53))]);
    }

    [Fact]
    public void A_schedule_that_is_none_is_named()
    {
        var tick = Calls.Catalog().Timers.Single() with { Schedule = "every hour" };

        Should
            .Throw<InvalidOperationException>(() => TimerLoop.Parse(tick))
            .Message.ShouldStartWith("Tick has the schedule 'every hour', which is not six NCRONTAB fields");
    }

    private TimerLoop Loop() => new(Calls.Catalog(), _calls.Invoker(), _time, _log);

    /// <summary>Runs the loop while the clock is moved, then stops it.</summary>
    private async Task RunAsync(Func<Task> meanwhile)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = Loop().RunAsync(stop.Token);
        await _time.WaitingAsync();
        await meanwhile();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }

    /// <summary>A clock that tells when somebody began to wait on it, and can wake them a little early.</summary>
    private sealed class WatchedClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly Channel<bool> _waiting = Channel.CreateUnbounded<bool>();

        public TimeSpan Early { get; set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime > Early ? dueTime - Early : dueTime, period);
            _waiting.Writer.TryWrite(true);
            return timer;
        }

        public async Task WaitingAsync() =>
            await _waiting.Reader.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }
}
