using System.Globalization;
using Advocacy.Content;
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

    private static readonly (string Name, Func<InsightFigures, string> Text)[] s_columns =
    [
        ("Digests", one => Text(one.Digests)),
        ("Offered", one => Text(one.Offered)),
        ("Opened", one => Text(one.Opened)),
        ("Shared", one => Text(one.Shared)),
        ("Sharers", one => Text(one.Sharers)),
        ("%", one => Text(one.Participation)),
        ("Not for me", one => Text(one.NotForMe)),
        ("Clicks", one => one.ClicksRaw == 0 ? "" : Text(one.Clicks)),
        ("Raw", one => one.ClicksRaw == 0 ? "" : Text(one.ClicksRaw)),
        ("EMV", one => one.Emv is null or 0 ? "" : Line($"{one.Emv} {one.Currency}")),
        ("Conv.", one => one.Conversions == 0 ? "" : Text(one.Conversions)),
        ("Worth", one => one.ConversionValue == 0 ? "" : Line($"{one.ConversionValue} {one.Currency}")),
    ];

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

    /// <summary>Columns in which no row has anything are left out.</summary>
    private static Table Rows(string title, IEnumerable<(string Label, InsightFigures Figures)> rows)
    {
        var all = rows.ToList();
        var columns = s_columns
            .Where(column => all.Exists(row => column.Text(row.Figures) is not ("" or Hidden)))
            .ToList();
        var table = new Table().Border(TableBorder.Rounded).Title(title).AddColumn("");
        foreach (var (name, _) in columns)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }
        foreach (var (label, one) in all)
        {
            table.AddRow([new Text(Short(label)), .. columns.Select(column => new Text(column.Text(one)))]);
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

    private static string Short(string label) => PlainText.Cut(label, LongestLabel);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
