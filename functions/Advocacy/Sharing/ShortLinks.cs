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
    EngagementMessages engagement,
    PageRenderer pages,
    TimeProvider time
)
{
    /// <summary>302 to the post, marked with where it came from; a page that says so where the link is none of ours.</summary>
    public async Task<IResult> FollowAsync(
        string code,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (SiteLinks.ReadShort(code) is not var (postId, channel))
        {
            return await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.NotFound);
        }
        var post = await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken);
        if (post is null)
        {
            return await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.NotFound);
        }
        using var activity = Tracing.OnPost("follow short link", postId, post.Value.TraceParent);
        if (!HttpMethods.IsHead(request.Method))
        {
            await engagement.EnqueueAsync([Click(postId, channel)], cancellationToken);
        }
        return Results.Redirect(Marked(post.Value.Url, channel));
    }

    /// <summary>The URL with the UTM parameters that web statistics know.</summary>
    internal static string Marked(string url, string channel)
    {
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{url}{separator}utm_source={channel}&utm_medium=employee-advocacy";
    }

    private EngagementEvent Click(string postId, string channel) =>
        new()
        {
            Id = Ids.New(),
            Subject = postId,
            Kind = EngagementKind.AudienceClick,
            PostId = postId,
            Channel = channel,
            At = time.GetUtcNow(),
        };
}
