using Cronos;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Local.Hosting;

/// <summary>Runs timer functions on their schedules, in UTC. A run that fails is logged; the next one comes at its time.</summary>
internal sealed class TimerLoop(
    FunctionCatalog catalog,
    FunctionInvoker invoker,
    TimeProvider time,
    ILogger<TimerLoop> logger
)
{
    /// <summary>Six NCRONTAB fields as Azure Functions takes them.</summary>
    /// <exception cref="InvalidOperationException">It is no schedule: the message names the function.</exception>
    public static CronExpression Parse(TimerFunction function)
    {
        try
        {
            return CronExpression.Parse(function.Schedule, CronFormat.IncludeSeconds);
        }
        catch (CronFormatException error)
        {
            throw new InvalidOperationException(
                $"{function.Name} has the schedule '{function.Schedule}', which is not six NCRONTAB fields: {error.Message}",
                error
            );
        }
    }

    /// <summary>Each timer's next run after now.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset Next)> NextRuns() =>
        [
            .. catalog
                .Timers.Select(timer =>
                    (timer.Name, Next: Parse(timer).GetNextOccurrence(time.GetUtcNow(), TimeZoneInfo.Utc))
                )
                .Where(run => run.Next is not null)
                .Select(run => (run.Name, run.Next!.Value))
                .OrderBy(run => run.Value),
        ];

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(catalog.Timers.Select(timer => RunAsync(timer, Parse(timer), cancellationToken)));

    /// <summary>Runs one timer now, as a run that comes late.</summary>
    public Task RunNowAsync(string name, CancellationToken cancellationToken) =>
        invoker.InvokeAsync(
            catalog.Timers.Single(timer => timer.Name == name),
            new TimerInfo { IsPastDue = true },
            cancellationToken
        );

    private async Task RunAsync(TimerFunction timer, CronExpression schedule, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            var after = time.GetUtcNow();
            while (schedule.GetNextOccurrence(after, TimeZoneInfo.Utc) is { } next)
            {
                var wait = next - time.GetUtcNow();
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken);
                try
                {
                    await invoker.InvokeAsync(timer, new TimerInfo(), cancellationToken);
                }
                catch (Exception error)
                    when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    HostingLog.TimerFailed(logger, timer.Name, error);
                }
                // A delay counts whole milliseconds and may end a moment early: the same run must not come twice.
                after = time.GetUtcNow() > next ? time.GetUtcNow() : next;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
