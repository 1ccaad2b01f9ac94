using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Leads the audience of a share to the post, and counts that somebody came.</summary>
public sealed class FollowShortLink(ShortLinks links)
{
    [Function(nameof(FollowShortLink))]
    public Task<IResult> FollowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "l/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellationToken
    ) => links.FollowAsync(code, request, cancellationToken);
}
