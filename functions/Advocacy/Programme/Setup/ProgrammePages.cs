using Advocacy.Access;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Programme.Setup;

/// <summary>The comms team's page of the programme: showing it changes nothing, each of its forms changes one step.</summary>
public sealed class ProgrammePages(
    CommsAccess access,
    ProgrammeReader reader,
    ProgrammeChanges changes,
    Company company,
    PageRenderer pages
)
{
    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.ShowAsync(
            request,
            async person =>
            {
                if (await company.FindAsync(cancellationToken) is null)
                {
                    return await access.ProblemAsync(request, Problem.NotFound, cancellationToken);
                }
                var view = await ReadAsync(person, request, cancellationToken);
                return await pages.PageAsync<ProgrammePage, ProgrammeView>(
                    view with
                    {
                        Saved = ProgrammeActs.StepOf(request.Query["saved"]) is null
                            ? null
                            : request.Query["saved"].ToString(),
                    }
                );
            },
            cancellationToken
        );

    /// <summary>A form that was taken is answered with 303 to its step, one with something wrong in it with the page, status 400.</summary>
    public Task<IResult> ChangeAsync(HttpRequest request, CancellationToken cancellationToken = default) =>
        access.PostAsync(
            request,
            async (person, posted) =>
            {
                var form = new FormReader(posted);
                if (
                    ProgrammeActs.StepOf(form.Act) is not { } step
                    || await company.FindAsync(cancellationToken) is null
                    || !await changes.TakeAsync(form, cancellationToken)
                )
                {
                    return await access.ProblemAsync(request, Problem.BadRequest, cancellationToken);
                }
                if (form.IsRight)
                {
                    return new SeeOther($"?saved={form.Act}#{ProgrammeActs.IdOf(step)}");
                }
                var view = await ReadAsync(person, request, cancellationToken);
                return await pages.PageAsync<ProgrammePage, ProgrammeView>(
                    view with
                    {
                        Wrong = form.Entered,
                    },
                    StatusCodes.Status400BadRequest
                );
            },
            cancellationToken
        );

    private Task<ProgrammeView> ReadAsync(
        CommsPerson person,
        HttpRequest request,
        CancellationToken cancellationToken
    ) => reader.ReadAsync(person, PageLanguage.Of(request.Headers.AcceptLanguage), cancellationToken);
}
