using Advocacy.Drops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The comms team's form for content, and the page that says what became of it.</summary>
public sealed class DropContent(DropPages pages)
{
    [Function("ShowDrop")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drop")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(request, cancellationToken);

    [Function(nameof(DropContent))]
    public Task<IResult> EnterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drop")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.EnterAsync(request, cancellationToken);

    [Function("ShowDropState")]
    public Task<IResult> ShowStateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drop/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => pages.ShowStateAsync(id, request, cancellationToken);

    [Function("WithdrawDrop")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drop/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => pages.WithdrawAsync(id, request, cancellationToken);
}
