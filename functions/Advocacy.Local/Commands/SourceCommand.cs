using System.CommandLine;
using Advocacy.Content.Sources;
using static Advocacy.Local.Commands.SourceOutput;

namespace Advocacy.Local.Commands;

/// <summary>The feeds that are harvested: looked for, looked into, added, removed.</summary>
internal static class SourceCommand
{
    public static Command Create() =>
        new("source", "The feeds that posts are harvested from.")
        {
            List(),
            Find(),
            Preview(),
            Add(),
            Import(),
            Pause("pause", "Visit a feed no more until it is told to go on.", paused: true),
            Pause("resume", "Visit a paused feed again.", paused: false),
            Remove(),
        };

    private static Command List() =>
        Command(
            "list",
            "Every feed with its health, the ailing first. Example: source list --data ./trial",
            async (services, cancellationToken) =>
                Print(await services.GetRequiredService<SourceList>().AllAsync(cancellationToken))
        );

    private static Command Find() =>
        Command(
            "find",
            """
            Look for the feeds of a page, a YouTube channel, a Mastodon or Bluesky profile. Stores nothing.
            Example: source find www.example.com/news
            Example: source find @name.bsky.social
            """,
            "ADDRESS",
            async (address, services, cancellationToken) =>
                Print(await services.GetRequiredService<FeedDiscovery>().FindAsync(address, cancellationToken))
        );

    private static Command Preview() =>
        Command(
            "preview",
            "Show what a feed would bring in, and what is wrong with it. Stores nothing. Example: source preview https://www.example.com/feed",
            "URL",
            async (url, services, cancellationToken) =>
                Print(
                    await services
                        .GetRequiredService<SourcePreviewer>()
                        .PreviewAsync(url, cancellationToken: cancellationToken)
                )
        );

    private static Command Add()
    {
        var name = new Option<string?>("--name")
        {
            Description = "Default: what the feed calls itself.",
            HelpName = "TEXT",
        };
        var topics = new Option<string?>("--topics")
        {
            Description = "Topics that each post gets. Example: --topics job,wind",
            HelpName = "A,B",
        };
        var language = new Option<string?>("--language")
        {
            Description = "Of its posts; default what the feed says, or a guess. Example: --language da",
            HelpName = "XX",
        };
        var review = Review();
        var texts = new Option<string[]>("--text")
        {
            Description =
                "A share text for each post; may be given several times. Example: --text '[da] Fra os: {title}'",
            HelpName = "TEXT",
        };
        var command = Command(
            "add",
            """
            Add a feed, or the only feed of a page. Its posts come in with the next harvest.
            Example: source add https://www.example.com/news --topics news --review
            """,
            "URL",
            (parsed, url, services, cancellationToken) =>
                SourceAdding.RunAsync(
                    services,
                    url,
                    new SourceEntry(
                        parsed.GetValue(name) ?? "",
                        parsed.GetValue(topics) ?? "",
                        parsed.GetValue(language) ?? "",
                        parsed.GetValue(review),
                        string.Join('\n', parsed.GetValue(texts) ?? [])
                    ),
                    cancellationToken
                )
        );
        foreach (var option in (Option[])[name, topics, language, review, texts])
        {
            command.Options.Add(option);
        }
        return command;
    }

    private static Command Import()
    {
        var review = Review();
        var command = Command(
            "import",
            """
            Add the feeds of an OPML file; folders become topics. What cannot be used is named by line; feeds that are here stay as they are.
            Example: source import feeds.opml --review
            """,
            "FILE.opml",
            async (parsed, path, services, cancellationToken) =>
            {
                await using var file = File.OpenRead(CommonOptions.ExistingFile("source import", path));
                return Print(
                    await services
                        .GetRequiredService<OpmlImport>()
                        .ImportAsync(file, parsed.GetValue(review), cancellationToken)
                );
            }
        );
        command.Options.Add(review);
        return command;
    }

    private static Command Pause(string name, string description, bool paused) =>
        Command(
            name,
            $"{description} Example: source {name} ID",
            "ID",
            async (id, services, cancellationToken) =>
                Done(
                    await services.GetRequiredService<SourceList>().PauseAsync(id, paused, cancellationToken)
                        is not null,
                    id,
                    paused ? "Paused." : "Visited again from the next harvest on."
                )
        );

    private static Command Remove() =>
        Command(
            "remove",
            "Remove a feed. Its posts stay. Example: source remove ID",
            "ID",
            async (id, services, cancellationToken) =>
                Done(
                    await services.GetRequiredService<SourceList>().RemoveAsync(id, cancellationToken),
                    id,
                    "Removed. Its posts stay."
                )
        );

    private static Option<bool> Review() =>
        new("--review") { Description = "A person sees each of its posts before anybody is offered it." };

    private static Command Command(
        string name,
        string description,
        Func<IServiceProvider, CancellationToken, Task<int>> run
    )
    {
        var data = CommonOptions.Data();
        var command = new Command(name, description) { data };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(data)!, services => run(services, token), token));
        return command;
    }

    private static Command Command(
        string name,
        string description,
        string argument,
        Func<string, IServiceProvider, CancellationToken, Task<int>> run
    ) => Command(name, description, argument, (_, value, services, token) => run(value, services, token));

    private static Command Command(
        string name,
        string description,
        string argument,
        Func<ParseResult, string, IServiceProvider, CancellationToken, Task<int>> run
    )
    {
        var value = new Argument<string>(argument);
        var data = CommonOptions.Data();
        var command = new Command(name, description) { value, data };
        command.SetAction(
            (parsed, token) =>
                RunAsync(
                    parsed.GetValue(data)!,
                    services => run(parsed, parsed.GetValue(value)!, services, token),
                    token
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string dataFolder,
        Func<IServiceProvider, Task<int>> run,
        CancellationToken cancellationToken
    )
    {
        await using var host = await LocalHost.OpenAsync(dataFolder, cancellationToken);
        return await run(host.Services);
    }
}
