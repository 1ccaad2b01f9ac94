using Advocacy.Drops;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Mails people what became of what they dropped or suggested.</summary>
public sealed class SendAnswers(AnswerMailer mailer, QueueWork work)
{
    [Function(nameof(SendAnswers))]
    public Task RunAsync(
        [QueueTrigger(Queues.Answers, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.Answers, message, mailer.SendAsync, cancellationToken);
}
