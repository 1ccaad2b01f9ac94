using Advocacy.Invitations;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Plans invitations where a message says <c>{"everyone":true}</c>, and sends those that a message names.</summary>
public sealed class SendInvitations(InvitationSender sender, QueueWork work)
{
    [Function(nameof(SendInvitations))]
    public Task RunAsync(
        [QueueTrigger(Queues.Invitations, Connection = Connections.Queues)] string message,
        CancellationToken cancellationToken
    ) => work.RunAsync(Queues.Invitations, message, sender.HandleAsync, cancellationToken);
}
