using Microsoft.Extensions.Logging;

namespace Advocacy.MailEvents;

internal static partial class MailEventLog
{
    [LoggerMessage(
        4800,
        LogLevel.Information,
        "Mail events: {Received} received, {Taken} taken, {Foreign} not of our mails."
    )]
    public static partial void Received(ILogger logger, int received, int taken, int foreign);

    [LoggerMessage(
        4801,
        LogLevel.Warning,
        "Mail events of unknown types: {Count} of type {Type}; those of our mails are kept."
    )]
    public static partial void Unknown(ILogger logger, int count, string type);

    [LoggerMessage(
        4802,
        LogLevel.Warning,
        "A call of the mail event webhook was refused: its signature is of none of the keys."
    )]
    public static partial void Refused(ILogger logger);

    [LoggerMessage(
        4803,
        LogLevel.Information,
        "Applied mail events: {Applied} applied, {Orphaned} of mails that are gone."
    )]
    public static partial void Applied(ILogger logger, int applied, int orphaned);

    [LoggerMessage(7002, LogLevel.Information, "Read the bounce mailbox: {Mails} mails, {Bounces} of them bounces.")]
    public static partial void BouncesRead(ILogger logger, int mails, int bounces);
}
