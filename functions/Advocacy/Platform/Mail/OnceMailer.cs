using System.Collections.Concurrent;

namespace Advocacy.Platform.Mail;

/// <summary>
/// Keeps a mailer whose provider knows no idempotency key from sending the same MessageId twice from this process: what was sent, or
/// is in doubt, is remembered and answered from memory. Other processes are kept apart by the Delivery's claim.
/// </summary>
/// <param name="mailer">Does the sending.</param>
/// <param name="most">How many ids are remembered; the oldest is forgotten first.</param>
public sealed class OnceMailer(IMailer mailer, int most = 50_000) : IMailer
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<MailOutcome>> _ids = new();
    private readonly ConcurrentQueue<string> _order = new();

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(
        MailBatch batch,
        CancellationToken cancellationToken = default
    )
    {
        var outcomes = new Task<MailOutcome>[batch.Recipients.Count];
        var mine = new List<(MailRecipient Recipient, TaskCompletionSource<MailOutcome> Outcome)>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            var fresh = new TaskCompletionSource<MailOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            var known = _ids.GetOrAdd(batch.Recipients[i].MessageId, fresh);
            outcomes[i] = known.Task;
            if (known == fresh)
            {
                mine.Add((batch.Recipients[i], fresh));
            }
        }
        await SendMineAsync(batch, mine, cancellationToken);
        // Others' mails last: two batches that wait for each other have both done their own by then.
        return await Task.WhenAll(outcomes);
    }

    /// <summary>Certain of what this process sent; else what the mailer says.</summary>
    public Task<MailResult> AskAsync(string messageId, CancellationToken cancellationToken = default) =>
        _ids.TryGetValue(messageId, out var known)
        && known.Task is { IsCompletedSuccessfully: true, Result.Result: MailResult.Sent }
            ? Task.FromResult(MailResult.Sent)
            : mailer.AskAsync(messageId, cancellationToken);

    private async Task SendMineAsync(
        MailBatch batch,
        List<(MailRecipient Recipient, TaskCompletionSource<MailOutcome> Outcome)> mine,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var recipients = mine.ConvertAll(one => one.Recipient);
            var sent = await mailer.SendAsync(batch with { Recipients = recipients }, cancellationToken);
            foreach (var ((recipient, outcome), result) in mine.Zip(sent))
            {
                Settle(recipient.MessageId, outcome, result);
            }
        }
        catch (Exception error)
        {
            // An invalid sender or a stop before the start: nothing left. Any other exception is against the port's rules: a doubt.
            var result = error is ArgumentException or OperationCanceledException
                ? MailResult.NotSent
                : MailResult.Unknown;
            foreach (var (recipient, outcome) in mine)
            {
                Settle(
                    recipient.MessageId,
                    outcome,
                    new MailOutcome(result, $"The mailer broke ({error.GetType().Name}).")
                );
            }
            throw;
        }
    }

    private void Settle(string id, TaskCompletionSource<MailOutcome> pending, MailOutcome outcome)
    {
        if (outcome.Result is MailResult.NotSent or MailResult.Refused)
        {
            _ids.TryRemove(id, out _);
        }
        else
        {
            _order.Enqueue(id);
            if (_order.Count > most && _order.TryDequeue(out var oldest))
            {
                _ids.TryRemove(oldest, out _);
            }
        }
        pending.TrySetResult(outcome);
    }
}
