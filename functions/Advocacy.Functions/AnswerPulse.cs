using Advocacy.Programme.Pulse;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Shows a pulse question; the POST answers it, once.</summary>
public sealed class AnswerPulse(PulsePages pages)
{
    [Function("ShowPulse")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "pulse/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(token, request, cancellationToken);

    [Function(nameof(AnswerPulse))]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "pulse/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.AnswerAsync(token, request, cancellationToken);
}
