using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Keeps each message that failed for good, with the reason of its last try, for a person to retry.</summary>
public sealed class RescuePoison(PoisonRescue rescue)
{
    [Function("RescueContent")]
    public Task ContentAsync(
        [QueueTrigger(Queues.Content + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => rescue.RunAsync(Queues.Content, message, cancellationToken);

    [Function("RescueTone")]
    public Task ToneAsync(
        [QueueTrigger(Queues.Tone + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => rescue.RunAsync(Queues.Tone, message, cancellationToken);

    [Function("RescueDigests")]
    public Task DigestsAsync(
        [QueueTrigger(Queues.Digests + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => rescue.RunAsync(Queues.Digests, message, cancellationToken);

    [Function("RescueEngagement")]
    public Task EngagementAsync(
        [QueueTrigger(Queues.Engagement + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => rescue.RunAsync(Queues.Engagement, message, cancellationToken);

    [Function("RescueFreshLinks")]
    public Task FreshLinksAsync(
        [QueueTrigger(Queues.FreshLinks + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => rescue.RunAsync(Queues.FreshLinks, message, cancellationToken);
}
