using Advocacy.Invitations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Shows what an invited employee is asked; the POST gives the consents that were ticked.</summary>
public sealed class AcceptInvitation(InvitationPages pages)
{
    [Function("ShowInvitation")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "invitation/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(token, request, cancellationToken);

    [Function(nameof(AcceptInvitation))]
    public Task<IResult> AcceptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invitation/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.AcceptAsync(token, request, cancellationToken);
}
