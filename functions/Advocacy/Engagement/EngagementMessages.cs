using System.Text.Json;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Engagement;

/// <summary>Puts events on the <c>engagement</c> queue, as JSON arrays that fit a message.</summary>
public sealed class EngagementMessages(IWorkQueue queue)
{
    /// <summary>An event is about 400 bytes; 100 stay well below <see cref="Queues.LongestInQueue"/>.</summary>
    private const int EventsInAMessage = 100;

    public Task EnqueueAsync(
        IReadOnlyCollection<EngagementEvent> events,
        CancellationToken cancellationToken = default
    ) =>
        events.Count == 0
            ? Task.CompletedTask
            : queue.EnqueueAsync(
                Queues.Engagement,
                [
                    .. events
                        .Chunk(EventsInAMessage)
                        .Select(chunk => JsonSerializer.Serialize(chunk, DocumentJson.Options)),
                ],
                cancellationToken: cancellationToken
            );
}
