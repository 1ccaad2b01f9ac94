using Advocacy.MailEvents.SendGrid;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>SendGrid's signed Event Webhook: puts what it tells on the queue.</summary>
public sealed class ReceiveMailEvents(SendGridWebhook webhook)
{
    [Function(nameof(ReceiveMailEvents))]
    public Task<IResult> ReceiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail-events")] HttpRequest request,
        CancellationToken cancellationToken
    ) => webhook.ReceiveAsync(request, cancellationToken);
}
