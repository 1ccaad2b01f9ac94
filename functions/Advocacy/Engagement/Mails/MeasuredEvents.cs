using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Engagement.Traffic;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Engagement.Mails;

/// <summary>
/// What people's mails tell of their reading: kept only while the person consents to it, and judged again with every event, because a
/// scanner shows itself by all that it does.
/// </summary>
public sealed class MeasuredEvents(IDocumentStore store, ConsentLedger consents, IOptions<MeasurementOptions> options)
{
    /// <summary>True of what needs consent to be measured.</summary>
    public static bool IsMeasured(EngagementEvent one) =>
        one.Kind is EngagementKind.LinkClicked or EngagementKind.MailOpened;

    /// <summary>Those that may be written: asked at the last moment.</summary>
    public async Task<EngagementEvent[]> AllowedAsync(
        EngagementEvent[] events,
        CancellationToken cancellationToken = default
    )
    {
        var allowed = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var id in events.Where(IsMeasured).Select(one => one.Subject).Distinct())
        {
            allowed[id] = await consents.AllowsAsync(id, ConsentPurpose.ClickMeasurement, cancellationToken);
        }
        return [.. events.Where(one => !IsMeasured(one) || allowed[one.Subject])];
    }

    /// <summary>Names the rule on each event of the mails that these are of.</summary>
    /// <returns>The days on which a name changed.</returns>
    public async Task<IReadOnlyCollection<string>> JudgeAsync(
        IEnumerable<EngagementEvent> recorded,
        CancellationToken cancellationToken = default
    )
    {
        var days = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mail in recorded.Where(IsMeasured).Select(one => (one.Subject, one.EditionId)).Distinct())
        {
            await JudgeAsync(mail.Subject, mail.EditionId!, days, cancellationToken);
        }
        return days;
    }

    private async Task JudgeAsync(
        string employeeId,
        string editionId,
        HashSet<string> days,
        CancellationToken cancellationToken
    )
    {
        var events = await store
            .QueryAllAsync<EngagementEvent>(
                new Query(Containers.Engagements) { PartitionKey = employeeId },
                cancellationToken
            )
            .Select(stored => stored.Value)
            .Where(one => IsMeasured(one) && one.EditionId == editionId)
            .ToListAsync(cancellationToken);
        var delivery = await store.ReadAsync<Delivery>(
            Containers.Deliveries,
            employeeId,
            Delivery.IdOf(employeeId, editionId),
            cancellationToken
        );
        var arrived = delivery is null ? null : MailArrival.Of(delivery.Value);
        foreach (var (one, rule) in MailTraffic.Judge(events, arrived, options.Value).ToList())
        {
            if (one.Rule != rule)
            {
                await store.ChangeAsync<EngagementEvent>(
                    Containers.Engagements,
                    employeeId,
                    one.Id,
                    known => known.Rule == rule ? null : known with { Rule = rule },
                    cancellationToken
                );
                days.Add(one.Day);
            }
        }
    }
}
