using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Advocacy.Platform;

/// <summary>A message that no further try can make usable. It is kept with this reason, and the queue is done with it.</summary>
public sealed class UnusableMessageException(string reason) : Exception(reason);

/// <summary>
/// How every queue function handles a message: what cannot be used is kept with its reason; what failed is noted, so that the
/// reason is known if it ends on the poison queue, and thrown, so that the queue tries again.
/// </summary>
public sealed class QueueWork(FailureLog failures, ILogger<QueueWork> logger)
{
    public async Task RunAsync<T>(
        string queue,
        string message,
        Func<string, CancellationToken, Task<T>> handle,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await handle(message, cancellationToken);
            await failures.ForgetAsync(queue, message, cancellationToken);
        }
        catch (Exception error) when (error is UnusableMessageException or JsonException)
        {
            await failures.KeepAsync(queue, message, error.Message, cancellationToken);
            PlatformLog.Kept(logger, queue);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await failures.NoteAsync(queue, message, error.Message, cancellationToken);
            throw;
        }
    }
}
