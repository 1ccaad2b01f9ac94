using Advocacy.Digests;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Sends the deliveries that a message names.</summary>
public sealed class SendDigests(DigestSender sender, QueueWork work)
{
    [Function(nameof(SendDigests))]
    public Task RunAsync(
        [QueueTrigger(Queues.Digests, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.Digests, message, sender.SendAsync, cancellationToken);
}
