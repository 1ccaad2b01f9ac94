using System.Text.Json;
using Advocacy.Insights;

namespace Advocacy.Dashboard.Tables;

/// <summary>Tables of the week, with one row for each group.</summary>
internal static class GroupTables
{
    public static Table Of(DashboardView view, string name, InsightGroup group, ColumnKind kind = ColumnKind.Text) =>
        Start(view, name, group, kind)
            .Figure("offered", row => row.Offered)
            .Figure("shared", row => row.Shared)
            .Figure("clicks", row => row.Clicks)
            .Figure("clicks_raw", row => row.ClicksRaw, onlyInFiles: true)
            .Figure("emv", row => row.Emv, ColumnKind.Money)
            .Word("currency", ColumnKind.Text, row => row.Currency)
            .Figure("conversions", row => row.Conversions)
            .Build();

    /// <summary>By name: which is first is nobody's merit, and there are no leaderboards.</summary>
    public static Table People(DashboardView view, string name, InsightGroup group, ColumnKind kind) =>
        new TableBuilder<GroupInsight>(name, ByName(view, group))
            .Word(ColumnOf(group), kind, row => kind == ColumnKind.Text ? row.Label : row.Key)
            .Figure("digests", row => row.Digests)
            .Figure("offered", row => row.Offered)
            .Figure("sharers", row => row.Sharers)
            .Figure("participation", row => row.Participation, ColumnKind.Percent)
            .Figure("shared", row => row.Shared)
            .Build();

    public static Table Reasons(DashboardView view) =>
        Start(view, "reasons", InsightGroup.Reason, ColumnKind.Word).Figure("not_for_me", row => row.NotForMe).Build();

    public static Table Hours(DashboardView view) =>
        Start(view, "hours", InsightGroup.Hour, ColumnKind.Text)
            .Figure("clicks", row => row.Clicks)
            .Figure("clicks_raw", row => row.ClicksRaw)
            .Build();

    public static IEnumerable<GroupInsight> ByName(DashboardView view, InsightGroup group) =>
        view.Figures.Of(group).OrderBy(row => row.Label, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>As every other column is called: <c>mail_language</c>.</summary>
    private static string ColumnOf(InsightGroup group) => JsonNamingPolicy.SnakeCaseLower.ConvertName(group.ToString());

    private static TableBuilder<GroupInsight> Start(
        DashboardView view,
        string name,
        InsightGroup group,
        ColumnKind kind
    ) =>
        new TableBuilder<GroupInsight>(name, view.Figures.Of(group)).Word(
            ColumnOf(group),
            kind,
            row => kind == ColumnKind.Text ? row.Label : row.Key
        );
}
