using Advocacy.Engagement;
using Advocacy.Platform;

namespace Advocacy.Digests;

/// <summary>
/// Turns sent deliveries into <see cref="EngagementKind.Delivered"/> events: one per person and post where the person consented
/// to measurement, else one sum per message and post, in which nobody can be found.
/// </summary>
internal static class DeliveredEvents
{
    public static IReadOnlyList<EngagementEvent> Of(
        string batchId,
        IReadOnlyList<(Delivery Delivery, bool Measured)> sent,
        DateTimeOffset now
    )
    {
        var personal = sent.Where(one => one.Measured)
            .SelectMany(one =>
                one.Delivery.Picks.Select(pick => new EngagementEvent
                {
                    Id = Ids.Of("delivered", one.Delivery.Id, pick.PostId),
                    Subject = one.Delivery.EmployeeId,
                    Kind = EngagementKind.Delivered,
                    PostId = pick.PostId,
                    EditionId = one.Delivery.EditionId,
                    At = one.Delivery.SettledAt ?? now,
                })
            );
        var sums = sent.Where(one => !one.Measured)
            .SelectMany(one => one.Delivery.Picks.Select(pick => (pick.PostId, one.Delivery.EditionId)))
            .CountBy(key => key)
            .Select(sum => new EngagementEvent
            {
                Id = Ids.Of("delivered", batchId, sum.Key.PostId),
                Subject = sum.Key.PostId,
                Kind = EngagementKind.Delivered,
                PostId = sum.Key.PostId,
                EditionId = sum.Key.EditionId,
                Count = sum.Value,
                At = now,
            });
        return [.. personal, .. sums];
    }
}
