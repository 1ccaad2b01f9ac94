using Microsoft.Extensions.Logging;

namespace Advocacy.Invitations;

internal static partial class InvitationLog
{
    [LoggerMessage(4600, LogLevel.Information, "Planned invitations: {Invited} on the queue.")]
    public static partial void Planned(ILogger logger, int invited);
}
