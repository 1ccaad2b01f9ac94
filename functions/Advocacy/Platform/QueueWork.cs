using System.Text.Json;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Advocacy.Platform;

/// <summary>A message that no further try can make usable. It is kept with this reason, and the queue is done with it.</summary>
public sealed class UnusableMessageException(string reason) : Exception(reason);

/// <summary>
/// How every queue function handles a message: what cannot be used is kept with its reason; what failed is noted, so that the
/// reason is known if it ends on the poison queue, and thrown, so that the queue tries again.
/// </summary>
public sealed class QueueWork(
    MessageReader messages,
    FailureLog failures,
    Metrics metrics,
    TimeProvider time,
    ILogger<QueueWork> logger
)
{
    /// <param name="queue">Where the message stood.</param>
    /// <param name="body">As the trigger hands it over.</param>
    /// <param name="handle">Gets the message as it was enqueued.</param>
    /// <param name="cancellationToken">Cancels; the message comes again.</param>
    public async Task RunAsync<T>(
        string queue,
        string body,
        Func<string, CancellationToken, Task<T>> handle,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var message = await messages.OpenAsync(body, cancellationToken);
            if (message.EnqueuedAt is { } enqueuedAt)
            {
                metrics.QueueAge(queue, time.GetUtcNow() - enqueuedAt);
            }
            var reason = message.Defect ?? await HandleAsync(queue, message, handle, cancellationToken);
            if (reason is not null)
            {
                await failures.KeepAsync(queue, message.Text, reason, cancellationToken);
                PlatformLog.Kept(logger, queue);
            }
            metrics.MessageProcessed(queue, reason is null ? "done" : "kept");
        }
        catch (Exception error) when (!IsStop(error, cancellationToken))
        {
            metrics.MessageProcessed(queue, "failed");
            throw;
        }
    }

    /// <returns>Why the message cannot be used; <c>null</c> where it was handled.</returns>
    private async Task<string?> HandleAsync<T>(
        string queue,
        OpenedMessage message,
        Func<string, CancellationToken, Task<T>> handle,
        CancellationToken cancellationToken
    )
    {
        using var activity = Tracing.Process(messages.MessagingSystem, queue, message.TraceParent);
        try
        {
            await handle(message.Text, cancellationToken);
            await failures.ForgetAsync(queue, message.Text, cancellationToken);
            return null;
        }
        catch (UnusableMessageException error)
        {
            Tracing.Fail(activity, error);
            return error.Message;
        }
        catch (JsonException error)
        {
            Tracing.Fail(activity, error);
            return JsonFault.InMessage(error, message.Text);
        }
        catch (Exception error) when (!IsStop(error, cancellationToken))
        {
            Tracing.Fail(activity, error);
            await failures.NoteAsync(queue, message.Text, error.Message, cancellationToken);
            throw;
        }
    }

    /// <summary>The host's wish to stop; a time-out on the way to a service looks like it and is a failure.</summary>
    private static bool IsStop(Exception error, CancellationToken cancellationToken) =>
        error is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
