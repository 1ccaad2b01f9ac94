using System.Globalization;
using Advocacy.Insights;
using Advocacy.Insights.Dashboard;
using Spectre.Console;

namespace Advocacy.Local.Figures;

/// <summary>Prints what a week brought.</summary>
internal static class FigureTables
{
    private const int WidthOfPipe = 140;
    private const int LongestLabel = 44;
    private const string Hidden = "·";

    public static void Write(IAnsiConsole console, DashboardFigures figures)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfPipe;
        }
        if (figures.This is not { } week)
        {
            console.WriteLine($"Nothing came of {figures.Week} yet, or it was not rolled up.");
            return;
        }
        console.Write(Rows($"{figures.Week}{(week.Provisional ? ", still going on" : "")}", [("In all", week)]));
        foreach (var group in figures.Groups.GroupBy(row => row.Group))
        {
            console.Write(Rows($"By {Words(group.Key)}", group.Select(row => (row.Label, (InsightFigures)row))));
        }
        console.WriteLine($"{Hidden} fewer than {figures.SmallestGroup} people, or it would tell of so few.");
        foreach (var goal in figures.Goals)
        {
            console.WriteLine(
                Line(
                    $"Goal {goal.Metric}, {goal.From:yyyy-MM-dd} to {goal.Through:yyyy-MM-dd}: {Text(goal.Actual)} of {goal.Target}"
                )
            );
        }
        if (week.Emv is not null)
        {
            console.WriteLine(Line($"EMV by the rates of version {week.RateSet}."));
        }
    }

    private static Table Rows(string title, IEnumerable<(string Label, InsightFigures Figures)> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(title).AddColumn("");
        string[] columns =
        [
            "Digests",
            "Offered",
            "Opened",
            "Shared",
            "Sharers",
            "%",
            "Not for me",
            "Clicks",
            "Raw",
            "EMV",
            "Conv.",
            "Worth",
        ];
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }
        foreach (var (label, one) in rows)
        {
            string[] cells =
            [
                Text(one.Digests),
                Text(one.Offered),
                Text(one.Opened),
                Text(one.Shared),
                Text(one.Sharers),
                Text(one.Participation),
                Text(one.NotForMe),
                Text(one.Clicks),
                Text(one.ClicksRaw),
                one.Emv is null ? "" : Line($"{one.Emv} {one.Currency}"),
                Text(one.Conversions),
                one.ConversionValue == 0 ? "" : Line($"{one.ConversionValue} {one.Currency}"),
            ];
            table.AddRow([new Text(Short(label)), .. cells.Select(cell => new Text(cell))]);
        }
        return table;
    }

    private static string Words(InsightGroup group) =>
        group switch
        {
            InsightGroup.MailLanguage => "language of the mail",
            InsightGroup.Hour => "hour (UTC)",
            _ => group.ToString().ToLowerInvariant(),
        };

    private static string Text(decimal? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? Hidden;

    private static string Short(string label) =>
        label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
