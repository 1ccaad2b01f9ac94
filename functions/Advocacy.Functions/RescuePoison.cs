using Advocacy.Drops;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Advocacy.Functions;

/// <summary>Keeps each message that failed for good, with the reason of its last try, for a person to retry.</summary>
public sealed class RescuePoison(PoisonRescue rescue, ContentRescue content, ILogger<RescuePoison> logger)
{
    [Function("RescueContent")]
    public async Task ContentAsync(
        [QueueTrigger(Queues.Content + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    )
    {
        await content.RunAsync(message, cancellationToken);
        FunctionsLog.Rescued(logger, Queues.Content);
    }

    [Function("RescueTone")]
    public Task ToneAsync(
        [QueueTrigger(Queues.Tone + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.Tone, message, cancellationToken);

    [Function("RescueDigests")]
    public Task DigestsAsync(
        [QueueTrigger(Queues.Digests + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.Digests, message, cancellationToken);

    [Function("RescueEngagement")]
    public Task EngagementAsync(
        [QueueTrigger(Queues.Engagement + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.Engagement, message, cancellationToken);

    [Function("RescueJoins")]
    public Task JoinsAsync(
        [QueueTrigger(Queues.Joins + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.Joins, message, cancellationToken);

    [Function("RescueMailEvents")]
    public Task MailEventsAsync(
        [QueueTrigger(Queues.MailEvents + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.MailEvents, message, cancellationToken);

    [Function("RescueInvitations")]
    public Task InvitationsAsync(
        [QueueTrigger(Queues.Invitations + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.Invitations, message, cancellationToken);

    [Function("RescueFreshLinks")]
    public Task FreshLinksAsync(
        [QueueTrigger(Queues.FreshLinks + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.FreshLinks, message, cancellationToken);

    [Function("RescueAnswers")]
    public Task AnswersAsync(
        [QueueTrigger(Queues.Answers + Queues.PoisonSuffix, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => RescueAsync(Queues.Answers, message, cancellationToken);

    private async Task RescueAsync(string queue, string message, CancellationToken cancellationToken)
    {
        await rescue.RunAsync(queue, message, cancellationToken);
        FunctionsLog.Rescued(logger, queue);
    }
}
