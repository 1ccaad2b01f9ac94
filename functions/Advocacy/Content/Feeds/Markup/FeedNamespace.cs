namespace Advocacy.Content.Feeds.Markup;

internal enum FeedNamespace
{
    /// <summary>RSS of every version, and whatever has no namespace.</summary>
    Core,
    Atom,
    Content,
    DublinCore,
    Media,
    Itunes,
    Rdf,
    Xhtml,
    FeedBurner,
    Other,
}

internal static class FeedNamespaces
{
    /// <summary>By address; scheme, case and a final slash or hash do not matter, because feeds do not agree on them.</summary>
    public static FeedNamespace? OfUri(ReadOnlySpan<char> uri)
    {
        uri = uri.Trim();
        var scheme = uri.IndexOf("://");
        Span<char> lower = stackalloc char[80];
        uri = uri[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd("/#");
        if (uri.IsEmpty || uri.Length > lower.Length || uri.ToLowerInvariant(lower) < 0)
        {
            return uri.IsEmpty ? FeedNamespace.Core : null;
        }

        return lower[..uri.Length] switch
        {
            "www.w3.org/2005/atom" or "purl.org/atom/ns" or "purl.org/atom" => FeedNamespace.Atom,
            "purl.org/rss/1.0"
            or "purl.org/net/rss1.1"
            or "my.netscape.com/rdf/simple/0.9"
            or "channel.netscape.com/rdf/simple/0.9"
            or "my.netscape.com/publish/formats/rss-0.91.dtd"
            or "backend.userland.com/rss"
            or "backend.userland.com/rss2"
            or "blogs.law.harvard.edu/tech/rss" => FeedNamespace.Core,
            "purl.org/rss/1.0/modules/content" => FeedNamespace.Content,
            "purl.org/dc/elements/1.1" or "purl.org/dc/elements/1.0" or "purl.org/dc/terms" => FeedNamespace.DublinCore,
            "search.yahoo.com/mrss"
            or "tools.search.yahoo.com/mrss"
            or "video.search.yahoo.com/mrss"
            or "www.rssboard.org/media-rss" => FeedNamespace.Media,
            "www.itunes.com/dtds/podcast-1.0.dtd" or "example.com/dtds/podcast-1.0.dtd" => FeedNamespace.Itunes,
            "www.w3.org/1999/02/22-rdf-syntax-ns" => FeedNamespace.Rdf,
            "www.w3.org/1999/xhtml" => FeedNamespace.Xhtml,
            "rssnamespace.org/feedburner/ext/1.0" => FeedNamespace.FeedBurner,
            _ => null,
        };
    }

    /// <summary>By the prefix that everyone uses, for feeds that do not declare it or declare it wrongly.</summary>
    /// <param name="prefix">In lower case.</param>
    public static FeedNamespace OfPrefix(ReadOnlySpan<char> prefix) =>
        prefix switch
        {
            "" or "rss" => FeedNamespace.Core,
            "atom" or "atom10" or "atom03" or "a10" => FeedNamespace.Atom,
            "content" => FeedNamespace.Content,
            "dc" or "dcterms" => FeedNamespace.DublinCore,
            "media" => FeedNamespace.Media,
            "itunes" => FeedNamespace.Itunes,
            "rdf" => FeedNamespace.Rdf,
            "xhtml" => FeedNamespace.Xhtml,
            "feedburner" => FeedNamespace.FeedBurner,
            _ => FeedNamespace.Other,
        };
}
