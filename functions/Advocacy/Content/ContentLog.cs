using Microsoft.Extensions.Logging;

namespace Advocacy.Content;

/// <summary>Events 1000 to 1099. Sources and posts are the company's own and appear by id only.</summary>
internal static partial class ContentLog
{
    [LoggerMessage(
        1000,
        LogLevel.Information,
        "Harvested {Sources} sources: {Read} read, {Failed} failed, {New} new entries"
    )]
    public static partial void Harvested(ILogger logger, int sources, int read, int failed, int @new);

    [LoggerMessage(1001, LogLevel.Warning, "Source {SourceId} failed: {Reason}")]
    public static partial void SourceFailed(ILogger logger, string sourceId, string reason);

    [LoggerMessage(1002, LogLevel.Error, "Source {SourceId} met an unexpected error")]
    public static partial void SourceBroke(ILogger logger, Exception problem, string sourceId);

    [LoggerMessage(1010, LogLevel.Debug, "Took in post {PostId}")]
    public static partial void TakenIn(ILogger logger, string postId);

    [LoggerMessage(1011, LogLevel.Debug, "Post {PostId} was there already")]
    public static partial void Duplicate(ILogger logger, string postId);

    [LoggerMessage(
        1012,
        LogLevel.Warning,
        "Refused a content drop with {Defects} defects; it is kept among the failures"
    )]
    public static partial void Refused(ILogger logger, int defects);

    [LoggerMessage(1090, LogLevel.Warning, "Feed {SourceId} failed {Failures} times in a row.")]
    public static partial void FeedAils(ILogger logger, string sourceId, int failures);
}
