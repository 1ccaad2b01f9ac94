namespace Advocacy.Platform.Queue;

/// <summary>
/// The port to the work queues: at least once, in no promised order. In Azure the platform receives and this app only
/// enqueues; on one machine the local host receives too.
/// </summary>
public interface IWorkQueue
{
    /// <summary>What OpenTelemetry calls <c>messaging.system</c>, for example <c>azure_storage_queues</c>.</summary>
    string MessagingSystem { get; }

    /// <summary>
    /// Adds messages, which become visible after <paramref name="delay"/> (none by default). What the arguments forbid keeps out the
    /// whole call. A failure on the way may leave any of them enqueued: the caller repeats all, so each arrives at least once.
    /// </summary>
    /// <exception cref="ArgumentException">A message is longer than <see cref="Queues.LongestBody"/> in UTF-8, the queue's name cannot be one, or the delay is not from 0 to 7 days.</exception>
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

    /// <summary>The message as it was enqueued, from the body that a receiver or a platform's trigger hands over.</summary>
    /// <exception cref="UnusableMessageException">The body names a content that is gone; no further try can help.</exception>
    Task<string> OpenAsync(string body, CancellationToken cancellationToken = default);

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
/// <param name="Body">As the queue holds it; <see cref="IWorkQueue.OpenAsync"/> gives what was enqueued.</param>
/// <param name="DequeueCount">1 the first time it is received.</param>
/// <param name="Receipt">Proves that this receiver is the latest.</param>
public sealed record QueueItem(string Queue, string Id, string Body, int DequeueCount, string Receipt);
