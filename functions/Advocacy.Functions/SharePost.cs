using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The share page; a POST says "I shared this", "not for me", or what the person made of the text.</summary>
public sealed class SharePost(SharePages pages)
{
    [Function("ShowShare")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "share/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(token, request, cancellationToken);

    [Function("OpenedShare")]
    public Task<IResult> OpenedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "share/{token}/opened")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.OpenedAsync(token, request, cancellationToken);

    [Function(nameof(SharePost))]
    public Task<IResult> TellAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "share/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.TellAsync(token, request, cancellationToken);
}
