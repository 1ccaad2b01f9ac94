using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Engagement;

/// <summary>Marks the days of which something was recorded, for the roll-up.</summary>
public sealed class TouchedDays(IDocumentStore store, TimeProvider time, IOptions<EngagementOptions> options)
{
    /// <summary>To be called after the writing, so that whoever sees the mark sees what it is about.</summary>
    public async Task TouchAsync(IEnumerable<string> days, CancellationToken cancellationToken = default)
    {
        foreach (var day in days.Distinct(StringComparer.Ordinal))
        {
            await store.UpsertAsync(
                Containers.Editions,
                new TouchedDay
                {
                    Id = TouchedDay.IdOf(day),
                    Day = day,
                    At = time.GetUtcNow(),
                    // As long as there can be events of the day.
                    Ttl = options.Value.KeepDays * 24 * 60 * 60,
                },
                cancellationToken
            );
        }
    }
}
