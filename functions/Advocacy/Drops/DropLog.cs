using Microsoft.Extensions.Logging;

namespace Advocacy.Drops;

/// <summary>Events 1200 to 1249.</summary>
internal static partial class DropLog
{
    [LoggerMessage(
        1200,
        LogLevel.Information,
        "A drop that cannot be used names a sender outside the company's domains: nobody is mailed."
    )]
    public static partial void SenderElsewhere(ILogger logger);

    [LoggerMessage(
        1201,
        LogLevel.Warning,
        "A sender had the day's answers to drops (Advocacy:Drops:AnswersADay): this one waits on the desk without."
    )]
    public static partial void TooManyAnswers(ILogger logger);
}
