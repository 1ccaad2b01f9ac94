using Advocacy.Access;
using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Drops;

/// <summary>The form on which the comms team drops content. What it sends goes the way of every drop: reader, queue, tone gate.</summary>
public sealed class DropPages(
    IDocumentStore store,
    IWorkQueue queue,
    DropLook look,
    DropChecks checks,
    DropRecords records,
    CommsAccess access,
    Company company,
    PageRenderer pages,
    IOptions<RosterOptions> roster
)
{
    private const int MostUnitsOffered = 200;

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(roster.Value.DefaultTimeZone);

    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            person => FormAsync(request, person, new DropEntry(), view => view, cancellationToken),
            cancellationToken
        );

    /// <summary><c>do</c> is look (the card and the tone), more (another row for a text) or drop.</summary>
    public Task<IResult> EnterAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.PostAsync(
            request,
            (person, form) =>
            {
                var entry = DropEntry.Of(form);
                return form["do"].ToString() switch
                {
                    "drop" => DropAsync(request, person, entry, cancellationToken),
                    "more" => LookAsync(
                        request,
                        person,
                        entry with
                        {
                            Texts = [.. entry.Texts, new TextEntry("", "", "")],
                        },
                        cancellationToken
                    ),
                    _ => LookAsync(request, person, entry, cancellationToken),
                };
            },
            cancellationToken
        );

    private async Task<IResult> LookAsync(
        HttpRequest request,
        CommsPerson person,
        DropEntry entry,
        CancellationToken cancellationToken
    )
    {
        string? problem = null;
        if (entry.Url != entry.Looked || entry.Title.Length == 0)
        {
            var answer = await look.DescribeAsync(entry.Url, cancellationToken);
            problem = (answer as PageAnswer.Failed)?.Reason;
            entry = answer is PageAnswer.Described described ? Filled(entry, described.Page) : entry;
        }
        var read = ContentDropReader.Read(entry.ToJson(Ids.New(), Zone));
        var preview = read.Drop is { Title: not null } drop ? await look.PreviewAsync(drop, cancellationToken) : null;
        return await FormAsync(
            request,
            person,
            entry,
            view =>
                view with
                {
                    // Nothing was sent yet, so only an address that cannot be one is called wrong.
                    Faults = [.. DropFaults.Of(read.Defects, entry.FilledRows).Where(fault => fault == "url")],
                    Preview = preview,
                    PageProblem = problem,
                    IsOpen = true,
                },
            cancellationToken
        );
    }

    /// <summary>What the page says of itself takes the place of what another page said; what was typed for this one stays.</summary>
    private static DropEntry Filled(DropEntry entry, PageMetadata page)
    {
        var isOther = entry.Looked.Length > 0 && entry.Looked != entry.Url;
        string Take(string entered, string said) => isOther || entered.Length == 0 ? said : entered;
        return entry with
        {
            Looked = entry.Url,
            Title = Take(entry.Title, page.Title),
            Summary = Take(entry.Summary, page.Description),
            Image = Take(entry.Image, page.ImageUrl ?? ""),
            Language = Take(entry.Language, page.Language ?? ""),
        };
    }

    private async Task<IResult> DropAsync(
        HttpRequest request,
        CommsPerson person,
        DropEntry entry,
        CancellationToken cancellationToken
    )
    {
        var dropId = Ids.New();
        var message = entry.ToJson(dropId, Zone);
        var read = ContentDropReader.Read(message);
        var defects = await checks.DefectsAsync(read, cancellationToken);
        if (read.Drop is not { } drop || defects.Count > 0)
        {
            return await FormAsync(
                request,
                person,
                entry,
                view => view with { Faults = DropFaults.Of(defects, entry.FilledRows), IsOpen = true },
                cancellationToken,
                StatusCodes.Status400BadRequest
            );
        }
        // The record first: a crash between the two leaves one that waits, and the person sees an error and sends again.
        await records.AddAsync(dropId, UrlCanonicalizer.Canonical(drop.Url)!, cancellationToken: cancellationToken);
        await queue.EnqueueAsync(Queues.Content, [message], cancellationToken: cancellationToken);
        return new SeeOther($"/drop/{dropId}");
    }

    public Task<IResult> ShowStateAsync(
        string id,
        HttpRequest request,
        CancellationToken cancellationToken = default
    ) =>
        access.ShowAsync(
            request,
            async person =>
            {
                if (await records.FindAsync(id, cancellationToken) is not { } record)
                {
                    return await access.ProblemAsync(request, Problem.NotFound, cancellationToken);
                }
                var post = record.PostId is { } postId
                    ? await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken)
                    : null;
                return await pages.PageAsync<DropStatePage, DropStateView>(
                    new DropStateView
                    {
                        Company = await company.ProfileAsync(cancellationToken),
                        Language = PageLanguage.Of(request.Headers.AcceptLanguage),
                        FormToken = person.FormToken,
                        DropId = id,
                        Record = record,
                        Post = post?.Value,
                        IsLeaving = request.Query.ContainsKey("leaving"),
                    }
                );
            },
            cancellationToken
        );

    /// <summary>Takes the drop back, by a drop of its own.</summary>
    public Task<IResult> WithdrawAsync(string id, HttpRequest request, CancellationToken cancellationToken = default) =>
        access.PostAsync(
            request,
            async (_, _) =>
            {
                if (await records.FindAsync(id, cancellationToken) is not { } record)
                {
                    return await access.ProblemAsync(request, Problem.NotFound, cancellationToken);
                }
                if (record.State is DropState.Waiting or DropState.TakenIn)
                {
                    await queue.EnqueueAsync(
                        Queues.Content,
                        [DropWithdrawal.Json(id)],
                        cancellationToken: cancellationToken
                    );
                }
                return new SeeOther($"/drop/{id}?leaving");
            },
            cancellationToken
        );

    private async Task<IResult> FormAsync(
        HttpRequest request,
        CommsPerson person,
        DropEntry entry,
        Func<DropView, DropView> with,
        CancellationToken cancellationToken,
        int status = StatusCodes.Status200OK
    )
    {
        var view = with(
            new DropView
            {
                Company = await company.ProfileAsync(cancellationToken),
                Language = PageLanguage.Of(request.Headers.AcceptLanguage),
                FormToken = person.FormToken,
                Entry = entry with { Texts = RowsOf(entry.Texts) },
            }
        );
        // The form as it is first shown asks for an address only.
        return await pages.PageAsync<DropPage, DropView>(
            view.IsOpen ? view with { Units = await UnitsAsync(cancellationToken) } : view,
            status
        );
    }

    private static IReadOnlyList<TextEntry> RowsOf(IReadOnlyList<TextEntry> texts) =>
        [
            .. texts
                .Concat(Enumerable.Repeat(new TextEntry("", "", ""), Math.Max(0, DropEntry.FewestTexts - texts.Count)))
                .Take(ContentDropReader.MostTexts),
        ];

    /// <summary>Of the first people on the roster: a suggestion for the form's field, which takes any other unit too.</summary>
    private async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancellationToken)
    {
        var page = await store.QueryAsync<Employee>(
            new Query(Containers.Employees) { PageSize = 1_000 },
            cancellationToken
        );
        return
        [
            .. page
                .Items.Select(stored => stored.Value.Unit)
                .Where(unit => unit.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Take(MostUnitsOffered),
        ];
    }
}
