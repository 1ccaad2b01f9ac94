using Microsoft.Extensions.Logging;

namespace Advocacy.People;

internal static partial class PeopleLog
{
    [LoggerMessage(
        3000,
        LogLevel.Information,
        "Roster imported: {Rows} rows, {Added} new, {Changed} changed, {Unchanged} unchanged, {LeftOut} left out; "
            + "{Consents} consent events recorded, {WithoutConsent} people without consent"
    )]
    public static partial void RosterImported(
        this ILogger logger,
        long rows,
        long added,
        long changed,
        long unchanged,
        long leftOut,
        long consents,
        long withoutConsent
    );
}
