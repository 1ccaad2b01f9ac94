using Advocacy.Digests;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Engagement;

/// <summary>The EngagementEvents that are kept under a person's id, because that person consented.</summary>
public sealed class PersonalEvents(
    IDocumentStore store,
    Pseudonyms pseudonyms,
    TouchedDays touched,
    IOptions<EngagementOptions> options,
    TimeProvider time
)
{
    /// <summary>True of an event that names a person rather than a post alone.</summary>
    public static bool Names(EngagementEvent one) => one.Subject != one.PostId;

    public IAsyncEnumerable<EngagementEvent> OfAsync(
        string employeeId,
        CancellationToken cancellationToken = default
    ) =>
        store
            .QueryAllAsync<EngagementEvent>(
                new Query(Containers.Engagements) { PartitionKey = employeeId },
                cancellationToken
            )
            .Select(stored => stored.Value)
            .Where(Names);

    /// <summary>
    /// Turns a person's events into counts of their posts, so that sums stay as they are and nobody can be found in them: the time is
    /// cut to the day, and the new id leads back only with the installation's key. It can be repeated after a crash.
    /// </summary>
    public async Task MakeAnonymousAsync(string employeeId, CancellationToken cancellationToken = default)
    {
        var days = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in OfAsync(employeeId, cancellationToken))
        {
            days.Add(one.Day);
            if (one.Kind == EngagementKind.Shared)
            {
                await ForgetUnitAsync(employeeId, one, cancellationToken);
            }
            var left = one.At.AddDays(options.Value.KeepDays) - time.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                var sum = one with
                {
                    Id = pseudonyms.OfEvent("anonymous", one.Id),
                    Subject = one.PostId,
                    Unit = null,
                    Archetype = null,
                    MinutesFromMail = null,
                    At = new DateTimeOffset(one.At.UtcDateTime.Date, TimeSpan.Zero),
                    Ttl = (int)Math.Ceiling(left.TotalSeconds),
                };
                // Where it is there already, the run before this one died ahead of the next line.
                await store.TryCreateAsync(Containers.Engagements, sum, cancellationToken);
            }
            await store.DeleteAsync(Containers.Engagements, employeeId, one.Id, cancellationToken);
        }
        await touched.TouchAsync(days, cancellationToken);
    }

    /// <summary>That somebody shared in the week stays, of which unit goes.</summary>
    private Task<EngagementEvent?> ForgetUnitAsync(
        string employeeId,
        EngagementEvent shared,
        CancellationToken cancellationToken
    )
    {
        var week = Edition.IdOf(DateOnly.FromDateTime(shared.At.UtcDateTime));
        return store.ChangeAsync<EngagementEvent>(
            Containers.Engagements,
            week,
            pseudonyms.OfParticipation(employeeId, week),
            known => known.Unit is null ? null : known with { Unit = null, Archetype = null, MinutesFromMail = null },
            cancellationToken
        );
    }
}
