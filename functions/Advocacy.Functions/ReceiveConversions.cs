using Advocacy.Engagement.Conversions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Takes the signed report of a shop or a recruiting system on what a shared link led to.</summary>
public sealed class ReceiveConversions(ConversionPostback postback)
{
    [Function(nameof(ReceiveConversions))]
    public Task<IResult> ReceiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions")] HttpRequest request,
        CancellationToken cancellationToken
    ) => postback.ReceiveAsync(request, cancellationToken);
}
