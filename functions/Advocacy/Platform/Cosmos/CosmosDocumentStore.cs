using System.Net;
using Advocacy.Platform.Store;
using Microsoft.Azure.Cosmos;
using Container = Advocacy.Platform.Store.Container;

namespace Advocacy.Platform.Cosmos;

/// <summary>
/// Documents in Azure Cosmos DB. Busy answers (429) are tried again by the SDK, within <see cref="CosmosOptions"/>' bounds; what is
/// left of them, and every outage, is a <see cref="CosmosStoreException"/>. Each operation's charge is measured.
/// </summary>
public sealed partial class CosmosDocumentStore(CosmosClient client, CosmosOptions options, RequestCharges charges)
    : IDocumentStore
{
    private readonly CosmosCalls _calls = new(client, options, charges);

    public async Task<Stored<T>?> ReadAsync<T>(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var target = _calls.Target(container);
        if (!DocumentLimits.IsId(id))
        {
            return null;
        }
        using var response = await _calls.SendAsync(
            CosmosOperation.Read,
            container,
            () => target.ReadItemStreamAsync(id, new PartitionKey(partitionKey), null, cancellationToken),
            cancellationToken
        );
        return Done(CosmosOperation.Read, container, response, HttpStatusCode.NotFound)
            ? await DocumentBody.ReadAsync<T>(response.Content, cancellationToken)
            : null;
    }

    public async Task<string?> TryCreateAsync<T>(
        Container container,
        T document,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var target = _calls.Target(container);
        using var body = DocumentBody.Of(container, document);
        using var response = await _calls.SendAsync(
            CosmosOperation.Create,
            container,
            () => target.CreateItemStreamAsync(body, Key(document), null, cancellationToken),
            cancellationToken
        );
        return Done(CosmosOperation.Create, container, response, HttpStatusCode.Conflict)
            ? response.Headers.ETag
            : null;
    }

    public async Task<string?> TryReplaceAsync<T>(
        Container container,
        T document,
        string etag,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var target = _calls.Target(container);
        using var body = DocumentBody.Of(container, document);
        if (!CosmosBatch.IsTag(etag))
        {
            return null;
        }
        using var response = await _calls.SendAsync(
            CosmosOperation.Replace,
            container,
            () =>
                target.ReplaceItemStreamAsync(
                    body,
                    document.Id,
                    Key(document),
                    new ItemRequestOptions { IfMatchEtag = etag },
                    cancellationToken
                ),
            cancellationToken
        );
        return Done(
            CosmosOperation.Replace,
            container,
            response,
            HttpStatusCode.PreconditionFailed,
            HttpStatusCode.NotFound
        )
            ? response.Headers.ETag
            : null;
    }

    public async Task<string> UpsertAsync<T>(
        Container container,
        T document,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var target = _calls.Target(container);
        using var body = DocumentBody.Of(container, document);
        using var response = await _calls.SendAsync(
            CosmosOperation.Upsert,
            container,
            () => target.UpsertItemStreamAsync(body, Key(document), null, cancellationToken),
            cancellationToken
        );
        Done(CosmosOperation.Upsert, container, response);
        return response.Headers.ETag;
    }

    public async Task<bool> DeleteAsync(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        var target = _calls.Target(container);
        if (!DocumentLimits.IsId(id))
        {
            return false;
        }
        using var response = await _calls.SendAsync(
            CosmosOperation.Delete,
            container,
            () => target.DeleteItemStreamAsync(id, new PartitionKey(partitionKey), null, cancellationToken),
            cancellationToken
        );
        return Done(CosmosOperation.Delete, container, response, HttpStatusCode.NotFound);
    }

    public async Task<bool> TryCommitAsync(
        Container container,
        string partitionKey,
        IReadOnlyList<Write> writes,
        CancellationToken cancellationToken = default
    )
    {
        var batch = _calls.Target(container).CreateTransactionalBatch(new PartitionKey(partitionKey));
        if (!CosmosBatch.TryAdd(batch, container, partitionKey, writes))
        {
            return false;
        }
        using var response = await _calls.SendAsync(
            CosmosOperation.Batch,
            container,
            () => batch.ExecuteAsync(cancellationToken),
            CosmosAnswer.Of,
            cancellationToken
        );
        return Done(
            CosmosOperation.Batch,
            container,
            CosmosAnswer.Of(response),
            HttpStatusCode.Conflict,
            HttpStatusCode.PreconditionFailed,
            HttpStatusCode.NotFound
        );
    }

    private static PartitionKey Key(Document document) => new(document.PartitionKey);

    private static bool Done(
        string operation,
        Container container,
        ResponseMessage response,
        params ReadOnlySpan<HttpStatusCode> outcomes
    ) => Done(operation, container, CosmosAnswer.Of(response), outcomes);

    /// <summary>True where it was done, false where it ended in one of the outcomes that callers decide on.</summary>
    private static bool Done(
        string operation,
        Container container,
        CosmosAnswer answer,
        params ReadOnlySpan<HttpStatusCode> outcomes
    )
    {
        if (answer.Succeeded)
        {
            return true;
        }
        foreach (var outcome in outcomes)
        {
            if (answer.Is(outcome))
            {
                return false;
            }
        }
        throw CosmosStoreException.Of(operation, container.Name, answer);
    }
}
