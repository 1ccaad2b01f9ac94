using Advocacy.Joining;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Mails the link of a join request.</summary>
public sealed class SendJoinMails(JoinMailer mailer, QueueWork work)
{
    [Function(nameof(SendJoinMails))]
    public Task RunAsync(
        [QueueTrigger(Queues.Joins, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.Joins, message, mailer.SendAsync, cancellationToken);
}
