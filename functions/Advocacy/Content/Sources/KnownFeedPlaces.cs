namespace Advocacy.Content.Sources;

/// <summary>Where networks keep a profile's or channel's feed: their pages do not always say it.</summary>
internal static class KnownFeedPlaces
{
    /// <summary>Paths at which sites that name no feed often have one, the likeliest first.</summary>
    public static readonly IReadOnlyList<string> Common =
    [
        "/feed",
        "/rss.xml",
        "/feed.xml",
        "/atom.xml",
        "/rss",
        "/index.xml",
        "/feed.json",
        "/blog/feed",
    ];

    private static readonly string[] s_noFeeds =
    [
        "linkedin.com",
        "facebook.com",
        "instagram.com",
        "x.com",
        "twitter.com",
        "tiktok.com",
    ];

    /// <summary>An address of what a person typed: a handle, a host without a scheme, a <c>feed:</c> link; <c>null</c> where it is none.</summary>
    public static Uri? AddressOf(string typed)
    {
        var text = typed.Trim();
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[5..].TrimStart('/');
        }
        if (text is ['@', .. var handle])
        {
            // @name@instance is Mastodon's, @name.bsky.social and other domains are Bluesky's.
            var parts = handle.Split('@');
            text =
                parts is [var name, var instance] ? $"https://{instance}/@{name}"
                : handle.Contains('.', StringComparison.Ordinal) ? $"https://bsky.app/profile/{handle}"
                : text;
        }
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }
        return
            UrlCanonicalizer.Absolute(text) is { } address
            && new Uri(address) is var uri
            && (uri.Host.Contains('.', StringComparison.Ordinal) || uri.IsLoopback)
            ? uri
            : null;
    }

    /// <summary>Why there is nothing to look for at all; <c>null</c> where there may be.</summary>
    public static string? Refusal(Uri page) =>
        s_noFeeds.FirstOrDefault(host => IsOn(page, host)) is { } network
            ? $"{network} has no public feeds: drop its posts one by one, by the form or the queue."
            : null;

    /// <summary>The feed of an address, where the address alone tells it.</summary>
    public static string? Of(Uri page)
    {
        var segments = page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (IsOn(page, "youtube.com"))
        {
            return segments switch
            {
                ["channel", var id, ..] => YouTube("channel_id", id),
                ["user", var name, ..] => YouTube("user", name),
                ["playlist"] when QueryOf(page, "list") is { } list => YouTube("playlist_id", list),
                _ => null,
            };
        }
        if (IsOn(page, "bsky.app"))
        {
            return segments is ["profile", var who, ..] ? $"https://bsky.app/profile/{who}/rss" : null;
        }
        return IsOn(page, "medium.com") && segments is [var publication, ..] and not ["feed", ..]
            ? $"https://medium.com/feed/{publication}"
            : null;
    }

    /// <summary>The feed of what may be a Mastodon profile: its instances are everywhere, so this is tried only.</summary>
    public static string? Mastodon(Uri page)
    {
        if (page.AbsolutePath.TrimEnd('/').Split('/') is not ["", ['@', .. var name], ..] || name.Length == 0)
        {
            return null;
        }
        return name.Split('@') is [var remote, var instance] && instance.Length > 0
            ? $"https://{instance}/@{remote}.rss"
            : $"{page.GetLeftPart(UriPartial.Authority)}/@{name.Split('@')[0]}.rss";
    }

    private static string YouTube(string by, string id) =>
        $"https://www.youtube.com/feeds/videos.xml?{by}={Uri.EscapeDataString(id)}";

    private static string? QueryOf(Uri page, string name) =>
        page
            .Query.TrimStart('?')
            .Split('&')
            .Select(pair => pair.Split('=', 2))
            .FirstOrDefault(pair => pair.Length == 2 && pair[0] == name)
            is [_, { Length: > 0 } value]
            ? Uri.UnescapeDataString(value)
            : null;

    private static bool IsOn(Uri page, string domain) =>
        page.IdnHost.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || page.IdnHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
