using System.Text.Json;
using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Rights;

/// <summary>
/// The pages on which a person sees everything about them, takes it along and has it erased (GDPR art. 15, 17 and 20). Behind the
/// preferences page's token; they answer after an erasure too, with what is left. Only the erasing POST changes anything.
/// </summary>
public sealed class RightsPages(
    PersonalData data,
    DataWords words,
    Erasure erasure,
    Roster roster,
    ErasedPeople erased,
    NetworkHash network,
    Company company,
    SiteLinks links,
    PageRenderer pages,
    TimeProvider time,
    IOptions<ConsentOptions> consent,
    IOptions<RosterOptions> options
)
{
    /// <summary>The box that must be ticked, because what follows cannot be undone.</summary>
    public const string SureField = "sure";

    /// <summary>Looked up where a token names nobody, so that a wrong one takes the same way as one of somebody who is gone.</summary>
    private const string Nobody = "nobody";

    public async Task<IResult> ShowDataAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not { } file)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var language = LanguageOf(file.Employee, request);
        return await pages.PageAsync<DataPage, DataView>(
            new DataView
            {
                Company = await company.ProfileAsync(cancellationToken),
                Language = language,
                At = InZoneOf(file.Employee),
                Sections = await words.OfAsync(file, language, cancellationToken),
                IsErased = file.Employee is null,
                PreferencesUrl = file.Employee is null ? null : $"../{token}",
            }
        );
    }

    public async Task<IResult> DownloadAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not { } file)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        var profile = await company.ProfileAsync(cancellationToken);
        var json = DataExport.Of(file, profile, words, LanguageOf(file.Employee, request), time.GetUtcNow());
        return new DownloadAnswer(
            JsonSerializer.SerializeToUtf8Bytes(json, DataExport.Options),
            "application/json",
            "advocacy-data.json"
        );
    }

    public async Task<IResult> ShowEraseAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var id = links.ReadPreferences(token) ?? Nobody;
        if (await roster.FindAsync(id, cancellationToken) is { } employee)
        {
            return await AskAsync(employee, notTicked: false, cancellationToken);
        }
        return await erased.ContainsAsync(id, cancellationToken)
            ? await ErasedAsync(LanguageOf(null, request), cancellationToken)
            : await ProblemAsync(request, cancellationToken);
    }

    /// <summary>Pressed twice, it answers the same.</summary>
    public async Task<IResult> EraseAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var form = await PostedForm.ReadAsync(request, cancellationToken);
        var id = links.ReadPreferences(token) ?? Nobody;
        var employee = await roster.FindAsync(id, cancellationToken);
        if (employee is not null && form?.ContainsKey(SureField) != true)
        {
            return await AskAsync(employee, notTicked: true, cancellationToken);
        }
        return await erasure.EraseAsync(employee, id, network.Of(request), cancellationToken)
            ? await ErasedAsync(LanguageOf(employee, request), cancellationToken)
            : await ProblemAsync(request, cancellationToken);
    }

    private async Task<PersonalFile?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var file = await data.GatherAsync(links.ReadPreferences(token) ?? Nobody, cancellationToken);
        return file.Kinds.Count == 0 ? null : file;
    }

    private async Task<IResult> AskAsync(Employee employee, bool notTicked, CancellationToken cancellationToken) =>
        await pages.PageAsync<ErasePage, EraseView>(
            new EraseView(
                await company.ProfileAsync(cancellationToken),
                PageLanguage.Known(employee.Language),
                consent.Value.KeepProofDays,
                options.Value.KeepErasedDays,
                notTicked
            ),
            notTicked ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );

    private async Task<IResult> ErasedAsync(string language, CancellationToken cancellationToken) =>
        await pages.PageAsync<ErasedPage, ErasedView>(
            new ErasedView(
                await company.ProfileAsync(cancellationToken),
                language,
                consent.Value.KeepProofDays,
                options.Value.KeepErasedDays
            )
        );

    private DateTimeOffset InZoneOf(Employee? employee) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(
            time.GetUtcNow(),
            employee?.TimeZone ?? options.Value.DefaultTimeZone
        );

    private static string LanguageOf(Employee? employee, HttpRequest request) =>
        PageLanguage.Known(employee?.Language ?? PageLanguage.Of(request.Headers.AcceptLanguage));

    private async Task<IResult> ProblemAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.Link);
}
