using Advocacy.Insights;

namespace Advocacy.Dashboard.Tables;

/// <summary>Tables with one row for each week, newest first: whoever opens one looks for the last week.</summary>
internal static class WeekTables
{
    public static Table Weeks(DashboardView view) =>
        Start("weeks", view)
            .Figure("digests", week => week.Digests)
            .Figure("offered", week => week.Offered)
            .Figure("opened", week => week.Opened)
            .Figure("sharers", week => week.Sharers)
            .Figure("participation", week => week.Participation, ColumnKind.Percent)
            .Figure("shared", week => week.Shared)
            .Figure("not_for_me", week => week.NotForMe)
            .Figure("clicks", week => week.Clicks)
            .Build();

    public static Table Worth(DashboardView view) =>
        Start("value", view)
            .Figure("clicks", week => week.Clicks)
            .Figure("clicks_raw", week => week.ClicksRaw)
            .Figure("emv", week => week.Emv, ColumnKind.Money)
            .Figure("conversions", week => week.Conversions)
            .Figure("conversion_value", week => week.ConversionValue, ColumnKind.Money)
            .Word("currency", ColumnKind.Text, week => week.Currency)
            .Word("rates", ColumnKind.Text, week => week.RateSet)
            .Build();

    public static Table Variety(DashboardView view) =>
        Start("variety", view)
            .Figure("same_text", week => week.SameText, ColumnKind.Chance)
            .Figure("same_text_bound", week => week.SameTextBound, ColumnKind.Chance)
            .Build();

    public static Table Ease(DashboardView view) =>
        Start("ease", view)
            .Figure("minutes_lower", week => week.MinutesToShareLower, ColumnKind.Minutes)
            .Figure("minutes_median", week => week.MinutesToShare, ColumnKind.Minutes)
            .Figure("minutes_upper", week => week.MinutesToShareUpper, ColumnKind.Minutes)
            .Build();

    public static Table Consents(DashboardView view) =>
        Start("consents", view)
            .Figure("digest_yes", week => week.DigestEmailYes)
            .Figure("digest_given", week => week.DigestEmailGiven)
            .Figure("digest_withdrawn", week => week.DigestEmailWithdrawn)
            .Figure("clicks_yes", week => week.ClickMeasurementYes)
            .Figure("clicks_given", week => week.ClickMeasurementGiven, onlyInFiles: true)
            .Figure("clicks_withdrawn", week => week.ClickMeasurementWithdrawn, onlyInFiles: true)
            .Figure("statistics_yes", week => week.ShareStatisticsYes)
            .Figure("statistics_given", week => week.ShareStatisticsGiven, onlyInFiles: true)
            .Figure("statistics_withdrawn", week => week.ShareStatisticsWithdrawn, onlyInFiles: true)
            .Build();

    public static Table Tone(DashboardView view) =>
        Start("tone", view)
            .Figure("posts", week => week.Posts)
            .Figure("positive", week => week.PostsPositive)
            .Figure("neutral", week => week.PostsNeutral)
            .Figure("mixed", week => week.PostsMixed)
            .Figure("negative", week => week.PostsNegative)
            .Build();

    private static TableBuilder<WeekInsight> Start(string name, DashboardView view) =>
        new TableBuilder<WeekInsight>(name, view.Figures.Trend.Reverse())
            .Word("iso_week", ColumnKind.Text, week => week.Week, onlyInFiles: true)
            .Day("week", ColumnKind.Week, week => week.WeekStart);
}
