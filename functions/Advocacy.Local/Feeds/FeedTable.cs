using System.Globalization;
using Advocacy.Content.Feeds;
using Spectre.Console;

namespace Advocacy.Local.Feeds;

/// <summary>Shows one feed after the other to a person.</summary>
internal sealed class FeedTable
{
    private const int WidthWithoutTerminal = 120;

    private readonly IAnsiConsole _console;

    public FeedTable(IAnsiConsole console)
    {
        _console = console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }
    }

    public void Write(string source, Feed feed)
    {
        _console.WriteLine();
        _console.MarkupLineInterpolated($"[bold]{source}[/]");
        _console.WriteLine(About(feed));
        if (feed.Entries.Count > 0)
        {
            _console.Write(Entries(feed.Entries));
        }
        foreach (var warning in feed.Warnings)
        {
            _console.MarkupLineInterpolated($"[yellow]Warning:[/] {warning.Message}");
        }
    }

    private static string About(Feed feed) =>
        string.Join(
            ", ",
            new[]
            {
                FeedJson.Format(feed),
                feed.Title is { } title ? $"\"{title}\"" : "no title",
                feed.Language,
                feed.Entries.Count == 1
                    ? "1 entry"
                    : string.Create(CultureInfo.InvariantCulture, $"{feed.Entries.Count} entries"),
            }.Where(part => part is not null)
        );

    private static Table Entries(IReadOnlyList<FeedEntry> entries)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("Published (UTC)").NoWrap().Width(20));
        table.AddColumn("Title and link").AddColumn("Author").AddColumn("Summary");
        foreach (var entry in entries)
        {
            table.AddRow(
                new Text(FeedJson.Instant(entry.Published) ?? "-"),
                new Text($"{entry.Title ?? "-"}\n{entry.Link ?? entry.Id ?? "no link"}"),
                new Text(entry.Author ?? "-"),
                new Text(FeedJson.Summary(entry) is { } summary ? Advocacy.Content.PlainText.Cut(summary, 120) : "-")
            );
        }
        return table;
    }
}
