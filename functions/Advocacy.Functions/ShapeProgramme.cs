using Advocacy.Programme.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The comms team's set-up of the programme; each POST changes one step of it.</summary>
public sealed class ShapeProgramme(ProgrammePages pages)
{
    [Function("ShowProgramme")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "programme")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(request, cancellationToken);

    [Function(nameof(ShapeProgramme))]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "programme")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ChangeAsync(request, cancellationToken);
}
