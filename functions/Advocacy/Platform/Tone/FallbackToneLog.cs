using Microsoft.Extensions.Logging;

namespace Advocacy.Platform.Tone;

/// <summary>Events 2100 to 2199. A text's words are never logged.</summary>
internal static partial class FallbackToneLog
{
    [LoggerMessage(2100, LogLevel.Warning, "The second tone analyser judges in place of the first. {Reason}")]
    public static partial void IsOut(ILogger logger, string reason);
}
