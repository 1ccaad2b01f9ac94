using Advocacy.Content.Feeds;
using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Content.Sources;

/// <summary>Reads a feed as the harvest would, and stores nothing.</summary>
public sealed class SourcePreviewer(WebFetcher fetcher, SourceList sources, IDocumentStore store, TimeProvider time)
{
    private const int MostShown = 20;
    private const int MostWarnings = 20;

    private static readonly FetchConditions s_whole = new();

    /// <param name="url">Absolute, http(s).</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SourcePreview> PreviewAsync(string url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (UrlCanonicalizer.Absolute(url) is not { } address)
        {
            return new SourcePreview
            {
                Url = url,
                Problem = "It is no absolute http or https address without a user name.",
            };
        }
        var answer = await fetcher.FetchAsync(new Uri(address), s_whole, cancellationToken);
        if (answer is not FetchResult.Fetched fetched)
        {
            var reason = answer is FetchResult.Failed failed ? failed.Reason : "HTTP 410: the feed is gone.";
            return new SourcePreview { Url = address, Problem = reason };
        }
        var at = fetched.MovedTo?.AbsoluteUri ?? address;
        using var content = fetched.Open();
        var feed = FeedReader.Read(content, fetched.Url, fetched.Charset, cancellationToken);
        var warnings = FeedSourceState.Sentences(feed.Warnings);
        if (feed.Format == FeedFormat.Unknown)
        {
            return new SourcePreview
            {
                Url = at,
                Problem = warnings.Count > 0 ? warnings[0] : "It is no feed that can be read.",
            };
        }
        var all = await sources.AllAsync(cancellationToken);
        var known =
            all.FirstOrDefault(one => SourceList.IsAt(one, address))
            ?? all.FirstOrDefault(one => SourceList.IsAt(one, at));
        var source = new FeedSource
        {
            Id = Ids.Of("source", address),
            Name = known?.Name ?? feed.Title ?? "",
            Url = at,
        };
        var sorted = SortedEntries.Of(
            feed,
            known is null ? source : SourceSettings.Of(known).On(source),
            time.GetUtcNow()
        );
        return new SourcePreview
        {
            Url = at,
            Title = feed.Title,
            Language = SortedEntries.Language(feed.Language),
            Format = feed.Format,
            Count = sorted.Messages.Count,
            Entries = await EntriesAsync(sorted.Messages.Take(MostShown), cancellationToken),
            Warnings = [.. sorted.Refused.Concat(warnings).Take(MostWarnings)],
            Known = known,
        };
    }

    /// <summary>By the reader that the queue's function uses: what is shown is what comes in.</summary>
    private async Task<IReadOnlyList<PreviewedEntry>> EntriesAsync(
        IEnumerable<string> messages,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<PreviewedEntry>();
        foreach (var drop in messages.Select(message => ContentDropReader.Read(message).Drop).OfType<ContentDrop>())
        {
            var id = Ids.Of("post", drop.Url);
            entries.Add(
                new PreviewedEntry(
                    PlainText.Of(drop.Title),
                    drop.Url,
                    PlainText.Of(drop.Summary),
                    drop.PublishedAt,
                    drop.Image,
                    await store.ReadAsync<Post>(Containers.Posts, id, id, cancellationToken) is not null,
                    [.. drop.ShareTexts?.Select(text => text.Text) ?? []]
                )
            );
        }
        return entries;
    }
}
