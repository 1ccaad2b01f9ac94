using Advocacy.Platform.Telemetry;

namespace Advocacy.Platform.Queue;

/// <summary>
/// Puts every message in an envelope that carries its time and the trace it belongs to, on top of any adapter. What comes out is
/// still in it: <see cref="MessageReader"/> takes it out, because in Azure the platform receives.
/// </summary>
public sealed class TracedWorkQueue(IWorkQueue adapter, TimeProvider time) : IWorkQueue
{
    public string MessagingSystem => adapter.MessagingSystem;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A message is longer than <see cref="Queues.LongestMessage"/> in UTF-8, or as the adapter says.</exception>
    public async Task EnqueueAsync(
        string queue,
        IReadOnlyList<string> messages,
        TimeSpan? delay = null,
        CancellationToken cancellationToken = default
    )
    {
        QueueLimits.CheckMessages(queue, messages, Queues.LongestMessage);
        if (messages.Count == 0)
        {
            return;
        }
        using var activity = Tracing.Send(MessagingSystem, queue, messages.Count);
        var (now, traceParent) = (time.GetUtcNow(), Tracing.Here);
        try
        {
            await adapter.EnqueueAsync(
                queue,
                [.. messages.Select(message => Envelope.Wrap(queue, message, now, traceParent))],
                delay,
                cancellationToken
            );
        }
        catch (Exception error)
        {
            Tracing.Fail(activity, error);
            throw;
        }
    }

    public Task<IReadOnlyList<QueueItem>> ReceiveAsync(
        string queue,
        int most,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    ) => adapter.ReceiveAsync(queue, most, visibilityTimeout, cancellationToken);

    public Task<string> OpenAsync(string body, CancellationToken cancellationToken = default) =>
        adapter.OpenAsync(body, cancellationToken);

    public Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default) =>
        adapter.CompleteAsync(item, cancellationToken);

    public Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default) =>
        adapter.ReleaseAsync(item, delay, cancellationToken);

    public Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default) =>
        adapter.MoveToPoisonAsync(item, cancellationToken);

    public Task<long> CountAsync(string queue, CancellationToken cancellationToken = default) =>
        adapter.CountAsync(queue, cancellationToken);
}
