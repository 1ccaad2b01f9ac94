using Microsoft.Extensions.Logging;

namespace Advocacy.Letters;

internal static partial class LetterLog
{
    [LoggerMessage(
        4500,
        LogLevel.Information,
        "Sent mails of kind {Kind}: {Sent} sent, {Failed} failed, {Unknown} unknown, {Waiting} to try again."
    )]
    public static partial void Sent(ILogger logger, string kind, int sent, int failed, int unknown, int waiting);

    [LoggerMessage(
        4501,
        LogLevel.Warning,
        "Settled {Count} stale claims on mails of kind {Kind}: {NotSent} are sent again."
    )]
    public static partial void Settled(ILogger logger, string kind, int count, int notSent);
}
