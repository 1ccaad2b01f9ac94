namespace Advocacy.Platform.Queue;

/// <summary>
/// The port to the work queues: at least once, in no promised order. In Azure the platform receives and this app only
/// enqueues; on one machine the local host receives too.
/// </summary>
public interface IWorkQueue
{
    /// <summary>Adds messages, all or none. They become visible after <paramref name="delay"/> (none by default).</summary>
    /// <exception cref="ArgumentException">A message is longer than <see cref="Queues.LongestMessage"/> in UTF-8.</exception>
    Task EnqueueAsync(
        string queue,
        IReadOnlyList<string> messages,
        TimeSpan? delay = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Takes up to <paramref name="most"/> (1 to 32) visible messages and hides them for <paramref name="visibilityTimeout"/>; each
    /// receive raises its dequeue count. A message that is not completed in that time becomes visible again.
    /// </summary>
    Task<IReadOnlyList<QueueItem>> ReceiveAsync(
        string queue,
        int most,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    );

    /// <summary>Removes a message that is done; <c>false</c> where somebody received it since.</summary>
    Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default);

    /// <summary>Makes a message visible again after <paramref name="delay"/>; <c>false</c> where somebody received it since.</summary>
    Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default);

    /// <summary>
    /// Moves a message to <see cref="Queues.PoisonOf"/> its queue, its body unchanged; <c>false</c> where somebody received it since.
    /// After a crash it may stand in both, never in neither.
    /// </summary>
    Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default);

    /// <summary>How many messages wait, hidden ones included; approximate in Azure.</summary>
    Task<long> CountAsync(string queue, CancellationToken cancellationToken = default);
}

/// <param name="Queue">Where it was received.</param>
/// <param name="Id">The queue's own id of the message.</param>
/// <param name="Body">The message as it was enqueued.</param>
/// <param name="DequeueCount">1 the first time it is received.</param>
/// <param name="Receipt">Proves that this receiver is the latest.</param>
public sealed record QueueItem(string Queue, string Id, string Body, int DequeueCount, string Receipt);
