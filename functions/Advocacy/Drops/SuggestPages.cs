using Advocacy.Content;
using Advocacy.Content.Pages;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Queue;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Drops;

/// <summary>
/// The page on which one employee suggests what colleagues might share. A suggestion is a drop: who it came from stands on its record, not in
/// the message.
/// </summary>
public sealed class SuggestPages(
    Roster roster,
    DropRecords records,
    DropLook look,
    IWorkQueue queue,
    RateLimits limits,
    SiteLinks links,
    Company company,
    PageRenderer pages,
    IOptions<DropOptions> options
)
{
    /// <summary>Looked up where a token names nobody, so that a wrong one takes the same way as one of somebody who is gone.</summary>
    private const string Nobody = "nobody";

    private RateLimit PerDay => new(RateLimits.Suggestion, options.Value.SuggestionsADay, TimeSpan.FromHours(24));

    private RateLimit Looks => new(RateLimits.SuggestionLook, options.Value.LooksAnHour, TimeSpan.FromHours(1));

    public async Task<IResult> ShowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    ) =>
        await FindAsync(token, cancellationToken) is { } employee
            ? await PageAsync(
                employee,
                new SuggestEntry(),
                view => view with { IsSent = request.Query.ContainsKey("sent") },
                cancellationToken
            )
            : await ProblemAsync(request, cancellationToken);

    public async Task<IResult> EnterAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (
            await FindAsync(token, cancellationToken) is not { } employee
            || await PostedForm.ReadAsync(request, cancellationToken, longestValue: 32 * 1024) is not { } form
        )
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var entry = SuggestEntry.Of(form);
        return form["do"].ToString() == "send"
            ? await SendAsync(token, employee, entry, cancellationToken)
            : await LookAsync(employee, entry, cancellationToken);
    }

    private async Task<IResult> LookAsync(Employee employee, SuggestEntry entry, CancellationToken cancellationToken)
    {
        if (await limits.TakeAsync(Looks, employee.Id, null, cancellationToken) is not null)
        {
            return await TooManyAsync(employee, entry, cancellationToken);
        }
        var answer = await look.DescribeAsync(entry.Url, cancellationToken);
        if (answer is PageAnswer.Described described && entry.Title.Length == 0)
        {
            entry = entry with { Title = described.Page.Title };
        }
        var read = ContentDropReader.Read(entry.ToJson(Ids.New()));
        var drop =
            read.Drop is { Title: not null } good && answer is PageAnswer.Described found
                ? good with
                {
                    Image = found.Page.ImageUrl,
                    Summary = PlainText.ToHtml(found.Page.Description),
                }
                : read.Drop;
        var preview = drop is { Title: not null } ? await look.PreviewAsync(drop, cancellationToken) : null;
        return await PageAsync(
            employee,
            entry,
            view =>
                view with
                {
                    Faults = [.. DropFaults.Of(read.Defects, [0]).Where(fault => fault == "url")],
                    Preview = preview,
                    NeedsTitle = answer is PageAnswer.Failed,
                },
            cancellationToken
        );
    }

    private async Task<IResult> SendAsync(
        string token,
        Employee employee,
        SuggestEntry entry,
        CancellationToken cancellationToken
    )
    {
        var dropId = Ids.New();
        var message = entry.ToJson(dropId);
        var read = ContentDropReader.Read(message);
        if (read.Drop is not { } drop)
        {
            return await PageAsync(
                employee,
                entry,
                view => view with { Faults = DropFaults.Of(read.Defects, [0]), NeedsTitle = entry.Title.Length > 0 },
                cancellationToken,
                StatusCodes.Status400BadRequest
            );
        }
        if (await limits.TakeAsync(PerDay, employee.Id, null, cancellationToken) is not null)
        {
            return await TooManyAsync(employee, entry, cancellationToken);
        }
        await records.AddAsync(
            dropId,
            UrlCanonicalizer.Canonical(drop.Url)!,
            employee.Id,
            entry.ShowName,
            cancellationToken
        );
        await queue.EnqueueAsync(Queues.Content, [message], cancellationToken: cancellationToken);
        return new SeeOther($"/suggest/{token}?sent");
    }

    private async Task<Employee?> FindAsync(string token, CancellationToken cancellationToken) =>
        await roster.FindAsync(links.ReadSuggest(token) ?? Nobody, cancellationToken);

    private Task<IResult> TooManyAsync(Employee employee, SuggestEntry entry, CancellationToken cancellationToken) =>
        PageAsync(
            employee,
            entry,
            view => view with { TooMany = true },
            cancellationToken,
            StatusCodes.Status429TooManyRequests
        );

    private async Task<IResult> PageAsync(
        Employee employee,
        SuggestEntry entry,
        Func<SuggestView, SuggestView> with,
        CancellationToken cancellationToken,
        int status = StatusCodes.Status200OK
    ) =>
        await pages.PageAsync<SuggestPage, SuggestView>(
            with(
                new SuggestView
                {
                    Company = await company.ProfileAsync(cancellationToken),
                    Language = PageLanguage.Known(employee.Language),
                    Entry = entry,
                }
            ),
            status
        );

    private async Task<IResult> ProblemAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.Link);
}
