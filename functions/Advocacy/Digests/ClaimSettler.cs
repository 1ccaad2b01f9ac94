using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Digests;

/// <summary>
/// Settles claims whose sender died between claiming and marking. The mailer is asked; where it cannot tell, the delivery becomes
/// Unknown and is never sent again.
/// </summary>
public sealed class ClaimSettler(
    IDocumentStore store,
    IWorkQueue queue,
    IMailer mailer,
    Metrics metrics,
    TimeProvider time,
    IOptions<DigestOptions> options,
    ILogger<ClaimSettler> logger
)
{
    /// <summary>Settles every claim that is older than <see cref="DigestOptions.StaleClaimMinutes"/>, and puts what was certainly not sent on the queue again.</summary>
    /// <param name="all">True where it is certain that no other sender is alive: then every claim is stale.</param>
    /// <returns>How many claims were settled.</returns>
    public async Task<int> SettleAllAsync(bool all = false, CancellationToken cancellationToken = default)
    {
        var results = new Dictionary<DeliveryState, int>();
        var again = new List<Delivery>();
        var query = new Query(Containers.Deliveries)
        {
            Where = [new Condition("state", Comparison.Equal, nameof(DeliveryState.Sending))],
        };
        await foreach (var stored in store.QueryAllAsync<Delivery>(query, cancellationToken))
        {
            if (!all && !IsStale(stored.Value))
            {
                continue;
            }
            if (await SettleStaleAsync(stored, cancellationToken) is { } settled)
            {
                results[settled.Value.State] = results.GetValueOrDefault(settled.Value.State) + 1;
                if (settled.Value.State == DeliveryState.Planned)
                {
                    again.Add(settled.Value);
                }
            }
        }
        await EnqueueAsync(again, cancellationToken);
        var count = results.Values.Sum();
        if (count > 0)
        {
            DigestLog.Settled(
                logger,
                count,
                results.GetValueOrDefault(DeliveryState.Sent),
                results.GetValueOrDefault(DeliveryState.Planned),
                results.GetValueOrDefault(DeliveryState.Unknown)
            );
        }
        return count;
    }

    /// <summary>The delivery as it stands after settling; as it was where its claim is fresh; <c>null</c> where somebody else changed it.</summary>
    public Task<Stored<Delivery>?> SettleAsync(
        Stored<Delivery> claimed,
        CancellationToken cancellationToken = default
    ) =>
        IsStale(claimed.Value)
            ? SettleStaleAsync(claimed, cancellationToken)
            : Task.FromResult<Stored<Delivery>?>(claimed);

    private bool IsStale(Delivery delivery) =>
        delivery.ClaimedAt?.AddMinutes(options.Value.StaleClaimMinutes) <= time.GetUtcNow();

    private async Task<Stored<Delivery>?> SettleStaleAsync(
        Stored<Delivery> claimed,
        CancellationToken cancellationToken
    )
    {
        var delivery = claimed.Value;
        var fate = await mailer.AskAsync(delivery.Id, cancellationToken);
        var settled = fate switch
        {
            MailResult.Sent => delivery with { State = DeliveryState.Sent, SettledAt = time.GetUtcNow() },
            MailResult.NotSent => delivery with { State = DeliveryState.Planned, ClaimedAt = null, ClaimedBy = null },
            _ => delivery with
            {
                State = DeliveryState.Unknown,
                SettledAt = time.GetUtcNow(),
                Reason =
                    "The sender stopped between claiming and marking, and the mailer cannot tell whether the mail left.",
            },
        };
        var etag = await store.TryReplaceAsync(Containers.Deliveries, settled, claimed.ETag, cancellationToken);
        if (etag is null)
        {
            return null;
        }
        if (settled.State != DeliveryState.Planned)
        {
            metrics.DigestSettled(settled.State);
        }
        return new Stored<Delivery>(settled, etag);
    }

    private async Task EnqueueAsync(List<Delivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var edition in deliveries.GroupBy(delivery => delivery.EditionId))
        {
            var messages = DigestMessage.For(
                edition.Key,
                edition.Select(delivery => delivery.EmployeeId),
                options.Value.BatchSize
            );
            await queue.EnqueueAsync(Queues.Digests, messages, cancellationToken: cancellationToken);
        }
    }
}
