using Advocacy.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Shows a question; the POST, a person's or a mail provider's (RFC 8058), withdraws the digest.</summary>
public sealed class Unsubscribe(ConsentPages pages)
{
    [Function("ShowUnsubscribe")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "unsubscribe/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowUnsubscribeAsync(token, request, cancellationToken);

    [Function(nameof(Unsubscribe))]
    public Task<IResult> UnsubscribeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unsubscribe/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.UnsubscribeAsync(token, request, cancellationToken);
}
