using Microsoft.Extensions.Logging;

namespace Advocacy.Insights;

internal static partial class InsightLog
{
    [LoggerMessage(8000, LogLevel.Information, "Rolled up insights: {Days} days summed, {Weeks} weeks published.")]
    public static partial void RolledUp(ILogger logger, int days, int weeks);
}
