using Advocacy.Joining;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The page on which a colleague asks to join; the POST orders the mail with the link.</summary>
public sealed class AskToJoin(JoinPages pages)
{
    [Function("ShowJoin")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "join")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(request, cancellationToken);

    [Function(nameof(AskToJoin))]
    public Task<IResult> EnterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "join")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.EnterAsync(request, cancellationToken);
}
