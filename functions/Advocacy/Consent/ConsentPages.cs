using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Consent;

/// <summary>The pages on which an employee says yes, and takes it back. Showing one changes nothing; its form does.</summary>
public sealed class ConsentPages(
    Roster roster,
    ConsentLedger ledger,
    ConsentWordings wordings,
    Company company,
    SiteLinks links,
    PageRenderer pages,
    TimeProvider time,
    NetworkHash networkHash
)
{
    public async Task<IResult> ShowConfirmAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not var (employee, purpose))
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var wording = wordings.Current(purpose, employee.Language);
        return await pages.PageAsync<ConfirmConsentPage, ConfirmConsentView>(
            new ConfirmConsentView
            {
                Company = await company.ProfileAsync(cancellationToken),
                Language = wording.Language,
                Purpose = purpose,
                Wording = wording.Text,
                WordingVersion = wording.Version,
                GivenAt = await GivenAtAsync(employee, purpose, cancellationToken),
            }
        );
    }

    public async Task<IResult> ConfirmAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not var (employee, purpose))
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var wording = wordings.Current(purpose, employee.Language);
        if (await ShownAsync(request, cancellationToken) is { } shown && shown != wording.Version)
        {
            // A page that was opened before the words changed: nobody says yes to words they did not see.
            return await ShowConfirmAsync(token, request, cancellationToken);
        }
        await ledger.RecordAsync(
            employee.Id,
            purpose,
            ConsentAction.Given,
            new ConsentEvidence(wording.Version, wording.Language, "confirm-page")
            {
                NetworkHash = networkHash.Of(request),
            },
            cancellationToken
        );
        await roster.ProvenAsync(employee.Id, time.GetUtcNow(), cancellationToken);
        return await pages.PageAsync<ConfirmedPage, ConfirmedView>(
            new ConfirmedView
            {
                Company = await company.ProfileAsync(cancellationToken),
                Language = wording.Language,
                Purpose = purpose,
                WordingVersion = wording.Version,
                At = await GivenAtAsync(employee, purpose, cancellationToken) ?? time.GetUtcNow(),
                WithdrawUrl = purpose == ConsentPurpose.DigestEmail ? links.Unsubscribe(employee.Id) : null,
            }
        );
    }

    public async Task<IResult> ShowUnsubscribeAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (links.ReadUnsubscribe(token) is not { } employeeId)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var employee = await roster.FindAsync(employeeId, cancellationToken);
        return await pages.PageAsync<UnsubscribePage, UnsubscribeView>(
            new UnsubscribeView(await company.ProfileAsync(cancellationToken), LanguageOf(employee, request))
        );
    }

    /// <summary>RFC 8058: one POST without cookies, answered without a redirect; twice is as good as once.</summary>
    public async Task<IResult> UnsubscribeAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (links.ReadUnsubscribe(token) is not { } employeeId)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var employee = await roster.FindAsync(employeeId, cancellationToken);
        var language = LanguageOf(employee, request);
        var wording = wordings.Current(ConsentPurpose.DigestEmail, language);
        await ledger.RecordAsync(
            employeeId,
            ConsentPurpose.DigestEmail,
            ConsentAction.Withdrawn,
            new ConsentEvidence(wording.Version, wording.Language, "one-click")
            {
                NetworkHash = networkHash.Of(request),
            },
            cancellationToken
        );
        return await pages.PageAsync<UnsubscribedPage, UnsubscribedView>(
            new UnsubscribedView(
                await company.ProfileAsync(cancellationToken),
                language,
                InZoneOf(employee, time.GetUtcNow()),
                employee is null ? null : links.Confirm(employeeId, ConsentPurpose.DigestEmail)
            )
        );
    }

    private async Task<(Employee, ConsentPurpose)?> FindAsync(string token, CancellationToken cancellationToken) =>
        links.ReadConfirm(token) is var (employeeId, purpose)
        && await roster.FindAsync(employeeId, cancellationToken) is { } employee
            ? (employee, purpose)
            : null;

    /// <summary>The version that the form says was shown; <c>null</c> where it says nothing.</summary>
    private static async Task<string?> ShownAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType
            ? (await request.ReadFormAsync(cancellationToken))[ConfirmConsentView.WordingField].FirstOrDefault()
            : null;

    private async Task<DateTimeOffset?> GivenAtAsync(
        Employee employee,
        ConsentPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        if (!await ledger.AllowsAsync(employee.Id, purpose, cancellationToken))
        {
            // Not given, or given to what the purpose meant before: then it is asked for.
            return null;
        }
        ConsentEvent? last = null;
        await foreach (var one in ledger.HistoryAsync(employee.Id, cancellationToken))
        {
            last = one.Purpose == purpose ? one : last;
        }
        return last is { Action: ConsentAction.Given } ? InZoneOf(employee, last.At) : null;
    }

    private static DateTimeOffset InZoneOf(Employee? employee, DateTimeOffset instant) =>
        employee is null ? instant : TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, employee.TimeZone);

    private static string LanguageOf(Employee? employee, HttpRequest request) =>
        employee?.Language ?? PageLanguage.Of(request.Headers.AcceptLanguage);

    private async Task<IResult> ProblemAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.Link);
}
