using Advocacy.Content.Sources;

namespace Advocacy.Local.Commands;

/// <summary>What <c>source add</c> does: finds the feed, looks into it, saves it.</summary>
internal static class SourceAdding
{
    public static async Task<int> RunAsync(
        IServiceProvider services,
        string url,
        SourceEntry entry,
        CancellationToken cancellationToken
    )
    {
        var found = await services.GetRequiredService<FeedDiscovery>().FindAsync(url, cancellationToken);
        if (found.Feeds is not [var feed])
        {
            await Console.Error.WriteLineAsync(
                found.Problem ?? "There are several feeds. Add the one that is meant by its own address:"
            );
            foreach (var one in found.Feeds)
            {
                await Console.Error.WriteLineAsync($"  {one.Url}  {one.Title}");
            }
            return CommandLine.SomethingFailed;
        }
        var preview = await services
            .GetRequiredService<SourcePreviewer>()
            .PreviewAsync(feed.Url, cancellationToken: cancellationToken);
        if (preview.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"{feed.Url}: {problem}");
            return CommandLine.SomethingFailed;
        }
        var name = entry.Name.Length > 0 ? entry.Name : preview.Title ?? new Uri(preview.Url).Host;
        if ((entry with { Name = SourceEntry.CutName(name) }).Read(out var wrong) is not { } settings)
        {
            throw UsageException.Argument(string.Join(' ', wrong.Select(Sentence)));
        }
        var (source, isNew) = await services
            .GetRequiredService<SourceList>()
            .AddAsync(preview.Url, settings, cancellationToken);
        Console.WriteLine(
            isNew
                ? $"Added {source.Name} ({source.Id}): {SourceOutput.Counted(preview.Count, "entry", "entries")} now, to come in with the next harvest."
                : $"{source.Name} ({source.Id}) is here already, and stays as it is."
        );
        return CommandLine.AllWell;
    }

    private static string Sentence(SourceField field) =>
        field switch
        {
            SourceField.Name => "--name takes 1 to 100 characters.",
            SourceField.Topics => "--topics takes at most 10 topics of 50 characters each.",
            SourceField.Language => "--language takes two letters such as da or en.",
            _ =>
                "--text takes at most 10 texts of 500 characters each, with {title}, {summary} and {source} only, and [da], [linkedin] or both before it.",
        };
}
