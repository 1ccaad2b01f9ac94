using System.Globalization;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement.Traffic;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Engagement.Mails;

/// <summary>
/// Leads on from a mail of somebody who consented to measurement, to where the direct link leads, and tells that it was followed. The GET cannot
/// know a person from a scanner: what it tells goes through the rules. A link makes one event a minute at most, however often it is called.
/// </summary>
public sealed class MeasuredLinks(
    IDocumentStore store,
    SiteLinks links,
    Company company,
    EngagementMessages engagement,
    PageRenderer pages,
    TimeProvider time
)
{
    /// <summary>A transparent GIF of one pixel.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    );

    /// <returns>302 to the post or the share page; the pixel; 204 for the link that no person sees; a page that says so where it is none of ours.</returns>
    public async Task<IResult> FollowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (links.ReadMeasured(token, out var counts) is not { } link)
        {
            return await NotFoundAsync(request, cancellationToken);
        }
        var id = Delivery.IdOf(link.EmployeeId, link.EditionId);
        var delivery = (
            await store.ReadAsync<Delivery>(Containers.Deliveries, link.EmployeeId, id, cancellationToken)
        )?.Value;
        var answer = await AnswerAsync(link, delivery, request, cancellationToken);
        if (counts && delivery is not null && !HttpMethods.IsHead(request.Method))
        {
            await engagement.EnqueueAsync(
                [Event(link, delivery, RequestRules.Of(request), time.GetUtcNow())],
                cancellationToken
            );
        }
        return answer;
    }

    private async Task<IResult> AnswerAsync(
        MailLink link,
        Delivery? delivery,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        switch (link.Kind)
        {
            case MailLinkKind.Open:
                return Results.Bytes(Pixel, "image/gif");
            case MailLinkKind.Canary:
                return Results.NoContent();
            case MailLinkKind.Share:
                return Results.Redirect(links.SharePage(new SharedPick(link.EmployeeId, link.EditionId, link.Index)));
            default:
                var post = delivery?.Picks.ElementAtOrDefault(link.Index)?.PostId is { } postId
                    ? await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken)
                    : null;
                return post is null
                    ? await NotFoundAsync(request, cancellationToken)
                    : Results.Redirect(post.Value.Url);
        }
    }

    /// <summary>Of the mail as a whole where it is about none of its posts: then its post is the edition, as where nobody is named.</summary>
    private static EngagementEvent Event(MailLink link, Delivery delivery, string? rule, DateTimeOffset at)
    {
        var isOfPost = link.Kind is MailLinkKind.Read or MailLinkKind.Share;
        var pick = isOfPost ? delivery.Picks.ElementAtOrDefault(link.Index) : null;
        var minute = (at.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);
        return new EngagementEvent
        {
            Id = Ids.Of("measured", link.ToString(), minute, rule ?? ""),
            Subject = link.EmployeeId,
            Kind = link.Kind == MailLinkKind.Open ? EngagementKind.MailOpened : EngagementKind.LinkClicked,
            PostId = pick?.PostId ?? link.EditionId,
            TextId = pick?.TextId,
            EditionId = link.EditionId,
            Link = link.Kind switch
            {
                MailLinkKind.Read => "read",
                MailLinkKind.Share => "share",
                MailLinkKind.Canary => MailTraffic.CanaryLink,
                _ => null,
            },
            Rule = link.Kind == MailLinkKind.Canary ? rule ?? MailTraffic.Canary : rule,
            MinutesFromMail = MailArrival.Of(delivery) is { } arrived
                ? Math.Max(0, (int)(at - arrived).TotalMinutes)
                : null,
            At = at,
        };
    }

    private async Task<IResult> NotFoundAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.NotFound);
}
