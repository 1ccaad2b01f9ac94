using Advocacy.Digests;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;

namespace Advocacy.MailEvents;

/// <summary>
/// Settles by the provider's word what became of a delivery: one that is Unknown, or whose sender has not marked it yet. What is settled
/// stays, and a mail that arrived is noted.
/// </summary>
public sealed class DeliverySettler(IDocumentStore store, DeliveryTallies tallies, Metrics metrics)
{
    public async Task SettleAsync(string employeeId, MailEvent one, CancellationToken cancellationToken = default)
    {
        DeliveryState? settled = null;
        Delivery? known = null;
        await store.ChangeAsync<Delivery>(
            Containers.Deliveries,
            employeeId,
            one.MessageId,
            delivery =>
            {
                var after = Settled(delivery, one);
                if (one.Kind == MailEventKind.Delivered && !(after.ArrivedAt >= one.At))
                {
                    after = after with { ArrivedAt = one.At };
                }
                settled = after.State == delivery.State ? null : after.State;
                known = after;
                return after == delivery ? null : after;
            },
            cancellationToken
        );
        if (settled is { } state)
        {
            metrics.DigestSettled(state);
        }
        if (known is { State: DeliveryState.Sent } sent)
        {
            await CountAsync(sent, one.Kind, cancellationToken);
        }
    }

    /// <summary>Whether or not this event settled it: the try that did may have died before it counted.</summary>
    private async Task CountAsync(Delivery sent, MailEventKind kind, CancellationToken cancellationToken)
    {
        if (sent.ClaimedBy is null)
        {
            await tallies.SaveLateAsync(sent, cancellationToken);
        }
        if (kind is MailEventKind.HardBounce or MailEventKind.Dropped)
        {
            await tallies.SaveReturnedAsync(sent, cancellationToken);
        }
    }

    private static Delivery Settled(Delivery delivery, MailEvent one) =>
        delivery.State is not (DeliveryState.Unknown or DeliveryState.Sending)
            ? delivery
            : one.Kind switch
            {
                // The provider still tries.
                MailEventKind.SoftBounce => delivery,
                MailEventKind.HardBounce => Failed(
                    delivery,
                    one,
                    "The mail provider says that the address takes no mail."
                ),
                MailEventKind.Dropped => Failed(delivery, one, "The mail provider did not send it."),
                // No message's any more: what its message counts is what it sent itself.
                _ => delivery with { State = DeliveryState.Sent, SettledAt = one.At, Reason = null, ClaimedBy = null },
            };

    private static Delivery Failed(Delivery delivery, MailEvent one, string reason) =>
        delivery with
        {
            State = DeliveryState.Failed,
            SettledAt = one.At,
            Reason = reason,
        };
}
