using Microsoft.Extensions.Logging;

namespace Advocacy.Programme;

internal static partial class ProgrammeLog
{
    [LoggerMessage(9000, LogLevel.Information, "Closed {Questions} pulse question(s) and counted the answers.")]
    public static partial void PulseClosed(ILogger logger, int questions);
}
