using Advocacy.Drops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>The page on which an employee suggests what colleagues might share.</summary>
public sealed class SuggestContent(SuggestPages pages)
{
    [Function("ShowSuggest")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "suggest/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowAsync(token, request, cancellationToken);

    [Function(nameof(SuggestContent))]
    public Task<IResult> EnterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "suggest/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.EnterAsync(token, request, cancellationToken);
}
