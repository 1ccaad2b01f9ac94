using Microsoft.Extensions.Logging;

namespace Advocacy.Sharing;

internal static partial class SharingLog
{
    [LoggerMessage(
        3200,
        LogLevel.Warning,
        "The company's link parameters could not be read; short links keep those that were known last."
    )]
    public static partial void MarksNotRead(ILogger logger, Exception error);
}
