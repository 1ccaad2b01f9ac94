using System.Globalization;
using Advocacy.Content;
using Advocacy.Digests.Spread;
using Spectre.Console;

namespace Advocacy.Local.Weeks;

/// <summary>Prints a run's result for a person.</summary>
internal static class WeekTable
{
    private const int HeldShown = 8;
    private const int ThinShown = 5;

    public static void Write(IAnsiConsole console, WeekReport report)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = 120;
        }
        console.WriteLine();
        var table = new Table().Border(TableBorder.Rounded).Title($"Week {report.Week}").HideHeaders();
        table.AddColumn("").AddColumn("");
        if (report.Roster is { } roster)
        {
            Row(
                table,
                "Roster",
                $"{roster.Rows} rows, {roster.Imported} people, {roster.WithoutConsent} without consent"
            );
        }
        Row(table, "Feeds", report.Feeds.Count == 0 ? "none" : string.Join('\n', report.Feeds.Select(Line)));
        Row(
            table,
            "Entries and drops",
            $"{report.Entries.New} new, {report.Entries.Duplicate} duplicate, {report.Entries.Refused.Count} refused"
                + Lines(report.Entries.Refused)
        );
        Row(
            table,
            "Posts",
            $"{report.Posts.Ready} ready, {report.Posts.Held.Count} held"
                + Lines(report.Posts.Held.Take(HeldShown).Select(Line))
                + (
                    report.Posts.Held.Count > HeldShown
                        ? $"\nand {report.Posts.Held.Count - HeldShown} more held; --json names them all"
                        : ""
                )
        );
        var skipped = report
            .Employees.Skipped.OrderBy(skip => skip.Key)
            .Select(skip => $"{skip.Value} {Summaries.Word(skip.Key)}");
        Row(
            table,
            "Employees",
            $"{report.Employees.Due} due, {report.Employees.Mailed} mailed"
                + Lines(skipped.Select(skip => $"skipped: {skip}"))
        );
        if (report.Thin.Count > 0)
        {
            Row(
                table,
                "More texts",
                "would carry further:"
                    + Lines(report.Thin.Take(ThinShown).Select(Line))
                    + (report.Thin.Count > ThinShown ? $"\nand {report.Thin.Count - ThinShown} more posts" : "")
            );
        }
        if (report.Outbox is not null)
        {
            Row(table, "Outbox", report.Outbox);
        }
        foreach (var note in report.Notes)
        {
            Row(table, "Note", note);
        }
        console.Write(table);
        foreach (var failure in report.Failures)
        {
            console.MarkupLineInterpolated($"[red]Failed:[/] {failure}");
        }
        if (report.Failures.Count == 0)
        {
            console.MarkupLine("[green]All well.[/]");
        }
    }

    private static string Line(HarvestedSource source) =>
        string.Create(CultureInfo.InvariantCulture, $"{source.Name}: {Summaries.Word(source.Outcome)}")
        + (
            source.Outcome == HarvestOutcome.Read
                ? $", {source.EntriesNew} new, {source.EntriesKnown + source.EntriesDuplicate} known"
                : ""
        )
        + (source.Reason is null ? "" : $" ({source.Reason})")
        + Lines(source.Warnings.Select(warning => $"  warning: {warning}"));

    /// <summary>The first reasons are enough to know which post it is; the page and the JSON have them all.</summary>
    private static string Line(HeldPost post)
    {
        const int Shown = 2;
        var more = post.Reasons.Count - Shown;
        return $"held: {post.Title}"
            + Lines(post.Reasons.Take(Shown).Select(reason => $"  {reason}"))
            + (more > 0 ? $"\n  and {more} more reasons" : "");
    }

    private static string Line(ThinPost post) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{post.Title}\n  {post.Offered} of {post.Readers} people have it; another text in their language would reach up to {post.TurnedAway} more"
        );

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => "\n" + line));

    private static void Row(Table table, string name, string text) => table.AddRow(new Text(name), new Text(text));
}
