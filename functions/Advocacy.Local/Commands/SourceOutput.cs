using System.Globalization;
using Advocacy.Content;
using Advocacy.Content.Sources;

namespace Advocacy.Local.Commands;

/// <summary>What the source commands print.</summary>
internal static class SourceOutput
{
    private const int MostEntries = 20;

    public static int Print(IReadOnlyList<FeedSource> sources)
    {
        foreach (var source in sources)
        {
            Line($"{source.Id}  {State(source)}  {source.Name}");
            Line($"  {source.Url}");
            List<string> said =
            [
                .. source.Topics.Count > 0 ? [$"topics {string.Join(", ", source.Topics)}"] : (string[])[],
                .. source.Language is { } language ? [$"language {language}"] : (string[])[],
                .. source.ReviewFirst ? ["reviewed first"] : (string[])[],
                .. source.ShareTexts.Count > 0 ? [Counted(source.ShareTexts.Count, "text", "texts")] : (string[])[],
                .. source.Health.LastSuccess is { } success
                    ? [Text($"last read {success.UtcDateTime:u}")]
                    : (string[])[],
            ];
            if (said.Count > 0)
            {
                Line($"  {string.Join("; ", said)}");
            }
            if (source.Health.LastError is { } error)
            {
                Line($"  {error}");
            }
        }
        Line($"{Counted(sources.Count, "feed", "feeds")}.");
        return CommandLine.AllWell;
    }

    public static int Print(Discovery found)
    {
        foreach (var feed in found.Feeds)
        {
            Line($"{feed.Url}  {How(feed.How)}{(feed.Title is { } title ? $"  {title}" : "")}");
        }
        if (found.Problem is not { } problem)
        {
            return CommandLine.AllWell;
        }
        Console.Error.WriteLine(problem);
        return CommandLine.SomethingFailed;
    }

    public static int Print(SourcePreview preview)
    {
        if (preview.Problem is { } problem)
        {
            Console.Error.WriteLine($"{preview.Url}: {problem}");
            return CommandLine.SomethingFailed;
        }
        Line(
            $"{preview.Title ?? preview.Url} ({preview.Format}): {Counted(preview.Count, "entry", "entries")} would come in."
        );
        Line($"  {preview.Url}");
        if (preview.Known is { } known)
        {
            Line($"  In the list already: {known.Name} ({known.Id}).");
        }
        foreach (var entry in preview.Entries.Take(MostEntries))
        {
            Line($"- {entry.Title}{(entry.IsKnown ? " (here already)" : "")}");
            Line($"  {entry.Url}");
        }
        foreach (var warning in preview.Warnings)
        {
            Console.Error.WriteLine(warning);
        }
        return CommandLine.AllWell;
    }

    public static int Print(OpmlReport report)
    {
        foreach (var problem in report.Problems)
        {
            Console.Error.WriteLine(problem);
        }
        Line($"{Counted(report.Added.Count, "feed", "feeds")} added, {report.Known} here already.");
        return report.Problems.Count == 0 ? CommandLine.AllWell : CommandLine.SomethingFailed;
    }

    public static int Done(bool isDone, string id, string sentence)
    {
        if (isDone)
        {
            Console.WriteLine(sentence);
            return CommandLine.AllWell;
        }
        Console.Error.WriteLine($"There is no feed {id}; source list shows their ids.");
        return CommandLine.SomethingFailed;
    }

    public static string Counted(int count, string one, string many) => Text($"{count} {(count == 1 ? one : many)}");

    private static string State(FeedSource source) =>
        source switch
        {
            { Gone: true } => "gone",
            { Paused: true } => "paused",
            { Health.FailuresInARow: > 0 and var failures } => Text($"failed {failures}x"),
            { Health.LastVisit: null } => "new",
            { Health.Warnings.Count: > 0 } => "warnings",
            _ => "well",
        };

    private static string How(FoundHow how) =>
        how switch
        {
            FoundHow.Itself => "the feed itself",
            FoundHow.Named => "named by the page",
            FoundHow.KnownPlace => "where the network keeps it",
            _ => "found in a usual place",
        };

    private static void Line(FormattableString text) => Console.WriteLine(Text(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
