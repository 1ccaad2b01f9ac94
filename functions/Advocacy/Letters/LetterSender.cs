using Advocacy.Digests;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Letters;

/// <summary>
/// Sends letters: claim, send, mark. A claim that is followed by a crash never leads to a second mail: the mailer is asked what became of
/// it, and where it cannot tell, the letter stays Unknown.
/// </summary>
public sealed class LetterSender(
    IDocumentStore store,
    IMailer mailer,
    TimeProvider time,
    IOptions<DigestOptions> options,
    ILogger<LetterSender> logger
)
{
    /// <summary>The letter, claimed for this sender; <c>null</c> where there is none, it is settled, or another sender has it.</summary>
    public async Task<Stored<T>?> ClaimAsync<T>(
        string employeeId,
        string id,
        CancellationToken cancellationToken = default
    )
        where T : Letter
    {
        var stored = await store.ReadAsync<T>(Containers.Deliveries, employeeId, id, cancellationToken);
        if (stored is { Value.State: DeliveryState.Sending } && IsStale(stored.Value))
        {
            stored = await SettleAsync(stored, cancellationToken);
        }
        if (stored is not { Value.State: DeliveryState.Planned })
        {
            return null;
        }
        var now = time.GetUtcNow();
        return await ReplaceAsync(
            stored,
            stored.Value with
            {
                State = DeliveryState.Sending,
                ClaimedAt = now,
                Ttl = stored.Value.TtlAt(now),
            },
            cancellationToken
        );
    }

    /// <param name="claims">Of <see cref="ClaimAsync"/>.</param>
    /// <param name="compose">Makes the mail: one recipient for each claim, in the same order.</param>
    /// <exception cref="LettersNotSentException">Some could not be sent now, or not be composed: the message must be tried again.</exception>
    public async Task SendAsync<T>(
        IReadOnlyList<Stored<T>> claims,
        Func<MailBatch> compose,
        CancellationToken cancellationToken = default
    )
        where T : Letter
    {
        var outcomes = Compose(compose, out var fault) is { } mail
            ? await mailer.SendAsync(mail, cancellationToken)
            : [.. claims.Select(_ => new MailOutcome(MailResult.NotSent, fault))];
        // Not cancelled with the rest: what was sent and is not marked would have to be asked for.
        await Task.WhenAll(claims.Zip(outcomes, (claim, outcome) => MarkAsync(claim, outcome, CancellationToken.None)));
        LetterLog.Sent(
            logger,
            typeof(T).Name,
            outcomes.Count(outcome => outcome.Result == MailResult.Sent),
            outcomes.Count(outcome => outcome.Result == MailResult.Refused),
            outcomes.Count(outcome => outcome.Result == MailResult.Unknown),
            outcomes.Count(outcome => outcome.Result == MailResult.NotSent)
        );
        if (outcomes.FirstOrDefault(outcome => outcome.Result == MailResult.NotSent) is { } waiting)
        {
            throw new LettersNotSentException(waiting.Reason);
        }
    }

    /// <summary>Marks a claimed letter as one that is not sent, for good.</summary>
    /// <param name="reason">Without personal data.</param>
    public Task RefuseAsync<T>(Stored<T> claim, string reason, CancellationToken cancellationToken = default)
        where T : Letter => MarkAsync(claim, new MailOutcome(MailResult.Refused, reason), cancellationToken);

    /// <summary>Settles the claims that senders left behind when they died.</summary>
    /// <param name="all">True where it is certain that no other sender is alive: then every claim is stale.</param>
    /// <returns>Those that were certainly not sent: they are Planned again and need a message.</returns>
    public async Task<IReadOnlyList<T>> SettleAllAsync<T>(
        bool all = false,
        CancellationToken cancellationToken = default
    )
        where T : Letter
    {
        var again = new List<T>();
        var count = 0;
        var query = new Query(Containers.Deliveries)
        {
            Where = [new Condition("state", Comparison.Equal, nameof(DeliveryState.Sending))],
        };
        await foreach (var stored in store.QueryAllAsync<T>(query, cancellationToken))
        {
            if (
                (all || IsStale(stored.Value)) && await SettleAsync(stored, cancellationToken) is { Value: var settled }
            )
            {
                count++;
                again.AddRange(settled.State == DeliveryState.Planned ? [settled] : []);
            }
        }
        if (count > 0)
        {
            LetterLog.Settled(logger, typeof(T).Name, count, again.Count);
        }
        return again;
    }

    private bool IsStale(Letter letter) =>
        letter.ClaimedAt?.AddMinutes(options.Value.StaleClaimMinutes) <= time.GetUtcNow();

    private async Task<Stored<T>?> SettleAsync<T>(Stored<T> claim, CancellationToken cancellationToken)
        where T : Letter =>
        await mailer.AskAsync(claim.Value.Id, cancellationToken) switch
        {
            MailResult.Unknown => await MarkAsync(
                claim,
                new MailOutcome(
                    MailResult.Unknown,
                    "The sender stopped between claiming and marking, and the mailer cannot tell whether the mail left."
                ),
                cancellationToken
            ),
            var fate => await MarkAsync(claim, new MailOutcome(fate), cancellationToken),
        };

    /// <summary>The mail, or <c>null</c> and why it cannot be made: then certainly nothing was sent.</summary>
    private static MailBatch? Compose(Func<MailBatch> compose, out string? fault)
    {
        try
        {
            fault = null;
            return compose();
        }
        catch (ArgumentException error)
        {
            fault = error.Message;
            return null;
        }
    }

    private Task<Stored<T>?> MarkAsync<T>(Stored<T> claim, MailOutcome outcome, CancellationToken cancellationToken)
        where T : Letter
    {
        var now = time.GetUtcNow();
        var settled = claim.Value with { SettledAt = now, Reason = outcome.Reason, Ttl = claim.Value.TtlAt(now) };
        var marked = outcome.Result switch
        {
            MailResult.Sent => settled with { State = DeliveryState.Sent },
            MailResult.Refused => settled with { State = DeliveryState.Failed },
            MailResult.Unknown => settled with { State = DeliveryState.Unknown },
            _ => settled with { State = DeliveryState.Planned, ClaimedAt = null, SettledAt = null, Reason = null },
        };
        // Nobody else touches a fresh claim; where the settler did after a long stall, it has asked the mailer and knows better.
        return ReplaceAsync(claim, marked, cancellationToken);
    }

    private async Task<Stored<T>?> ReplaceAsync<T>(Stored<T> from, T to, CancellationToken cancellationToken)
        where T : Letter =>
        await store.TryReplaceAsync(Containers.Deliveries, to, from.ETag, cancellationToken) is { } etag
            ? new Stored<T>(to, etag)
            : null;
}

/// <summary>The mailer could not send now; nothing is lost, and the queue tries again.</summary>
public sealed class LettersNotSentException(string? reason)
    : Exception($"A mail could not be sent now: {reason ?? "the mailer gave no reason"}");
