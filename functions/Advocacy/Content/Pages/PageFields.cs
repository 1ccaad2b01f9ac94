using Advocacy.Content.Feeds.Dates;
using AngleSharp.Html.Dom;

namespace Advocacy.Content.Pages;

/// <summary>
/// Reads a page's fields from its Open Graph, JSON-LD and plain HTML metadata. Open Graph comes first, because it is written for exactly this:
/// how the page is shown where it is shared.
/// </summary>
internal sealed class PageFields
{
    private const int LongestTitle = 300;
    private const int LongestDescription = 2_000;
    private const int LongestName = 100;

    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly IHtmlDocument _document;
    private readonly Uri _base;
    private readonly JsonLd _json;

    public PageFields(IHtmlDocument document, Uri url)
    {
        _document = document;
        _base = HtmlPage.Base(document, url);
        _json = JsonLd.Of(document);
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            name ??= meta.GetAttribute("http-equiv");
            if (name is not null && meta.GetAttribute("content") is { } content && content.Trim().Length > 0)
            {
                _metas.TryAdd(name.Trim(), content.Trim());
            }
        }
    }

    /// <summary>Empty where the page has none.</summary>
    public string Title
    {
        get
        {
            var said = Meta("og:title") ?? _json.Text("headline", "title", "name") ?? Meta("twitter:title");
            said ??= WithoutSite(TextOf("title")) ?? TextOf("h1");
            return PlainText.Cut(PlainText.Of(said), LongestTitle);
        }
    }

    public string Description =>
        PlainText.Cut(
            PlainText.Of(
                Meta("og:description") ?? _json.Text("description") ?? Meta("twitter:description", "description")
            ),
            LongestDescription
        );

    public string? Image =>
        HtmlPage.Address(
            Meta("og:image:secure_url", "og:image:url", "og:image")
                ?? _json.Text("image", "thumbnailUrl")
                ?? Meta("twitter:image", "twitter:image:src")
                ?? _document.QuerySelector("link[rel='image_src' i]")?.GetAttribute("href"),
            _base
        );

    public string? Language =>
        Letters(_document.DocumentElement?.GetAttribute("lang"))
        ?? Letters(_document.DocumentElement?.GetAttribute("xml:lang"))
        ?? Letters(Meta("og:locale", "content-language", "language", "dc.language"))
        ?? Letters(_json.Text("inLanguage"));

    public DateTimeOffset? Published =>
        Date(Meta("article:published_time", "og:article:published_time"))
        ?? Date(_json.Text("datePublished", "datePosted", "uploadDate", "dateCreated"))
        ?? Date(Meta("datePublished", "date", "dc.date", "dcterms.created", "pubdate", "publish-date"))
        ?? Date(_document.QuerySelector("time[datetime]")?.GetAttribute("datetime"));

    public string? Author => Name(_json.Text("author", "creator") ?? Meta("author", "article:author", "dc.creator"));

    public string? SiteName => Name(Meta("og:site_name") ?? _json.Text("publisher") ?? Meta("application-name"));

    /// <summary>What the page names as its one address, where that is on the same site; canonical.</summary>
    public string? Canonical(Uri url)
    {
        var named = _document.QuerySelector("link[rel~='canonical' i][href]")?.GetAttribute("href") ?? Meta("og:url");
        return HtmlPage.Address(named, _base) is { } address && SameSite(new Uri(address), url)
            ? UrlCanonicalizer.Canonical(address)
            : null;
    }

    /// <summary>
    /// A page may speak for its own site only: elsewhere it could put its text under a stranger's address. A front page is refused too:
    /// careless templates name it on every page.
    /// </summary>
    private static bool SameSite(Uri named, Uri url) =>
        string.Equals(Host(named), Host(url), StringComparison.Ordinal)
        && named.Port == url.Port | (named.IsDefaultPort && url.IsDefaultPort)
        && (named.PathAndQuery != "/" || url.AbsolutePath == "/");

    private static string Host(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..]
            : host.StartsWith("m.", StringComparison.Ordinal) ? host[2..]
            : host;
    }

    private string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var content))
            {
                return content;
            }
        }
        return null;
    }

    private string? TextOf(string element) =>
        _document.QuerySelector(element) is { } found && found.TextContent.Trim() is { Length: > 0 } text
            ? PlainText.ToHtml(text)
            : null;

    /// <summary>"The story | The site" is the story.</summary>
    private string? WithoutSite(string? title)
    {
        if (title is null || SiteName is not { Length: > 1 } site)
        {
            return title;
        }
        var cut = title.LastIndexOf(PlainText.ToHtml(site), StringComparison.OrdinalIgnoreCase);
        var before = cut > 0 ? title[..cut].TrimEnd() : "";
        return
            before is [.., '|' or '-' or '–' or '—' or '·' or '»' or ':']
            && before[..^1].TrimEnd() is { Length: > 3 } story
            ? story
            : title;
    }

    private static string? Name(string? text) =>
        PlainText.Cut(PlainText.Of(text), LongestName) is { Length: > 0 } name
        && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? name
            : null;

    private static string? Letters(string? language) =>
        language?.Trim() is { Length: >= 2 } text
        && char.IsAsciiLetter(text[0])
        && char.IsAsciiLetter(text[1])
        && (text.Length == 2 || text[2] is '-' or '_')
            ? text[..2].ToLowerInvariant()
            : null;

    private static DateTimeOffset? Date(string? text) =>
        text is not null && FeedDates.TryParse(text, out var date) ? date : null;
}
