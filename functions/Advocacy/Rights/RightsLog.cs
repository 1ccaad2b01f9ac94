using Microsoft.Extensions.Logging;

namespace Advocacy.Rights;

internal static partial class RightsLog
{
    [LoggerMessage(4700, LogLevel.Warning, "Finished {Count} erasures whose run had died half way.")]
    public static partial void Finished(ILogger logger, int count);
}
