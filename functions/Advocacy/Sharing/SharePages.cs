using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Sharing;

/// <summary>The page on which an employee shares one post of a digest, and what came of it.</summary>
public sealed class SharePages(
    IDocumentStore store,
    Roster roster,
    ConsentLedger consents,
    Company company,
    SiteLinks links,
    Pseudonyms pseudonyms,
    EngagementMessages engagement,
    PageRenderer pages,
    TimeProvider time
)
{
    /// <summary>Shows the page, and changes nothing: scanners open it too, and run its script.</summary>
    public async Task<IResult> ShowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not { } found)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        return await PageAsync(found, thanks: false, cancellationToken);
    }

    /// <summary>
    /// A person uses the page: its script says so at their first click, which a scanner does not make. Noted only for people who consented to
    /// measurement.
    /// </summary>
    public async Task<IResult> OpenedAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not { } found)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        using var activity = Tracing.OnPost("view share page", found.Post.Id, found.Post.TraceParent);
        if (await IsMeasuredAsync(found, cancellationToken))
        {
            await engagement.EnqueueAsync([Viewed(found)], cancellationToken);
        }
        return Results.NoContent();
    }

    /// <summary>"I shared this": one per person and post, whatever the network and however often it is pressed.</summary>
    public async Task<IResult> SharedAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not { } found)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        using var activity = Tracing.OnPost("share", found.Post.Id, found.Post.TraceParent);
        var form = request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : null;
        var channel =
            form?["channel"].ToString() is { } given && ShareChannels.IsKnown(given) ? given : ShareChannels.Other;
        var counted = await consents.AllowsAsync(found.Employee.Id, ConsentPurpose.ShareStatistics, cancellationToken);
        await engagement.EnqueueAsync([Shared(found, channel, counted)], cancellationToken);
        return await PageAsync(found, thanks: true, cancellationToken);
    }

    private async Task<Found?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (links.ReadShare(token) is not { } shared)
        {
            return null;
        }
        var id = Delivery.IdOf(shared.EmployeeId, shared.EditionId);
        var delivery = await store.ReadAsync<Delivery>(Containers.Deliveries, shared.EmployeeId, id, cancellationToken);
        var employee = await roster.FindAsync(shared.EmployeeId, cancellationToken);
        if (
            delivery is null
            || employee is null
            || delivery.Value.Picks.ElementAtOrDefault(shared.Index) is not { } pick
        )
        {
            return null;
        }
        var post = await store.ReadAsync<Post>(Containers.Posts, pick.PostId, pick.PostId, cancellationToken);
        return
            post?.Value.IsOfferableAt(time.GetUtcNow()) == true
            && post.Value.ShareTexts.FirstOrDefault(text => text.Id == pick.TextId) is { } chosen
            ? new Found(employee, delivery.Value, post.Value, chosen)
            : null;
    }

    private async Task<IResult> PageAsync(Found found, bool thanks, CancellationToken cancellationToken)
    {
        var profile = await company.ProfileAsync(cancellationToken);
        var post = found.Post;
        return await pages.PageAsync<SharePage, ShareView>(
            new ShareView
            {
                Company = profile,
                Language = found.Employee.Language,
                Title = post.Title,
                Summary = post.Summary,
                ImageUrl = post.ImageUrl,
                PostLanguage = post.Language,
                PostUrl = post.Url,
                ShareUrl = links.ShortLink(post.Id, found.Text.Channel ?? ShareChannels.Other),
                Text = Disclosure.Compose(found.Text, post, profile),
                Disclosure = Disclosure.WordsIn(found.Text, post, profile),
                Commercial = post.Commercial,
                Thanks = thanks,
                TellsOpening = await IsMeasuredAsync(found, cancellationToken),
            }
        );
    }

    private Task<bool> IsMeasuredAsync(Found found, CancellationToken cancellationToken) =>
        consents.AllowsAsync(found.Employee.Id, ConsentPurpose.ClickMeasurement, cancellationToken);

    private async Task<IResult> ProblemAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.Link);

    private EngagementEvent Viewed(Found found) =>
        new()
        {
            // A page that is opened twice was opened once: what counts is that the mail led there.
            Id = Ids.Of("viewed", found.Delivery.Id, found.Post.Id),
            Subject = found.Employee.Id,
            Kind = EngagementKind.SharePageViewed,
            PostId = found.Post.Id,
            EditionId = found.Delivery.EditionId,
            At = time.GetUtcNow(),
        };

    private EngagementEvent Shared(Found found, string channel, bool counted) =>
        new()
        {
            // Without consent the id must not lead back to the person: nobody without the installation's key can make it again.
            Id = counted
                ? Ids.Of("shared", found.Delivery.Id, found.Post.Id)
                : pseudonyms.OfEvent("shared", found.Delivery.Id, found.Post.Id),
            Subject = counted ? found.Employee.Id : found.Post.Id,
            Kind = EngagementKind.Shared,
            PostId = found.Post.Id,
            EditionId = found.Delivery.EditionId,
            Channel = channel,
            At = time.GetUtcNow(),
        };

    private sealed record Found(Employee Employee, Delivery Delivery, Post Post, ShareText Text);
}
