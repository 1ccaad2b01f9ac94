using Advocacy.Content;
using Advocacy.Engagement;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Sharing;

/// <summary>
/// Follows a short link to the post's own URL and nowhere else. It counts that somebody did, and nothing about who.
/// </summary>
public sealed class ShortLinks(
    IDocumentStore store,
    Company company,
    LinkMarks marks,
    EngagementMessages engagement,
    PageRenderer pages,
    TimeProvider time
)
{
    /// <summary>
    /// 302 to the post, marked with where it came from, after one read; a page that says so where the link is none of ours. Not 301: networks
    /// and browsers would remember it, and the parameters may change.
    /// </summary>
    public async Task<IResult> FollowAsync(
        string code,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (
            ShortCode.Read(code) is not { } mark
            || await store.ReadAsync<Post>(Containers.Posts, mark.PostId, mark.PostId, cancellationToken)
                is not { Value: var post }
        )
        {
            return await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.NotFound);
        }
        using var activity = Tracing.OnPost("follow short link", post.Id, post.TraceParent);
        if (!HttpMethods.IsHead(request.Method))
        {
            await engagement.EnqueueAsync([Click(mark)], cancellationToken);
        }
        return Results.Redirect(marks.Template.Mark(post.Url, mark));
    }

    private EngagementEvent Click(LinkMark mark) =>
        new()
        {
            Id = Ids.New(),
            Subject = mark.PostId,
            Kind = EngagementKind.AudienceClick,
            PostId = mark.PostId,
            EditionId = mark.EditionId,
            Channel = mark.Channel,
            At = time.GetUtcNow(),
        };
}
