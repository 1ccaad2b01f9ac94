using Advocacy.Engagement;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Digests;

/// <summary>Keeps count of what was mailed. The same message twice is one tally: the one with more people is complete.</summary>
public sealed class DeliveryTallies(
    IDocumentStore store,
    TouchedDays touched,
    TimeProvider time,
    IOptions<EngagementOptions> options
)
{
    /// <summary>A delivery that its sender could not settle, and the provider did: it is in no message's tally.</summary>
    public Task SaveLateAsync(Delivery delivery, CancellationToken cancellationToken = default) =>
        SaveAsync(Of(delivery.Id, delivery.EditionId, [delivery]), cancellationToken);

    /// <summary>A mail that was sent and came back.</summary>
    public Task SaveReturnedAsync(Delivery delivery, CancellationToken cancellationToken = default) =>
        SaveAsync(
            Of($"returned {delivery.Id}", delivery.EditionId, [delivery]) with
            {
                Returned = true,
            },
            cancellationToken
        );

    /// <param name="batchId">Of the <c>digests</c> message.</param>
    /// <param name="editionId">Its edition.</param>
    /// <param name="sent">All that the message has sent so far, earlier tries included.</param>
    public async Task SaveAsync(
        string batchId,
        string editionId,
        IReadOnlyCollection<Delivery> sent,
        CancellationToken cancellationToken = default
    )
    {
        if (sent.Count > 0)
        {
            await SaveAsync(Of(batchId, editionId, sent), cancellationToken);
        }
    }

    private async Task SaveAsync(DeliveryTally tally, CancellationToken cancellationToken)
    {
        if (await store.TryCreateAsync(Containers.Engagements, tally, cancellationToken) is null)
        {
            await store.ChangeAsync<DeliveryTally>(
                Containers.Engagements,
                tally.Subject,
                tally.Id,
                known =>
                {
                    tally = tally with { At = known.At };
                    return known.People < tally.People ? tally : null;
                },
                cancellationToken
            );
        }
        // Also where it was there already, because the try that wrote it may have died before this.
        await touched.TouchAsync([tally.Day], cancellationToken);
    }

    private DeliveryTally Of(string batchId, string editionId, IReadOnlyCollection<Delivery> sent) =>
        new()
        {
            Id = Ids.Of("tally", batchId),
            Subject = editionId,
            At = time.GetUtcNow(),
            Ttl = options.Value.KeepDays * 24 * 60 * 60,
            People = sent.Count,
            Groups =
            [
                .. sent.CountBy(one => (UnitOf(one), ArchetypeOf(one), one.Language ?? ""))
                    .OrderBy(sum => sum.Key)
                    .Select(sum => new MailedGroup(sum.Key.Item1, sum.Key.Item2, sum.Key.Item3, sum.Value)),
            ],
            Texts =
            [
                .. sent.SelectMany(one =>
                        one.Picks.Select(pick =>
                            (pick.PostId, pick.TextId, Unit: UnitOf(one), Archetype: ArchetypeOf(one))
                        )
                    )
                    .CountBy(key => key)
                    .OrderBy(sum => sum.Key)
                    .Select(sum => new MailedText(
                        sum.Key.PostId,
                        sum.Key.TextId,
                        sum.Key.Unit,
                        sum.Key.Archetype,
                        sum.Value
                    )),
            ],
        };

    private static string UnitOf(Delivery delivery) => delivery.Unit ?? "";

    private static Archetype ArchetypeOf(Delivery delivery) => delivery.Archetype ?? Archetype.Colleague;
}
