using Advocacy.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>What is known of a person: to read, and to take along.</summary>
public sealed class MyData(RightsPages pages)
{
    [Function("ShowMyData")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "preferences/{token}/data")]
            HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowDataAsync(token, request, cancellationToken);

    [Function("DownloadMyData")]
    public Task<IResult> DownloadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "preferences/{token}/data.json")]
            HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.DownloadAsync(token, request, cancellationToken);
}
