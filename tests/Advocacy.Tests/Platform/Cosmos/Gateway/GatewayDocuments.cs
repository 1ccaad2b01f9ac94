using System.Net;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>Requests to one container's documents, but for batches.</summary>
internal sealed class GatewayDocuments(GatewayContainer container, ChargeModel charges)
{
    public GatewayAnswer Answer(GatewayRequest request) =>
        (request.Method, request.Path[5..]) switch
        {
            ("POST", []) when request.IsQueryPlan => QueryExecution.Plan(request),
            ("POST", []) when request.IsQuery => QueryExecution.Run(request, container, charges),
            _ when request.PartitionKey is null => GatewayAnswer.Error(
                HttpStatusCode.BadRequest,
                "The partition key header is missing."
            ),
            ("GET", [var id]) => Read(request.PartitionKey, id),
            ("DELETE", [var id]) => container.Write(
                new GatewayWrite(WriteKind.Delete, request.PartitionKey, id, null, request.Header("If-Match"))
            ),
            ("POST", []) => Put(request, request.IsUpsert ? WriteKind.Upsert : WriteKind.Create, id: null),
            ("PUT", [var id]) => Put(request, WriteKind.Replace, id),
            var (method, path) => GatewayAnswer.Error(
                HttpStatusCode.BadRequest,
                $"{method} of {string.Join('/', path)} is not understood."
            ),
        };

    private GatewayAnswer Read(string partitionKey, string id) =>
        container.Find(partitionKey, id) is { } item
            ? new GatewayAnswer(HttpStatusCode.OK)
            {
                Body = item.Body,
                ETag = item.ETag,
                Charge = charges.Read(item.Size),
            }
            : GatewayAnswer.Error(HttpStatusCode.NotFound, "Resource Not Found.", charge: charges.NothingRead);

    private GatewayAnswer Put(GatewayRequest request, WriteKind kind, string? id)
    {
        var (document, refusal) = SentDocument.Read(request.Body);
        if (refusal is not null)
        {
            return refusal;
        }
        return id is not null && id != document!.Id
            ? GatewayAnswer.Error(HttpStatusCode.BadRequest, "The id in the address is not the one of the document.")
            : container.Write(
                new GatewayWrite(kind, request.PartitionKey!, document!.Id, document, request.Header("If-Match"))
            );
    }
}
