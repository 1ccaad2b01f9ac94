using Advocacy.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Asks; the POST erases everything about the person.</summary>
public sealed class EraseMe(RightsPages pages)
{
    [Function("ShowEraseMe")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "preferences/{token}/erase")]
            HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.ShowEraseAsync(token, request, cancellationToken);

    [Function(nameof(EraseMe))]
    public Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "preferences/{token}/erase")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => pages.EraseAsync(token, request, cancellationToken);
}
