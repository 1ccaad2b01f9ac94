using Advocacy.Programme.Branding;
using Advocacy.Programme.Training;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>What the employee gets out of it, and a short course for each archetype.</summary>
public sealed class ShowTraining(TrainingPages training, BrandingPages branding)
{
    [Function("ShowBranding")]
    public Task<IResult> BrandingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "branding")] HttpRequest request,
        CancellationToken cancellationToken
    ) => branding.ShowAsync(request, cancellationToken);

    [Function(nameof(ShowTraining))]
    public Task<IResult> TrainingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "training/{archetype}")] HttpRequest request,
        string archetype,
        CancellationToken cancellationToken
    ) => training.ShowAsync(archetype, request, cancellationToken);
}
