using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Makes a Post of a ContentDrop.</summary>
public sealed class TakeInContent(ContentIntake intake, QueueWork work)
{
    [Function(nameof(TakeInContent))]
    public Task RunAsync(
        [QueueTrigger(Queues.Content, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.Content, message, intake.TakeInAsync, cancellationToken);
}
