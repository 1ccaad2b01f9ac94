using Microsoft.Extensions.Logging;

namespace Advocacy.Engagement;

internal static partial class EngagementLog
{
    [LoggerMessage(7000, LogLevel.Debug, "Recorded engagement: {Received} events received, {Written} written.")]
    public static partial void Recorded(ILogger logger, int received, int written);

    [LoggerMessage(7001, LogLevel.Warning, "A conversion report was refused with status {Status}.")]
    public static partial void ConversionRefused(ILogger logger, int status);
}
