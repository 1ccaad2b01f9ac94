using Advocacy.Insights;

namespace Advocacy.Dashboard;

/// <summary>The steps from a mail to what it led to. Their names are in files, too.</summary>
internal enum FunnelStage
{
    /// <summary>Posts that came to somebody in a mail that did not come back.</summary>
    Delivered,
    Opened,
    Shared,
    Clicked,
    Converted,
}

internal static class Funnel
{
    /// <param name="week"><c>null</c> where nothing came of it: then there are no steps.</param>
    /// <returns>In their order; a count that is <c>null</c> is not shown.</returns>
    public static IReadOnlyList<(FunnelStage Stage, decimal? Count)> Of(WeekInsight? week) =>
        week is null
            ? []
            :
            [
                (FunnelStage.Delivered, week.Offered),
                (FunnelStage.Opened, week.Opened),
                (FunnelStage.Shared, week.Shared),
                (FunnelStage.Clicked, week.Clicks),
                (FunnelStage.Converted, week.Conversions),
            ];
}
