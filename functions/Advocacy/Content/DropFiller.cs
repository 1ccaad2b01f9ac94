using Advocacy.Content.Pages;

namespace Advocacy.Content;

/// <summary>A page that a drop needs could not be read just now; the message says why. The queue tries again.</summary>
public sealed class PageNotReadException(string message) : Exception(message);

/// <summary>Asks the page itself for what a drop leaves open: everything, where it is a bare address; where a short link really leads.</summary>
public sealed class DropFiller(PageMetadataReader pages)
{
    /// <returns>The drop with a title, or why there is none: then no further try can help.</returns>
    /// <exception cref="PageNotReadException">Another try may help.</exception>
    public async Task<(ContentDrop? Drop, string? Refusal)> FillAsync(
        ContentDrop drop,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(drop);
        if (drop.Title is not null && !ShortLinkHosts.Has(drop.Url))
        {
            return (drop, null);
        }
        return await pages.DescribeAsync(drop.Url, cancellationToken) switch
        {
            PageAnswer.Described described => (Filled(drop, described.Page), null),
            PageAnswer.Failed { IsPassing: true } failed => throw new PageNotReadException(Sentence(failed)),
            // With a title the short link itself will do.
            PageAnswer.Failed failed when drop.Title is null => (null, Sentence(failed)),
            _ => (drop, null),
        };
    }

    private static string Sentence(PageAnswer.Failed failed) =>
        $"The drop has no title, and its page could not be read. {failed.Reason}";

    private static ContentDrop Filled(ContentDrop drop, PageMetadata page) =>
        drop with
        {
            Url = page.Url,
            Title = drop.Title ?? PlainText.ToHtml(page.Title),
            Summary = drop.Summary ?? PlainText.ToHtml(page.Description),
            Image = drop.Image ?? page.ImageUrl,
            Language = drop.Language ?? page.Language,
            PublishedAt = drop.PublishedAt ?? page.PublishedAt,
        };
}
