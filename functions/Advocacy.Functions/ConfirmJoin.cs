using Advocacy.Joining;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Shows what was entered; the POST gives its consents.</summary>
public sealed class ConfirmJoin(JoinConfirmation pages)
{
    [Function("ShowJoinConfirmation")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "join/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(token, request, cancellationToken);

    [Function(nameof(ConfirmJoin))]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "join/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ConfirmAsync(token, request, cancellationToken);
}
