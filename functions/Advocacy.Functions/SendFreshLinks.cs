using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Preferences;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Mails a fresh link to the preferences of whoever had one that has expired.</summary>
public sealed class SendFreshLinks(FreshLinkMailer mailer, QueueWork work)
{
    [Function(nameof(SendFreshLinks))]
    public Task RunAsync(
        [QueueTrigger(Queues.FreshLinks, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.FreshLinks, message, mailer.SendAsync, cancellationToken);
}
