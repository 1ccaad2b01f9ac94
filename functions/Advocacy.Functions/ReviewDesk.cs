using Advocacy.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The comms team's review desk: the list, one post, what its mail looks like, and what is decided about it.</summary>
public sealed class ReviewDesk(DeskPages pages)
{
    [Function("ShowDesk")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ListAsync(request, cancellationToken);

    [Function("ShowPost")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(id, request, cancellationToken);

    [Function("ShowPostMail")]
    public Task<IResult> MailAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/{id}/mail")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => pages.MailAsync(id, request, cancellationToken);

    [Function("DecidePost")]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => pages.DecideAsync(id, request, cancellationToken);
}
