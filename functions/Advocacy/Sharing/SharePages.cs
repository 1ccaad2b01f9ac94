using Advocacy.Platform.Pages;
using Advocacy.Platform.Telemetry;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Sharing;

/// <summary>The page on which an employee shares one post of a digest, and what came of it.</summary>
public sealed class SharePages(
    SharedPosts posts,
    ShareViews views,
    ShareEvents events,
    Company company,
    PageRenderer pages
)
{
    // 3,000 characters, each of which may be nine bytes in a form.
    private const int LongestField = 32 * 1024;

    /// <summary>Shows the page, and changes nothing: scanners open it too, and run its script.</summary>
    public async Task<IResult> ShowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await posts.FindAsync(token, cancellationToken) is not { } shared)
        {
            return await ProblemAsync(request, Problem.Link, cancellationToken);
        }
        var view = await views.OfAsync(shared, cancellationToken);
        return await PageAsync(view with { Told = ShareWords.ToldOf(request.Query["told"]) });
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
        if (await posts.FindAsync(token, cancellationToken) is not { } shared)
        {
            return await ProblemAsync(request, Problem.Link, cancellationToken);
        }
        using var activity = Tracing.OnPost("view share page", shared.Post.Id, shared.Post.TraceParent);
        await events.OpenedAsync(shared, cancellationToken);
        return Results.NoContent();
    }

    /// <summary>
    /// One of the page's forms. "I shared this" and "not for me" are answered with 303 to the page. A text is kept nowhere, not even in an
    /// address: the answer to it is the page with that text in it.
    /// </summary>
    public async Task<IResult> TellAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var form = await PostedForm.ReadAsync(request, cancellationToken, LongestField);
        if (await posts.FindAsync(token, cancellationToken) is not { } shared)
        {
            return await ProblemAsync(request, Problem.Link, cancellationToken);
        }
        if (form is null)
        {
            return await ProblemAsync(request, Problem.BadRequest, cancellationToken);
        }
        switch (form["section"].ToString())
        {
            case ShareWords.TextSection:
                return await PageAsync(await views.OfAsync(shared, form["text"].ToString(), cancellationToken));
            case ShareWords.NotForMeSection:
                using (Tracing.OnPost("not for me", shared.Post.Id, shared.Post.TraceParent))
                {
                    await events.NotForMeAsync(shared, ShareWords.ReasonOf(form["reason"]), cancellationToken);
                }
                return new SeeOther(ShareWords.LocationOf(Told.NotForMe));
            default:
                using (Tracing.OnPost("share", shared.Post.Id, shared.Post.TraceParent))
                {
                    await events.SharedAsync(shared, ShareWords.ChannelOf(form["channel"]), cancellationToken);
                }
                return new SeeOther(ShareWords.LocationOf(Told.Shared));
        }
    }

    private Task<IResult> PageAsync(ShareView view) => pages.PageAsync<SharePage, ShareView>(view);

    private async Task<IResult> ProblemAsync(
        HttpRequest request,
        Problem problem,
        CancellationToken cancellationToken
    ) => await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, problem);
}
