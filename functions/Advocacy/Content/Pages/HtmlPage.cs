using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Content.Feeds;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Advocacy.Content.Pages;

/// <summary>A fetched page as a document. Nothing in it is run or loaded.</summary>
internal static partial class HtmlPage
{
    private const int SearchedForCharset = 4_096;

    /// <summary>Whether this may be HTML: servers that name no type, or say just "text", are given the benefit of the doubt.</summary>
    public static bool IsHtml(string? mediaType) =>
        mediaType is null or "text/html" or "application/xhtml+xml" or "application/xml" or "text/xml" or "text/plain";

    /// <summary>What the page says of itself, without its text. Never throws: what is no HTML is a document with little in it.</summary>
    public static IHtmlDocument Parse(FetchResult.Fetched fetched) =>
        new HtmlParser().ParseDocument(PageOutline.Of(Text(fetched)));

    /// <summary>The address that relative ones are relative to.</summary>
    public static Uri Base(IHtmlDocument document, Uri url) =>
        document.QuerySelector("base[href]")?.GetAttribute("href") is { } href
        && Uri.TryCreate(url, href.Trim(), out var named)
        && named.Scheme is "http" or "https"
            ? named
            : url;

    /// <summary>The absolute http(s) address that an attribute holds; <c>null</c> where it holds none.</summary>
    public static string? Address(string? value, Uri from) =>
        value is not null && Uri.TryCreate(from, value.Trim(), out var uri)
            ? UrlCanonicalizer.Absolute(uri.AbsoluteUri)
            : null;

    /// <summary>As browsers decide it: byte order mark, HTTP, what the page itself says; then UTF-8, its stray bytes as windows-1252.</summary>
    private static string Text(FetchResult.Fetched fetched)
    {
        var bytes = fetched.Body;
        var head = Encoding.Latin1.GetString(bytes.Span[..Math.Min(bytes.Length, SearchedForCharset)]);
        var said = MetaCharset().Match(head).Groups["name"].Value;
        var charset = fetched.Charset ?? (said.Length > 0 ? said : null);
        using var stream = fetched.Open();
        using var text = new FeedText(stream, charset, new FeedWarnings(), CancellationToken.None);
        var result = new StringBuilder(bytes.Length);
        var chunk = new char[16 * 1_024];
        while (text.Read(chunk) is > 0 and var read)
        {
            result.Append(chunk, 0, read);
        }
        return result.ToString();
    }

    [GeneratedRegex(
        """<meta[^>]{0,500}?charset\s*=\s*["']?(?<name>[A-Za-z0-9._:-]{1,40})""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MetaCharset();
}
