using Advocacy.MailEvents;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Withdraws and suspends by what the mail provider tells.</summary>
public sealed class ApplyMailEvents(MailEventRules rules, QueueWork work)
{
    [Function(nameof(ApplyMailEvents))]
    public Task RunAsync(
        [QueueTrigger(Queues.MailEvents, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.MailEvents, message, rules.ApplyAsync, cancellationToken);
}
