using System.Globalization;
using Advocacy.Access;
using Advocacy.Content;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Queue;
using Advocacy.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Failures;

/// <summary>The comms team's page of failed messages. They may name people, and are shown here and nowhere else.</summary>
public sealed class FailurePages(
    FailureLog failures,
    IWorkQueue queue,
    CommsAccess access,
    Company company,
    PageRenderer pages,
    DropChecks checks,
    IOptions<RosterOptions> roster
)
{
    /// <summary>Characters of a message that fit into a form as fields are limited.</summary>
    internal const int LongestToMend = 20_000;

    internal const int LongestNote = 500;
    private const int RowsOnAPage = 25;

    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            person => PageAsync(request, person, null, StatusCodes.Status200OK, cancellationToken),
            cancellationToken
        );

    /// <summary>The fields <c>id</c>, <c>do</c> (<c>retry</c> or <c>discard</c>), <c>body</c> and <c>note</c>.</summary>
    public Task<IResult> DecideAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.PostAsync(
            request,
            (person, form) =>
                form["do"].ToString() == "discard"
                    ? DiscardAsync(request, person, form, cancellationToken)
                    : RetryAsync(request, person, form, cancellationToken),
            cancellationToken,
            // Each character of the text may be nine bytes in a form.
            longestValue: LongestToMend * 9
        );

    private async Task<IResult> RetryAsync(
        HttpRequest request,
        CommsPerson person,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(form, cancellationToken) is not { } message)
        {
            return Done(FailureDone.Gone);
        }
        // A browser sends every line end as CR LF: what nobody touched is sent again to the character.
        var entered = form["body"].ToString().ReplaceLineEndings("\n");
        if (entered.Length == 0 || entered == message.Body.ReplaceLineEndings("\n"))
        {
            var retried = await failures.RetryAsync(message.Id, queue, person.Name, cancellationToken);
            return Done(retried ? FailureDone.Retried : FailureDone.Gone);
        }
        if (
            message.Queue == Queues.Content
            && await checks.DefectsAsync(ContentDropReader.Read(entered), cancellationToken) is { Count: > 0 } defects
        )
        {
            return await PageAsync(
                request,
                person,
                row => row.Message.Id == message.Id ? row with { Entered = entered, Defects = defects } : row,
                StatusCodes.Status400BadRequest,
                cancellationToken
            );
        }
        var mended = await failures.MendAsync(message.Id, entered, queue, person.Name, cancellationToken);
        return Done(mended ? FailureDone.Mended : FailureDone.Gone);
    }

    private async Task<IResult> DiscardAsync(
        HttpRequest request,
        CommsPerson person,
        IFormCollection form,
        CancellationToken cancellationToken
    )
    {
        var note = form["note"].ToString().Trim();
        if (note.Length is 0 or > LongestNote)
        {
            return await PageAsync(
                request,
                person,
                row => row.Message.Id == form["id"].ToString() ? row with { NoNote = true } : row,
                StatusCodes.Status400BadRequest,
                cancellationToken
            );
        }
        var discarded =
            await FindAsync(form, cancellationToken) is { } message
            && await failures.DiscardAsync(message.Id, note, person.Name, cancellationToken);
        return Done(discarded ? FailureDone.Discarded : FailureDone.Gone);
    }

    /// <summary>Only what waits for a person: what is on its way again is nobody's to decide.</summary>
    private async Task<FailedMessage?> FindAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var id = form["id"].ToString();
        return
            await failures.FindAsync(id, cancellationToken)
                is { State: FailedMessageState.Kept or FailedMessageState.Discarded } message
            ? message
            : null;
    }

    private static SeeOther Done(FailureDone done) => new($"/desk/failures?done={done.ToString().ToLowerInvariant()}");

    private async Task<IResult> PageAsync(
        HttpRequest request,
        CommsPerson person,
        Func<FailureRow, FailureRow>? with,
        int status,
        CancellationToken cancellationToken
    )
    {
        var state =
            request.Query["state"].ToString() == "discarded" ? FailedMessageState.Discarded : FailedMessageState.Kept;
        var all = await failures.InStateAsync(state, cancellationToken);
        var count = Math.Max(1, (all.Count + RowsOnAPage - 1) / RowsOnAPage);
        var page = Math.Clamp(PageOf(request), 1, count);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(roster.Value.DefaultTimeZone);
        return await pages.PageAsync<FailuresPage, FailuresView>(
            new FailuresView
            {
                Company = await company.ProfileAsync(cancellationToken),
                Language = PageLanguage.Of(request.Headers.AcceptLanguage),
                FormToken = person.FormToken,
                State = state,
                Failures =
                [
                    .. all.Skip((page - 1) * RowsOnAPage)
                        .Take(RowsOnAPage)
                        .Select(message => new FailureRow(message, TimeZoneInfo.ConvertTime(message.LastAt, zone)))
                        .Select(row => with?.Invoke(row) ?? row),
                ],
                Page = page,
                Pages = count,
                Total = all.Count,
                Done = EnumName.Of<FailureDone>(request.Query["done"], ignoreCase: true),
            },
            status
        );
    }

    private static int PageOf(HttpRequest request) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
