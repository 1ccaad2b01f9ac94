using Advocacy.Content;
using Advocacy.Local.Pages;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Local;

/// <summary>The posts with their tone, status and texts.</summary>
internal sealed class PostPages(LocalFrames frames, LocalFigures figures, Company company, PageRenderer pages)
{
    public async Task<IResult> PostsAsync(string? status, int page, CancellationToken cancellationToken)
    {
        var wanted = Enum.TryParse<PostStatus>(status, ignoreCase: true, out var parsed) ? parsed : (PostStatus?)null;
        var profile = await company.ProfileAsync(cancellationToken);
        var all = await figures.AllAsync<Post>(Containers.Posts, cancellationToken);
        var sources = (await figures.AllAsync<FeedSource>(Containers.Sources, cancellationToken)).ToDictionary(
            source => source.Id,
            source => source.Name
        );
        var shown = all.Where(post => wanted is null || post.Status == wanted)
            .OrderByDescending(post => post.PublishedAt)
            .ToList();
        return await pages.PageAsync<PostsPage, PostsView>(
            new PostsView
            {
                Frame = await frames.NowAsync(cancellationToken),
                Status = wanted,
                Counts = LocalFigures.Count(all),
                Posts =
                [
                    .. LocalFrames
                        .Part(shown, page)
                        .Select(post => new PostRow(
                            post,
                            post.SourceId is { } id ? sources.GetValueOrDefault(id, "a feed") : "dropped",
                            [
                                .. post.ShareTexts.Select(text => new OfferedText(
                                    Disclosure.Compose(text, post, profile),
                                    text.Language,
                                    text.Channel
                                )),
                            ]
                        )),
                ],
                Paging = new Paging(Math.Max(page, 1), LocalFrames.RowsOnAPage, shown.Count),
            }
        );
    }
}
