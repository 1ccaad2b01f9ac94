using System.Globalization;

namespace Advocacy.Content.Pages;

/// <summary>Fetches a web page and reads what it says about itself. Nothing is stored.</summary>
public sealed class PageMetadataReader(WebFetcher fetcher)
{
    /// <summary>Bounded in bytes, time and redirects by <see cref="FetchOptions"/>; everything that goes wrong is an answer.</summary>
    /// <param name="url">Absolute, http(s).</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PageAnswer> DescribeAsync(string url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (UrlCanonicalizer.Absolute(url) is not { } address)
        {
            return Lasting("It is no absolute http or https address without a user name.");
        }
        return await fetcher.FetchPageAsync(new Uri(address), cancellationToken) switch
        {
            FetchResult.Fetched fetched => Described(fetched),
            FetchResult.Gone => Lasting("HTTP 410: the page is gone."),
            FetchResult.Failed failed => new PageAnswer.Failed(failed.Reason, failed.Fault != FetchFault.Lasting),
            _ => Lasting("The server said that nothing changed, which nobody asked."),
        };
    }

    private static PageAnswer Described(FetchResult.Fetched fetched)
    {
        if (!HtmlPage.IsHtml(fetched.MediaType))
        {
            return Lasting(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It is {fetched.MediaType}, no web page, and cannot say what it is about: give it a title."
                )
            );
        }
        var fields = new PageFields(HtmlPage.Parse(fetched), fetched.Url);
        if (fields.Title is not { Length: > 0 } title)
        {
            return Lasting("The page names no title: give it one.");
        }
        var ended = UrlCanonicalizer.Canonical(fetched.Url.AbsoluteUri);
        if ((fields.Canonical(fetched.Url) ?? ended) is not { } canonical)
        {
            return Lasting("Its redirects end at an address that is too long.");
        }
        return new PageAnswer.Described(
            new PageMetadata
            {
                Url = canonical,
                Title = title,
                Description = fields.Description,
                ImageUrl = fields.Image,
                Language = fields.Language,
                PublishedAt = fields.Published,
                Author = fields.Author,
                SiteName = fields.SiteName,
            }
        );
    }

    private static PageAnswer.Failed Lasting(string reason) => new(reason, IsPassing: false);
}
