using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Invitations;

/// <summary>The pages behind the invitation's two links. Showing one changes nothing, and only the yes changes anything at all.</summary>
public sealed class InvitationPages(
    Roster roster,
    ConsentLedger ledger,
    ConsentWordings wordings,
    NetworkHash network,
    Company company,
    SiteLinks links,
    PageRenderer pages,
    TimeProvider time
)
{
    /// <summary>Looked up where a token names nobody, so that a wrong one takes the same way as one of somebody who is gone.</summary>
    private const string Nobody = "nobody";

    public async Task<IResult> ShowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    ) =>
        await roster.FindAsync(links.ReadInvitation(token) ?? Nobody, cancellationToken) is { } employee
            ? await PageAsync(employee, view => view, cancellationToken)
            : await ProblemAsync(request, cancellationToken);

    public async Task<IResult> AcceptAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var form = await PostedForm.ReadAsync(request, cancellationToken);
        if (
            await roster.FindAsync(links.ReadInvitation(token) ?? Nobody, cancellationToken) is not { } employee
            || form is null
        )
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var purposes = PurposeForm.Ticked(form);
        if (purposes.Count == 0)
        {
            return await PageAsync(employee, view => view with { NothingTicked = true }, cancellationToken);
        }
        if (!form.ShowedWordsOfNow(wordings))
        {
            return await PageAsync(employee, view => view with { WordingChanged = true }, cancellationToken);
        }
        var language = PageLanguage.Known(employee.Language);
        var evidence = new ConsentEvidence(wordings.VersionNow(), language, "invitation")
        {
            NetworkHash = network.Of(request),
        };
        await ledger.RecordManyAsync(
            employee.Id,
            [.. purposes.Select(purpose => new ConsentDecision(purpose, ConsentAction.Given, evidence))],
            cancellationToken
        );
        return await pages.PageAsync<RecordedPage, RecordedView>(
            new RecordedView
            {
                Company = await company.ProfileAsync(cancellationToken),
                Language = language,
                Purposes = purposes,
                WordingVersion = wordings.VersionNow(),
                At = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(time.GetUtcNow(), employee.TimeZone),
                WithdrawUrl = purposes.Contains(ConsentPurpose.DigestEmail) ? links.Unsubscribe(employee.Id) : null,
            }
        );
    }

    public async Task<IResult> ShowDeclineAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    ) =>
        await DeclinerLanguageAsync(token, request, cancellationToken) is { } language
            ? await pages.PageAsync<DeclinePage, DeclineView>(
                new DeclineView(await company.ProfileAsync(cancellationToken), language)
            )
            : await ProblemAsync(request, cancellationToken);

    /// <summary>
    /// Records nothing: there is no second invitation either way, and what is not recorded can be shown to nobody. It answers a mail
    /// provider's one-click POST (RFC 8058) as well.
    /// </summary>
    public async Task<IResult> DeclineAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    ) =>
        await DeclinerLanguageAsync(token, request, cancellationToken) is { } language
            ? await pages.PageAsync<DeclinedPage, DeclinedView>(
                new DeclinedView(await company.ProfileAsync(cancellationToken), language)
            )
            : await ProblemAsync(request, cancellationToken);

    /// <summary><c>null</c> where the token is none. It works for somebody who left the roster, too.</summary>
    private async Task<string?> DeclinerLanguageAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var employeeId = links.ReadNoThanks(token);
        var employee = await roster.FindAsync(employeeId ?? Nobody, cancellationToken);
        return employeeId is null
            ? null
            : PageLanguage.Known(employee?.Language ?? PageLanguage.Of(request.Headers.AcceptLanguage));
    }

    private async Task<IResult> PageAsync(
        Employee employee,
        Func<InvitationPageView, InvitationPageView> with,
        CancellationToken cancellationToken
    )
    {
        var language = PageLanguage.Known(employee.Language);
        var current = await ledger.CurrentAsync(employee.Id, cancellationToken);
        var given = new Dictionary<ConsentPurpose, DateTimeOffset>();
        await foreach (var one in ledger.HistoryAsync(employee.Id, cancellationToken))
        {
            given[one.Purpose] = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(one.At, employee.TimeZone);
        }
        var view = new InvitationPageView
        {
            Company = await company.ProfileAsync(cancellationToken),
            Language = language,
            Choices =
            [
                .. wordings
                    .Choices(language, [])
                    .Select(choice =>
                        choice with
                        {
                            GivenAt = current.Allows(choice.Purpose) ? given[choice.Purpose] : null,
                        }
                    ),
            ],
            WordingVersion = wordings.VersionNow(),
        };
        return await pages.PageAsync<InvitationPage, InvitationPageView>(with(view));
    }

    private async Task<IResult> ProblemAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.Link);
}
