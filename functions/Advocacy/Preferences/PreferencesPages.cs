using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Preferences;

/// <summary>
/// The employee's own page: everything about their part, to see and to change. The token in its address is the only key to it. Showing it
/// changes nothing; each of its forms changes one part.
/// </summary>
public sealed class PreferencesPages(
    Roster roster,
    PreferencesReader reader,
    PreferencesChanges changes,
    FreshLinks freshLinks,
    Company company,
    SiteLinks links,
    NetworkHash networkHash,
    PageRenderer pages
)
{
    public async Task<IResult> ShowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (await FindAsync(token, cancellationToken) is not { } employee)
        {
            return await BadLinkAsync(request, cancellationToken);
        }
        var view = await reader.ReadAsync(employee, token, cancellationToken);
        return await PageAsync(view with { Saved = EnumName.Of<Saved>(request.Query["saved"]) });
    }

    /// <summary>A form that was taken is answered with 303 to the page, one with something wrong in it with the page, status 400.</summary>
    public async Task<IResult> ChangeAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var form = await PostedForm.ReadAsync(request, cancellationToken);
        if (await FindAsync(token, cancellationToken) is not { } employee)
        {
            return form?["section"].ToString() == FreshLinks.Section
                ? await FreshLinkAsync(token, request, cancellationToken)
                : await BadLinkAsync(request, cancellationToken);
        }
        var view = await reader.ReadAsync(employee, token, cancellationToken);
        var change = form is null
            ? null
            : await changes.TakeAsync(employee, view, form, networkHash.Of(request), cancellationToken);
        return change switch
        {
            null => await pages.ProblemAsync(view.Company, request, Problem.BadRequest),
            { Shown: { } shown } => await PageAsync(shown(view), StatusCodes.Status400BadRequest),
            _ => new SeeOther($"?saved={change.Saved}#{PreferencesWords.PartOf(change.Saved!.Value)}"),
        };
    }

    private async Task<Employee?> FindAsync(string token, CancellationToken cancellationToken) =>
        links.ReadPreferences(token) is { } employeeId ? await roster.FindAsync(employeeId, cancellationToken) : null;

    private Task<IResult> PageAsync(PreferencesView view, int status = StatusCodes.Status200OK) =>
        pages.PageAsync<PreferencesPage, PreferencesView>(view, status);

    /// <summary>The same for every link that does not work, whatever is wrong with it and whoever it belonged to.</summary>
    private async Task<IResult> BadLinkAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.PageAsync<FreshLinkPage, FreshLinkView>(
            await FreshLinkViewAsync(request, asked: false, cancellationToken),
            StatusCodes.Status404NotFound
        );

    private async Task<IResult> FreshLinkAsync(string token, HttpRequest request, CancellationToken cancellationToken)
    {
        await freshLinks.OrderAsync(token, cancellationToken);
        return await pages.PageAsync<FreshLinkPage, FreshLinkView>(
            await FreshLinkViewAsync(request, asked: true, cancellationToken)
        );
    }

    private async Task<FreshLinkView> FreshLinkViewAsync(
        HttpRequest request,
        bool asked,
        CancellationToken cancellationToken
    ) => new(await company.FindAsync(cancellationToken), PageLanguage.Of(request.Headers.AcceptLanguage), asked);
}
