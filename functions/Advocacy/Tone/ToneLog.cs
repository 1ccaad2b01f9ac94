using Advocacy.Content;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tone;

/// <summary>Events 2000 to 2099 and 1300 to 1349. Post ids are opaque; a post's words are never logged.</summary>
internal static partial class ToneLog
{
    [LoggerMessage(2000, LogLevel.Debug, "Post {PostId} is {Outcome}, with {Reasons} reasons")]
    public static partial void Judged(ILogger logger, string postId, ToneOutcome outcome, int reasons);

    [LoggerMessage(2001, LogLevel.Debug, "Post {PostId} is {Status} already; left as it is")]
    public static partial void AlreadyJudged(ILogger logger, string postId, PostStatus status);

    [LoggerMessage(2002, LogLevel.Warning, "Tone message refused: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(
        1300,
        LogLevel.Information,
        "The tone policy changed: {Judged} posts judged anew from their stored readings, {NowHeld} now held, {NowReady} now ready"
    )]
    public static partial void Rejudged(ILogger logger, int judged, int nowHeld, int nowReady);
}
