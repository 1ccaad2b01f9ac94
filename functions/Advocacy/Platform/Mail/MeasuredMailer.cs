namespace Advocacy.Platform.Mail;

/// <summary>Measures how long a mailer takes. Empty batches are not counted.</summary>
/// <param name="mailer">Does the sending.</param>
/// <param name="name">The adapter's name in the measure.</param>
public sealed class MeasuredMailer(IMailer mailer, string name, MailTelemetry telemetry, TimeProvider time) : IMailer
{
    // Mildest first.
    private static readonly MailResult[] ByGravity =
    [
        MailResult.Sent,
        MailResult.Refused,
        MailResult.NotSent,
        MailResult.Unknown,
    ];

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(
        MailBatch batch,
        CancellationToken cancellationToken = default
    )
    {
        if (batch.Recipients.Count == 0)
        {
            return await mailer.SendAsync(batch, cancellationToken);
        }
        var start = time.GetTimestamp();
        MailResult? worst = null;
        try
        {
            var outcomes = await mailer.SendAsync(batch, cancellationToken);
            worst = outcomes.Select(outcome => outcome.Result).MaxBy(result => Array.IndexOf(ByGravity, result));
            return outcomes;
        }
        finally
        {
            telemetry.Sent(time.GetElapsedTime(start), name, worst);
        }
    }

    public Task<MailResult> AskAsync(string messageId, CancellationToken cancellationToken = default) =>
        mailer.AskAsync(messageId, cancellationToken);
}
