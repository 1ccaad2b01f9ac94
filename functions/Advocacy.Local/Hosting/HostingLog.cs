namespace Advocacy.Local.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(9500, LogLevel.Warning, "{Function} failed on try {Try} of a message: {Error}.")]
    public static partial void MessageFailed(ILogger logger, string function, int @try, string error);

    [LoggerMessage(9501, LogLevel.Error, "{Function} failed; its next run comes at its time.")]
    public static partial void TimerFailed(ILogger logger, string function, Exception error);

    [LoggerMessage(9502, LogLevel.Error, "The queue of {Function} could not be worked on; it is tried again shortly.")]
    public static partial void QueueFailed(ILogger logger, string function, Exception error);
}
