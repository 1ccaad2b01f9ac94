using Advocacy.Content;
using Advocacy.Platform.Store;

namespace Advocacy.Local.Weeks;

/// <summary>Registers the feeds that runs were given, and remembers those that are files: they must be served again.</summary>
internal sealed class GivenFeeds(IDocumentStore store, FeedSources sources)
{
    /// <summary>What the data folder was given until now.</summary>
    public async Task<GivenInputs> ReadAsync(CancellationToken cancellationToken = default) =>
        (
            await store.ReadAsync<GivenInputs>(
                Containers.Editions,
                GivenInputs.GivenId,
                GivenInputs.GivenId,
                cancellationToken
            )
        )?.Value
        ?? new GivenInputs { Id = GivenInputs.GivenId };

    /// <summary>Registers a run's feeds, to be read at once, and remembers its files.</summary>
    public async Task RegisterAsync(WeekInputs inputs, CancellationToken cancellationToken)
    {
        var given = (await ReadAsync(cancellationToken)).With(inputs);
        await store.UpsertAsync(Containers.Editions, given, cancellationToken);
        if (inputs.ServedAt.Length > 0)
        {
            await ServedAtAsync(given, inputs.ServedAt, cancellationToken);
        }
        foreach (var feed in inputs.Company?.Feeds ?? [])
        {
            await ReadNowAsync(await CompanyFeedAsync(feed, inputs.ServedAt, cancellationToken), cancellationToken);
        }
        foreach (var feed in inputs.Feeds)
        {
            var source = UrlCanonicalizer.Canonical(feed) is null
                ? await FileAsync(Path.GetFullPath(feed), inputs.ServedAt, cancellationToken)
                : await sources.RegisterAsync(feed, feed, feed, [], null, cancellationToken);
            await ReadNowAsync(source, cancellationToken);
        }
    }

    /// <summary>Files that were given before are found at <paramref name="servedAt"/> from now on.</summary>
    public async Task ServedAtAsync(GivenInputs given, string servedAt, CancellationToken cancellationToken)
    {
        foreach (var feed in given.Folder()?.Feeds.Where(feed => feed.File is not null) ?? [])
        {
            await CompanyFeedAsync(feed, servedAt, cancellationToken);
        }
        foreach (var file in given.FeedFiles)
        {
            await FileAsync(file, servedAt, cancellationToken);
        }
    }

    private Task<FeedSource> CompanyFeedAsync(CompanyFeed feed, string servedAt, CancellationToken cancellationToken) =>
        sources.RegisterAsync(
            $"company:{feed.Key}",
            feed.Name,
            feed.UrlAt(servedAt),
            feed.Topics,
            feed.Language,
            cancellationToken
        );

    private Task<FeedSource> FileAsync(string file, string servedAt, CancellationToken cancellationToken) =>
        sources.RegisterAsync(
            $"file:{file}",
            Path.GetFileName(file),
            FeedServer.FeedUrl(servedAt, FeedServer.KeyOf(file)),
            [],
            null,
            cancellationToken
        );

    /// <summary>Who names a feed wants it read now; the hourly wait is for the timer.</summary>
    private async Task ReadNowAsync(FeedSource source, CancellationToken cancellationToken) =>
        await store.ChangeAsync<FeedSource>(
            Containers.Sources,
            source.Id,
            source.Id,
            known => known.NotBefore is null ? null : known with { NotBefore = null },
            cancellationToken
        );
}
