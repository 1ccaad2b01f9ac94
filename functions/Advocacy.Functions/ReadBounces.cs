using Advocacy.MailEvents.Bounces;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Reads what mail servers sent back, where mails go over SMTP and no provider tells.</summary>
public sealed class ReadBounces(BounceMailbox mailbox)
{
    [Function(nameof(ReadBounces))]
    public Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        mailbox.ReadAsync(cancellationToken);
}
