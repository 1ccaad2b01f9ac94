using Advocacy.Content.Feeds;
using Advocacy.Content.Pages;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Advocacy.Content.Sources;

/// <summary>Finds the feeds of a page, profile or channel. It only reads: nothing is stored.</summary>
public sealed class FeedDiscovery(WebFetcher fetcher, TimeProvider time)
{
    private const int MostFeeds = 20;
    private const int MostLinksTried = 4;
    private const int LongestTitle = 100;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static readonly string[] s_types =
    [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/json",
        "application/xml",
        "text/xml",
    ];

    /// <summary>All feeds in half a minute at most; whatever goes wrong is the problem that the answer names.</summary>
    /// <param name="typed">An address, a host, or a Mastodon or Bluesky handle.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Discovery> FindAsync(string typed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (KnownFeedPlaces.AddressOf(typed) is not { } address)
        {
            return Nothing("It is no address. Type that of a page or of its feed, for example www.example.com.");
        }
        if (KnownFeedPlaces.Refusal(address) is { } refusal)
        {
            return Nothing(refusal);
        }
        if (KnownFeedPlaces.Of(address) is { } known)
        {
            return new Discovery([new FoundFeed(known, null, FoundHow.KnownPlace)], null);
        }
        using var patience = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await AtAsync(address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Nothing("The site is too slow to look through. If you know the feed's own address, type that.");
        }
    }

    private async Task<Discovery> AtAsync(Uri address, CancellationToken cancellationToken)
    {
        var answer = await fetcher.FetchPageAsync(address, cancellationToken);
        if (answer is not FetchResult.Fetched fetched)
        {
            var mastodon = KnownFeedPlaces.Mastodon(address);
            return mastodon is not null && await TriedAsync(mastodon, cancellationToken) is { } profile
                ? new Discovery([profile], null)
                : Nothing(answer is FetchResult.Failed failed ? failed.Reason : "HTTP 410: the page is gone.");
        }
        if (Itself(fetched) is { } feed)
        {
            return new Discovery([feed], null);
        }
        var document = HtmlPage.Parse(fetched);
        var from = HtmlPage.Base(document, fetched.Url);
        List<FoundFeed> found = [.. Named(document, from).DistinctBy(one => one.Url).Take(MostFeeds)];
        if (found.Count == 0 && ChannelOf(document, fetched.Url, from) is { } channel)
        {
            found.Add(channel);
        }
        if (found.Count == 0)
        {
            found.AddRange(await TryAsync(document, fetched.Url, from, cancellationToken));
        }
        return found.Count > 0
            ? new Discovery(found, null)
            : Nothing(
                "The page names no feed, and there is none in the usual places. If you know its address, type that."
            );
    }

    /// <summary>What the page says with link rel=alternate; feeds of comments last.</summary>
    private static IEnumerable<FoundFeed> Named(IHtmlDocument document, Uri from) =>
        document
            .QuerySelectorAll("link[rel~='alternate' i][href]")
            .Where(link => s_types.Contains(TypeOf(link), StringComparer.OrdinalIgnoreCase))
            // A multilingual site's other versions are alternates too; WordPress' own interface is JSON.
            .Where(link => !(link.GetAttribute("href") ?? "").Contains("/wp-json/", StringComparison.OrdinalIgnoreCase))
            .Select(link =>
                HtmlPage.Address(link.GetAttribute("href"), from) is { } url
                    ? new FoundFeed(url, TitleOf(link.GetAttribute("title")), FoundHow.Named)
                    : null
            )
            .OfType<FoundFeed>()
            .OrderBy(feed => IsOfComments(feed));

    private static string TypeOf(IElement link) => (link.GetAttribute("type") ?? "").Split(';')[0].Trim();

    private static bool IsOfComments(FoundFeed feed) =>
        $"{feed.Url} {feed.Title}" is var said
        && (
            said.Contains("comment", StringComparison.OrdinalIgnoreCase)
            || said.Contains("kommentar", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A YouTube page under a handle names its channel as its one address.</summary>
    private static FoundFeed? ChannelOf(IHtmlDocument document, Uri url, Uri from) =>
        HtmlPage.Address(document.QuerySelector("link[rel~='canonical' i]")?.GetAttribute("href"), from) is { } named
        && new Uri(named) is var canonical
        && canonical.Host == url.Host
        && KnownFeedPlaces.Of(canonical) is { } known
            ? new FoundFeed(known, TitleOf(document.Title), FoundHow.KnownPlace)
            : null;

    /// <summary>The page's own links that look like one, the profile's usual place, then the usual places of sites; the first that is a feed.</summary>
    private async Task<IReadOnlyList<FoundFeed>> TryAsync(
        IHtmlDocument document,
        Uri url,
        Uri from,
        CancellationToken cancellationToken
    )
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        var here = url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/feed";
        var links = document
            .QuerySelectorAll("a[href]")
            .Select(link => HtmlPage.Address(link.GetAttribute("href"), from))
            .OfType<string>()
            .Where(LooksLikeFeed)
            .Take(MostLinksTried);
        IEnumerable<string?> places =
        [
            KnownFeedPlaces.Mastodon(url),
            .. links,
            here,
            .. KnownFeedPlaces.Common.Select(path => site + path),
        ];
        foreach (var place in places.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await TriedAsync(place, cancellationToken) is { } feed)
            {
                return [feed];
            }
        }
        return [];
    }

    private async Task<FoundFeed?> TriedAsync(string place, CancellationToken cancellationToken) =>
        await fetcher.FetchPageAsync(new Uri(place), cancellationToken) is FetchResult.Fetched fetched
        && Itself(fetched) is { } feed
            ? feed with
            {
                How = FoundHow.Tried,
            }
            : null;

    private static bool LooksLikeFeed(string url)
    {
        var path = new Uri(url).AbsolutePath.TrimEnd('/');
        return path.EndsWith(".rss", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".atom", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("/rss", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("/feed", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("rss.xml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("feed.xml", StringComparison.OrdinalIgnoreCase);
    }

    private static FoundFeed? Itself(FetchResult.Fetched fetched)
    {
        using var content = fetched.Open();
        var feed = FeedReader.Read(content, fetched.Url, fetched.Charset);
        return feed.Format == FeedFormat.Unknown
            ? null
            : new FoundFeed(
                fetched.MovedTo?.AbsoluteUri ?? fetched.Url.AbsoluteUri,
                TitleOf(feed.Title),
                FoundHow.Itself
            );
    }

    private static string? TitleOf(string? title) =>
        title is not null && PlainText.Cut(PlainText.Of(PlainText.ToHtml(title)), LongestTitle) is { Length: > 0 } words
            ? words
            : null;

    private static Discovery Nothing(string problem) => new([], problem);
}
