using SendGrid;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// Sends through SendGrid's v3 API, many recipients a request. SendGrid knows no idempotency key: whatever may have been taken is
/// Unknown and stays so until an event of its webhook names the delivery.
/// </summary>
/// <param name="client">From <see cref="SendGridClients"/>: another one must not retry, and should let connection errors through.</param>
public sealed class SendGridMailer(ISendGridClient client, SendGridOptions options, TimeProvider time) : IMailer
{
    /// <summary>Should SendGrid name a time that is no time. A message's tries last longer: a busy hour must not use them up.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private static readonly MailOutcome InDoubt = new(
        MailResult.NotSent,
        "SendGrid did not tell what became of the request before; it is left alone for a while."
    );

    private readonly MailPause _pause = new(time);

    /// <exception cref="ArgumentException">The batch's sender or reply address is not valid: nothing was sent.</exception>
    public async Task<IReadOnlyList<MailOutcome>> SendAsync(
        MailBatch batch,
        CancellationToken cancellationToken = default
    )
    {
        var content = new SendGridContent(batch);
        var outcomes = new Dictionary<MailRecipient, MailOutcome>(ReferenceEqualityComparer.Instance);
        var letters = new List<SendGridLetter>();
        foreach (var recipient in batch.Recipients)
        {
            if (
                RecipientCheck.Read(recipient, out var refusal) is { } to
                && content.Address(recipient, to, out refusal) is { } letter
            )
            {
                letters.Add(letter);
            }
            else
            {
                outcomes[recipient] = refusal!;
            }
        }
        var requests = new SendGridRequests(content, letters, options.PersonalizationsPerRequest);
        await SendAsync(requests, outcomes, cancellationToken);
        return [.. batch.Recipients.Select(recipient => outcomes[recipient])];
    }

    /// <summary>Always Unknown: SendGrid can be asked for nothing, its webhook's events tell.</summary>
    public Task<MailResult> AskAsync(string messageId, CancellationToken cancellationToken = default) =>
        Task.FromResult(MailResult.Unknown);

    private async Task SendAsync(
        SendGridRequests requests,
        Dictionary<MailRecipient, MailOutcome> outcomes,
        CancellationToken cancellationToken
    )
    {
        while (requests.Next() is { } request)
        {
            var answer = await AnswerAsync(request.Json, request.Letters.Count, cancellationToken);
            var others = new List<SendGridLetter>();
            for (var i = 0; i < request.Letters.Count; i++)
            {
                if (answer.Named.TryGetValue(i, out var outcome))
                {
                    outcomes[request.Letters[i].Recipient] = outcome;
                }
                else
                {
                    others.Add(request.Letters[i]);
                }
            }
            if (answer.Named.Count > 0)
            {
                requests.Again(others);
                continue;
            }
            others.ForEach(letter => outcomes[letter.Recipient] = answer.Outcome);
            if (answer.Outcome.Result != MailResult.Sent)
            {
                // The next request would fare no better, and a doubt must not grow.
                var rest = answer.Outcome.Result == MailResult.NotSent ? answer.Outcome : InDoubt;
                foreach (var letter in requests.Rest)
                {
                    outcomes[letter.Recipient] = rest;
                }
                return;
            }
        }
    }

    /// <summary>The answer to one request, after the waits that SendGrid asks for.</summary>
    private async Task<SendGridAnswer> AnswerAsync(string json, int count, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return new SendGridAnswer(MailOutcome.Stopped);
            }
            if (_pause.Outcome is { } paused)
            {
                return new SendGridAnswer(paused);
            }
            var answer = await PostAsync(json, count);
            if (answer.IsOutage)
            {
                var reason = answer.Outcome.Result == MailResult.NotSent ? answer.Outcome.Reason : InDoubt.Reason;
                _pause.Begin(TimeSpan.FromSeconds(options.PauseSeconds), reason!);
            }
            if (answer.Wait is not { } wait || attempt == options.MostAttempts)
            {
                return answer;
            }
            if (wait > TimeSpan.FromSeconds(options.MostWaitSeconds))
            {
                var busy =
                    $"SendGrid has had too many requests (429) and asks to wait {wait.TotalSeconds:0} s, which is longer than "
                    + $"{SendGridOptions.Section}:{nameof(SendGridOptions.MostWaitSeconds)}.";
                _pause.Begin(wait < LongestPause ? wait : LongestPause, busy);
                return SendGridAnswer.NotSent(busy);
            }
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Not cancelled by the caller: a request that is under way is worth its answer.</summary>
    private async Task<SendGridAnswer> PostAsync(string json, int count)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        try
        {
            var response = await client.RequestAsync(
                BaseClient.Method.POST,
                json,
                urlPath: "mail/send",
                cancellationToken: timeout.Token
            );
            return await SendGridAnswer.ReadAsync(response, count, time.GetUtcNow());
        }
        catch (Exception error)
        {
            return SendGridAnswer.Of(error);
        }
    }
}
