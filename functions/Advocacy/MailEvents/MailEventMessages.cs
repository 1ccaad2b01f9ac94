using System.Text.Json;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.MailEvents;

/// <summary>Puts events on the <c>mail-events</c> queue, as JSON arrays that fit a message.</summary>
public sealed class MailEventMessages(IWorkQueue queue)
{
    /// <summary>An event is about 200 bytes; 150 stay well below <see cref="Queues.LongestInQueue"/>.</summary>
    private const int EventsInAMessage = 150;

    public Task EnqueueAsync(IReadOnlyCollection<MailEvent> events, CancellationToken cancellationToken = default) =>
        events.Count == 0
            ? Task.CompletedTask
            : queue.EnqueueAsync(
                Queues.MailEvents,
                [
                    .. events
                        .Chunk(EventsInAMessage)
                        .Select(chunk => JsonSerializer.Serialize(chunk, DocumentJson.Options)),
                ],
                cancellationToken: cancellationToken
            );
}
