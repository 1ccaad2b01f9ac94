using Advocacy.Invitations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Shows a question; the POST, a person's or a mail provider's (RFC 8058), says no and leaves no trace.</summary>
public sealed class DeclineInvitation(InvitationPages pages)
{
    [Function("ShowDecline")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "no-thanks/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowDeclineAsync(token, request, cancellationToken);

    [Function(nameof(DeclineInvitation))]
    public Task<IResult> DeclineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "no-thanks/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.DeclineAsync(token, request, cancellationToken);
}
