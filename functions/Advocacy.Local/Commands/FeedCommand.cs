using System.CommandLine;
using Advocacy.Content;
using Advocacy.Local.Feeds;
using Spectre.Console;

namespace Advocacy.Local.Commands;

/// <summary>Shows what the parser reads of feeds, wherever they are; stores nothing.</summary>
internal static class FeedCommand
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("FILE|URL|DIR")
        {
            Description = "Feeds; of a folder every file in it and below, in sorted order.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON object a line for each feed instead of a table.",
        };
        var data = CommonOptions.Data();
        var command = new Command(
            "feed",
            """
            Show what the parser reads of feeds: RSS, Atom and JSON Feed of every version. Stores nothing.
            What cannot be read is a feed without entries and with a warning that says why. Exit 0 all were shown, 2 wrong arguments.
            Example: feed https://www.example.com/feed.xml
            Example: feed ./feeds --json | jq -r '.entries[].title'
            """
        )
        {
            sources,
            json,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(sources)!,
                    parsed.GetValue(json),
                    parsed.GetValue(data)!,
                    Console.OpenStandardOutput,
                    cancellationToken
                )
        );
        return command;
    }

    /// <param name="sources">Files, folders and addresses.</param>
    /// <param name="asJson">Lines of JSON, in UTF-8 whatever the console's encoding is.</param>
    /// <param name="dataFolder">Its settings say how addresses are fetched.</param>
    /// <param name="output">Opens what JSON lines are written to.</param>
    /// <exception cref="UsageException">A path leads nowhere: said before anything is read.</exception>
    internal static async Task<int> RunAsync(
        string[] sources,
        bool asJson,
        string dataFolder,
        Func<Stream> output,
        CancellationToken cancellationToken
    )
    {
        FeedInputs.RefuseMissing(sources);
        await using var host = sources.Any(FeedInputs.IsUrl)
            ? await LocalHost.OpenAsync(dataFolder, cancellationToken)
            : null;
        var run = new FeedRun(host?.Services.GetRequiredService<WebFetcher>());
        var inputs = FeedInputs.Expand(sources);
        if (asJson)
        {
            await using var lines = output();
            await run.ShowAsync(inputs, FeedJson.Line, line => lines.Write(line), cancellationToken);
        }
        else
        {
            var table = new FeedTable(AnsiConsole.Console);
            await run.ShowAsync(
                inputs,
                (source, feed) => (source, feed),
                one => table.Write(one.source, one.feed),
                cancellationToken
            );
        }
        return CommandLine.AllWell;
    }
}
