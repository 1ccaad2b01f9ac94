using System.Text.Json;
using Advocacy.Engagement.Mails;
using Advocacy.People;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Engagement;

/// <summary>Writes events from the <c>engagement</c> queue: the same event twice is one event.</summary>
public sealed class EngagementRecorder(
    IDocumentStore store,
    ErasedPeople erased,
    PersonalEvents personal,
    MeasuredEvents measured,
    TouchedDays touched,
    IOptions<EngagementOptions> options,
    ILogger<EngagementRecorder> logger
)
{
    /// <returns>How many events were new or raised a count.</returns>
    /// <exception cref="JsonException">The message is not an array of events.</exception>
    public async Task<int> RecordAsync(string message, CancellationToken cancellationToken = default)
    {
        var told = JsonSerializer.Deserialize<EngagementEvent[]>(message, DocumentJson.Options) ?? [];
        var events = await measured.AllowedAsync(told, cancellationToken);
        var written = 0;
        // At once, because a store that batches its writes gains from it; a message holds a hundred at most.
        await Task.WhenAll(
            events.Select(async one =>
            {
                if (await RecordAsync(one with { Ttl = options.Value.KeepDays * 24 * 60 * 60 }, cancellationToken))
                {
                    Interlocked.Increment(ref written);
                }
            })
        );
        var judged = await measured.JudgeAsync(events, cancellationToken);
        await ForgetErasedAsync(events, cancellationToken);
        // Also where none was new, because the try that wrote them may have died before this.
        await touched.TouchAsync(events.Select(one => one.Day).Concat(judged), cancellationToken);
        EngagementLog.Recorded(logger, events.Length, written);
        return written;
    }

    /// <summary>
    /// After the writing, because an erasure that begins before it would else be overlooked; one that begins after it finds what was written.
    /// </summary>
    private async Task ForgetErasedAsync(EngagementEvent[] events, CancellationToken cancellationToken)
    {
        foreach (var id in events.Where(PersonalEvents.Names).Select(one => one.Subject).Distinct())
        {
            if (await erased.ContainsAsync(id, cancellationToken))
            {
                await personal.MakeAnonymousAsync(id, cancellationToken);
            }
        }
    }

    private async Task<bool> RecordAsync(EngagementEvent one, CancellationToken cancellationToken)
    {
        if (await store.TryCreateAsync(Containers.Engagements, one, cancellationToken) is not null)
        {
            return true;
        }
        // A sum that was counted while its message was tried again comes once more, higher: the highest is complete.
        return await store.ChangeAsync<EngagementEvent>(
            Containers.Engagements,
            one.Subject,
            one.Id,
            known => known.Count < one.Count ? one : null,
            cancellationToken
        )
            is not null;
    }
}
