using Microsoft.Extensions.Logging;

namespace Advocacy.Platform;

internal static partial class PlatformLog
{
    [LoggerMessage(9100, LogLevel.Warning, "A message of queue {Queue} cannot be used; it is kept with its reason.")]
    public static partial void Kept(ILogger logger, string queue);
}
