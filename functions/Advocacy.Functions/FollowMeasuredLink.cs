using Advocacy.Engagement.Mails;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Leads on from a mail of somebody who consented to measurement, and tells that the link was followed.</summary>
public sealed class FollowMeasuredLink(MeasuredLinks links)
{
    [Function(nameof(FollowMeasuredLink))]
    public Task<IResult> FollowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "m/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => links.FollowAsync(token, request, cancellationToken);
}
