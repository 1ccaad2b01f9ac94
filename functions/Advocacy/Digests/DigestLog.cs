using Microsoft.Extensions.Logging;

namespace Advocacy.Digests;

internal static partial class DigestLog
{
    [LoggerMessage(5000, LogLevel.Information, "Planned digests: {Due} people due, {Planned} deliveries on the queue.")]
    public static partial void Planned(ILogger logger, int due, int planned);

    [LoggerMessage(
        5001,
        LogLevel.Information,
        "Sent digests of {EditionId}: {Sent} sent, {Failed} failed, {Unknown} unknown, {Waiting} to try again."
    )]
    public static partial void Sent(ILogger logger, string editionId, int sent, int failed, int unknown, int waiting);

    [LoggerMessage(
        5002,
        LogLevel.Warning,
        "Settled {Count} stale claims: {Sent} sent, {NotSent} planned again, {Unknown} unknown."
    )]
    public static partial void Settled(ILogger logger, int count, int sent, int notSent, int unknown);

    [LoggerMessage(5003, LogLevel.Warning, "The consents of a group could not be read; its digests are tried again.")]
    public static partial void ConsentsUnread(ILogger logger, Exception error);
}
