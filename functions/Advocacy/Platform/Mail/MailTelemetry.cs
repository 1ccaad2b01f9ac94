using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Advocacy.Platform.Mail;

/// <summary>Measures of mailing, on the meter <c>Advocacy</c>.</summary>
public sealed class MailTelemetry
{
    public const string MeterName = "Advocacy";

    private readonly Histogram<double> _sendDuration;

    public MailTelemetry(IMeterFactory meters) =>
        _sendDuration = meters
            .Create(MeterName)
            .CreateHistogram<double>(
                "advocacy.mail.send.duration",
                unit: "s",
                description: "How long a mailer took to send a batch; its outcome is the worst of the batch's mails.",
                // The defaults are made for milliseconds.
                advice: new InstrumentAdvice<double>
                {
                    HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
                }
            );

    /// <param name="duration">Of one batch, all its mails.</param>
    /// <param name="mailer">The adapter: <c>outbox</c>, <c>sendgrid</c> or <c>smtp</c>.</param>
    /// <param name="outcome">The worst of the batch; <c>null</c> where the mailer threw.</param>
    internal void Sent(TimeSpan duration, string mailer, MailResult? outcome) =>
        _sendDuration.Record(
            duration.TotalSeconds,
            new TagList { { "mailer", mailer }, { "outcome", NameOf(outcome) } }
        );

    private static string NameOf(MailResult? outcome) =>
        outcome switch
        {
            MailResult.Sent => "sent",
            MailResult.Refused => "refused",
            MailResult.NotSent => "not_sent",
            MailResult.Unknown => "unknown",
            _ => "error",
        };
}
