using Advocacy.Access;
using Advocacy.Content;
using Advocacy.Content.Sources;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Desk;

/// <summary>The review desk: what waits for a person, and everything that a person can do with a post.</summary>
public sealed class DeskPages(
    DeskList list,
    DeskWork work,
    DeskReader reader,
    DeskPostViews views,
    DeskPreview preview,
    SourceList sources,
    FailureLog failures,
    CommsAccess access,
    Company company,
    PageRenderer pages,
    TimeProvider time,
    IOptions<RosterOptions> roster
)
{
    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(roster.Value.DefaultTimeZone);

    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async person =>
            {
                var found = await list.FindAsync(DeskFilter.Of(request.Query), Zone, cancellationToken);
                var failed = await failures.InStateAsync(FailedMessageState.Kept, cancellationToken);
                var named = await sources.AllAsync(cancellationToken);
                return await pages.PageAsync<DeskPage, DeskView>(
                    new DeskView(await FrameAsync(request, person, named, cancellationToken), found, failed.Count)
                );
            },
            cancellationToken
        );

    public Task<IResult> ShowAsync(string id, HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async person =>
                await work.FindAsync(id, cancellationToken) is { } stored
                    ? await PostAsync(
                        request,
                        person,
                        stored,
                        view =>
                            view with
                            {
                                TextId = request.Query["text"].ToString() is { Length: > 0 and < 100 } text
                                    ? text
                                    : null,
                                Done = EnumName.Of<DeskAct>(request.Query["done"], ignoreCase: true),
                            },
                        StatusCodes.Status200OK,
                        cancellationToken
                    )
                    : await access.ProblemAsync(request, Problem.NotFound, cancellationToken),
            cancellationToken
        );

    /// <summary>The mail block of the post as an employee gets it; framed by the post's page.</summary>
    public Task<IResult> MailAsync(string id, HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async _ =>
                await work.FindAsync(id, cancellationToken) is { } stored
                    ? MailFrame.Of(
                        preview.Html(
                            stored.Value,
                            request.Query["text"],
                            await company.ProfileAsync(cancellationToken),
                            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime)
                        )
                    )
                    : await access.ProblemAsync(request, Problem.NotFound, cancellationToken),
            cancellationToken
        );

    /// <summary>The fields <c>do</c> and <c>etag</c>, and those of the act.</summary>
    public Task<IResult> DecideAsync(string id, HttpRequest request, CancellationToken cancellationToken = default) =>
        access.PostAsync(
            request,
            async (person, form) =>
            {
                if (await work.FindAsync(id, cancellationToken) is not { } stored)
                {
                    return await access.ProblemAsync(request, Problem.NotFound, cancellationToken);
                }
                if (reader.Read(form, stored.Value, Zone) is not { } entered)
                {
                    return await access.ProblemAsync(request, Problem.BadRequest, cancellationToken);
                }
                if (entered.Change is not { } change)
                {
                    return await PostAsync(
                        request,
                        person,
                        // With the tag that the form came with: what came between is still found out.
                        stored with
                        {
                            ETag = form["etag"].ToString(),
                        },
                        view => view with { Entered = entered },
                        StatusCodes.Status400BadRequest,
                        cancellationToken
                    );
                }
                var order = new DeskOrder(id, form["etag"].ToString(), entered.Act, person.Name, entered.Note, change);
                return await work.DoAsync(order, cancellationToken) switch
                {
                    DeskResult.Done => new SeeOther($"/desk/{id}?done={entered.Act.ToString().ToLowerInvariant()}"),
                    DeskResult.Changed changed => await PostAsync(
                        request,
                        person,
                        changed.Now,
                        view =>
                            view with
                            {
                                Entered = entered,
                                IsChanged = true,
                                Differences = DeskChanges.Between(changed.Now.Value, change(changed.Now.Value)),
                            },
                        StatusCodes.Status409Conflict,
                        cancellationToken
                    ),
                    _ => await access.ProblemAsync(request, Problem.NotFound, cancellationToken),
                };
            },
            cancellationToken
        );

    private async Task<IResult> PostAsync(
        HttpRequest request,
        CommsPerson person,
        Stored<Post> stored,
        Func<DeskPostView, DeskPostView> with,
        int status,
        CancellationToken cancellationToken
    )
    {
        var source = stored.Value.SourceId is { } id ? await sources.FindAsync(id, cancellationToken) : null;
        var frame = await FrameAsync(request, person, source is null ? [] : [source], cancellationToken);
        return await pages.PageAsync<DeskPostPage, DeskPostView>(
            with(await views.OfAsync(stored, frame, cancellationToken)),
            status
        );
    }

    /// <param name="named">The sources that the page names: one of them may hold a thousand entries, so a post's page reads its own.</param>
    private async Task<DeskFrame> FrameAsync(
        HttpRequest request,
        CommsPerson person,
        IEnumerable<FeedSource> named,
        CancellationToken cancellationToken
    ) =>
        new(
            await company.ProfileAsync(cancellationToken),
            PageLanguage.Of(request.Headers.AcceptLanguage),
            person.FormToken,
            Zone,
            time.GetUtcNow(),
            named.ToDictionary(source => source.Id, source => source.Name)
        );
}
