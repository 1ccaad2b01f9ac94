using Advocacy.Digests;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;

namespace Advocacy.MailEvents;

/// <summary>
/// Settles by the provider's word what became of a delivery: one that is Unknown, or whose sender has not marked it yet. What is settled
/// stays, and that a mail arrived or came back is noted. In whatever order the events come: a mail that arrived was sent, also where its
/// return was told first.
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
                if (IsReturn(one.Kind) && !(after.ReturnedAt >= one.At))
                {
                    after = after with { ReturnedAt = one.At };
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
            await CountAsync(sent, cancellationToken);
        }
    }

    /// <summary>Whether or not this event settled it: the try that did may have died before it counted.</summary>
    private async Task CountAsync(Delivery sent, CancellationToken cancellationToken)
    {
        if (sent.ClaimedBy is null)
        {
            await tallies.SaveLateAsync(sent, cancellationToken);
        }
        if (sent.ReturnedAt is not null)
        {
            await tallies.SaveReturnedAsync(sent, cancellationToken);
        }
    }

    private static bool IsReturn(MailEventKind kind) => kind is MailEventKind.HardBounce or MailEventKind.Dropped;

    private static Delivery Settled(Delivery delivery, MailEvent one) =>
        delivery is { State: DeliveryState.Failed, ReturnedAt: not null } && one.Kind == MailEventKind.Delivered
            ? Sent(delivery, one)
        : delivery.State is not (DeliveryState.Unknown or DeliveryState.Sending) ? delivery
        : one.Kind switch
        {
            // The provider still tries.
            MailEventKind.SoftBounce => delivery,
            MailEventKind.HardBounce => Failed(delivery, one, "The mail provider says that the address takes no mail."),
            MailEventKind.Dropped => Failed(delivery, one, "The mail provider did not send it."),
            _ => Sent(delivery, one),
        };

    /// <summary>No message's any more: what its message counts is what it sent itself.</summary>
    private static Delivery Sent(Delivery delivery, MailEvent one) =>
        delivery with
        {
            State = DeliveryState.Sent,
            SettledAt = one.At,
            Reason = null,
            ClaimedBy = null,
        };

    private static Delivery Failed(Delivery delivery, MailEvent one, string reason) =>
        delivery with
        {
            State = DeliveryState.Failed,
            SettledAt = one.At,
            Reason = reason,
        };
}
