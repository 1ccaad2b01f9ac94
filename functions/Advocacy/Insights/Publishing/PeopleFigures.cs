namespace Advocacy.Insights.Publishing;

internal static class PeopleFigures
{
    /// <summary>The row with its counts of people, and what follows from them.</summary>
    /// <param name="row">The row without.</param>
    /// <param name="shown">Each count as it may be shown.</param>
    public static T With<T>(this T row, Func<PeopleCount, int?> shown)
        where T : InsightFigures
    {
        var digests = shown(PeopleCount.Digests);
        var sharers = shown(PeopleCount.Sharers);
        return row with
        {
            Digests = digests,
            Offered = shown(PeopleCount.Offered),
            Opened = shown(PeopleCount.Opened),
            Shared = shown(PeopleCount.Shared),
            Sharers = sharers,
            NotForMe = shown(PeopleCount.NotForMe),
            Participation =
                digests > 0 && sharers is not null ? Math.Round(100m * sharers.Value / digests.Value, 1) : null,
        };
    }
}
