using Microsoft.Extensions.Logging;

namespace Advocacy.Desk;

internal static partial class DeskLog
{
    [LoggerMessage(1350, LogLevel.Information, "Desk: {Act} of post {PostId}; it is {Status}")]
    public static partial void Done(ILogger logger, DeskAct act, string postId, Content.PostStatus status);

    [LoggerMessage(1351, LogLevel.Information, "Desk: {Act} of post {PostId} came too late, somebody was quicker")]
    public static partial void TooLate(ILogger logger, DeskAct act, string postId);

    [LoggerMessage(1352, LogLevel.Warning, "Desk: the tone of post {PostId} cannot be read now; the queue will do it")]
    public static partial void ToneLater(ILogger logger, string postId, Exception error);
}
