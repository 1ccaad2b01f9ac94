using Microsoft.Extensions.Logging;

namespace Advocacy.Functions;

internal static partial class FunctionsLog
{
    /// <summary>An alert of infra/ looks for this event: whoever runs the installation is told.</summary>
    [LoggerMessage(9200, LogLevel.Error, "A message of queue {Queue} failed for good; it is kept among the failures.")]
    public static partial void Rescued(ILogger logger, string queue);
}
