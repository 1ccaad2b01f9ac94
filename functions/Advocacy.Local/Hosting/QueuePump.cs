using Advocacy.Platform.Queue;

namespace Advocacy.Local.Hosting;

/// <summary>
/// Feeds queue functions: 16 messages at a time, five tries, then the poison queue, which is a queue with a function like any other.
/// </summary>
internal sealed class QueuePump(
    FunctionCatalog catalog,
    FunctionInvoker invoker,
    IWorkQueue queue,
    ILogger<QueuePump> logger
)
{
    internal const int AtATime = 16;
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(10);

    /// <summary>As host.json has it: five tries outlast a service that is busy or restarts for some minutes.</summary>
    internal static readonly TimeSpan BackOff = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Runs until cancelled. Waits in real time, whatever the clock of the functions says.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(catalog.Queues.Select(function => RunAsync(function, cancellationToken)));

    /// <summary>
    /// Works until no message is left to do. A failed one is tried again at once, so that it ends either done or rescued.
    /// </summary>
    /// <param name="done">Told the queue and the number of messages after each round.</param>
    /// <returns>How many tries failed.</returns>
    public async Task<int> DrainAsync(Action<string, int>? done = null, CancellationToken cancellationToken = default)
    {
        var failed = 0;
        bool any;
        do
        {
            any = false;
            foreach (var function in catalog.Queues)
            {
                while (await RoundAsync(function, TimeSpan.Zero, cancellationToken) is { Count: > 0 } outcomes)
                {
                    any = true;
                    failed += outcomes.Count(succeeded => !succeeded);
                    done?.Invoke(function.Queue, outcomes.Count);
                }
            }
        } while (any);
        return failed;
    }

    private async Task RunAsync(QueueFunction function, CancellationToken cancellationToken)
    {
        // Leave the caller's thread: a store that never waits would otherwise keep it.
        await Task.Yield();
        var pause = TimeSpan.FromMilliseconds(50);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await RoundAsync(function, BackOff, cancellationToken) is { Count: > 0 })
                {
                    pause = TimeSpan.FromMilliseconds(50);
                    continue;
                }
                await Task.Delay(pause, TimeProvider.System, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The store may be well again in a moment; a pump that ended would leave its queue unread until the next start.
                HostingLog.QueueFailed(logger, function.Name, error);
                await Task.Delay(LongestPause, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private async Task<IReadOnlyList<bool>> RoundAsync(
        QueueFunction function,
        TimeSpan backOff,
        CancellationToken cancellationToken
    )
    {
        var items = await queue.ReceiveAsync(function.Queue, AtATime, Visibility, cancellationToken);
        return await Task.WhenAll(items.Select(item => HandleAsync(function, item, backOff, cancellationToken)));
    }

    private async Task<bool> HandleAsync(
        QueueFunction function,
        QueueItem item,
        TimeSpan backOff,
        CancellationToken cancellationToken
    )
    {
        if (item.DequeueCount > Queues.MaxDequeueCount)
        {
            // Its earlier tries ended with the process: nobody was there to count them.
            await queue.MoveToPoisonAsync(item, cancellationToken);
            return false;
        }
        try
        {
            await Task.Run(() => invoker.InvokeAsync(function, item.Body, cancellationToken), cancellationToken);
            await queue.CompleteAsync(item, cancellationToken);
            return true;
        }
        catch (Exception error)
            when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            HostingLog.MessageFailed(logger, function.Name, item.DequeueCount, error.GetType().Name);
            if (item.DequeueCount == Queues.MaxDequeueCount)
            {
                await queue.MoveToPoisonAsync(item, cancellationToken);
            }
            else
            {
                await queue.ReleaseAsync(item, backOff, cancellationToken);
            }
            return false;
        }
    }
}
