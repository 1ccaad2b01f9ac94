using Advocacy.Engagement;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Writes EngagementEvents.</summary>
public sealed class RecordEngagement(EngagementRecorder recorder, QueueWork work)
{
    [Function(nameof(RecordEngagement))]
    public Task RunAsync(
        [QueueTrigger(Queues.Engagement, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.Engagement, message, recorder.RecordAsync, cancellationToken);
}
