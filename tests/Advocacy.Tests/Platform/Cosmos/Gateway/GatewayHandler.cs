using System.Collections.Concurrent;
using System.Net;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>
/// Cosmos DB's gateway in this process: what the SDK asks of it for the adapter's operations, with the service's own checks. What
/// it does not know it refuses with 400, so that nothing passes here that nobody thought of.
/// </summary>
internal sealed class GatewayHandler(GatewayAccount account) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private long _activity;

    public GatewayFaults Faults { get; } = new();

    /// <summary>Every request to documents, oldest first.</summary>
    public List<SeenRequest> Seen { get; } = [];

    /// <summary>How requests said who sent them.</summary>
    public ConcurrentBag<string> Tokens { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (Faults.IsDown)
        {
            throw new HttpRequestException("The connection broke.");
        }
        var read = await GatewayRequest.ReadAsync(request, cancellationToken);
        Tokens.Add(Uri.UnescapeDataString(read.Header("authorization") ?? ""));
        var answer = read.Path is ["dbs", _, "colls", _, "docs", ..] ? await ToldAsync(read) : Schema(read);
        return answer.ToMessage(
            request,
            new Guid((int)Interlocked.Increment(ref _activity), 0, 0, new byte[8]).ToString()
        );
    }

    private GatewayAnswer Schema(GatewayRequest request)
    {
        lock (_lock)
        {
            return new GatewaySchema(account).Answer(request);
        }
    }

    private async Task<GatewayAnswer> ToldAsync(GatewayRequest request)
    {
        GatewayAnswer answer;
        try
        {
            answer = await DocumentsAsync(request);
        }
        catch (FormatException error)
        {
            answer = GatewayAnswer.Error(HttpStatusCode.BadRequest, error.Message);
        }
        lock (_lock)
        {
            Seen.Add(new SeenRequest(request.Method, request.Header("x-ms-session-token"), answer.Status));
        }
        return answer;
    }

    private async Task<GatewayAnswer> DocumentsAsync(GatewayRequest request)
    {
        if (Faults.TakeBusy())
        {
            return GatewayAnswer.Error(
                HttpStatusCode.TooManyRequests,
                "The request rate is large.",
                3200,
                charge: 0
            ) with
            {
                RetryAfter = Faults.RetryAfter,
            };
        }
        if (Faults.IsBehind && request.Method == "GET")
        {
            return GatewayAnswer.Error(HttpStatusCode.NotFound, "The read session is not available.", subStatus: 1002);
        }
        var batch = request.IsBatch ? await BatchBody.ReadAsync(request.Body) : [];
        IReadOnlyList<GatewayAnswer> parts;
        string session;
        lock (_lock)
        {
            if (account.Container(request.Path[1], request.Path[3]) is not { } container)
            {
                return GatewayAnswer.Error(HttpStatusCode.NotFound, "Owner resource does not exist.", subStatus: 1003);
            }
            if (!request.IsBatch)
            {
                var answer = new GatewayDocuments(container, account.Charges).Answer(request);
                return request.PartitionKey is { } key ? answer with { Session = container.SessionToken(key) } : answer;
            }
            if (BatchExecution.Refusal(request, batch) is { } refusal)
            {
                return refusal;
            }
            parts = BatchExecution.Run(container, request.PartitionKey!, batch);
            session = container.SessionToken(request.PartitionKey!);
        }
        return new GatewayAnswer(parts.All(part => part.Succeeded) ? HttpStatusCode.OK : HttpStatusCode.MultiStatus)
        {
            Body = await BatchBody.WriteAsync(parts),
            MediaType = "application/octet-stream",
            Charge = parts.Sum(part => part.Charge),
            Session = session,
        };
    }
}

/// <param name="Method">The HTTP method.</param>
/// <param name="Session">The session token that it carried.</param>
/// <param name="Status">What it was answered.</param>
internal sealed record SeenRequest(string Method, string? Session, HttpStatusCode Status);
