using Advocacy.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Shows what is asked; the POST gives the consent.</summary>
public sealed class ConfirmConsent(ConsentPages pages)
{
    [Function("ShowConsent")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "consent/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowConfirmAsync(token, request, cancellationToken);

    [Function(nameof(ConfirmConsent))]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "consent/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ConfirmAsync(token, request, cancellationToken);
}
