using Advocacy.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The comms team's page of failed messages; the POST sends one again, mended or not, or discards it.</summary>
public sealed class FailedMessages(FailurePages pages)
{
    [Function("ShowFailedMessages")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/failures")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(request, cancellationToken);

    [Function("DecideFailedMessage")]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/failures")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.DecideAsync(request, cancellationToken);
}
