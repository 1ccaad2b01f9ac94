using Advocacy.Content;
using Advocacy.Engagement;
using Advocacy.Engagement.Traffic;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Sharing;

/// <summary>
/// Follows a short link to the post's own URL and nowhere else. It counts that somebody did, of which post, channel and hour, and nothing about who; what a machine did is counted with the rule that says so.
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
            await engagement.EnqueueAsync([Click(mark, RequestRules.Of(request))], cancellationToken);
        }
        return Results.Redirect(marks.Template.Mark(post.Url, mark));
    }

    /// <summary>With the hour and no more: who knows when a colleague's friend came must not find them here.</summary>
    private EngagementEvent Click(LinkMark mark, string? rule) =>
        new()
        {
            Id = Ids.New(),
            Subject = mark.PostId,
            Kind = EngagementKind.AudienceClick,
            PostId = mark.PostId,
            EditionId = mark.EditionId,
            Channel = mark.Channel,
            Rule = rule,
            At = HourOf(time.GetUtcNow()),
        };

    private static DateTimeOffset HourOf(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerHour));
}
