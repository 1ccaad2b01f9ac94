using System.Net;
using System.Runtime.CompilerServices;
using Advocacy.Platform.Store;
using Microsoft.Azure.Cosmos;
using Container = Advocacy.Platform.Store.Container;

namespace Advocacy.Platform.Cosmos;

/// <summary>
/// Documents in Azure Cosmos DB. Busy answers (429) are tried again by the SDK, within <see cref="CosmosOptions"/>' bounds; what is
/// left of them, and every outage, is a <see cref="CosmosStoreException"/>. Each operation's charge is measured.
/// </summary>
public sealed class CosmosDocumentStore(CosmosClient client, CosmosOptions options, RequestCharges charges)
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

    public async Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
        where T : Document
    {
        var target = _calls.Target(query.Container);
        var sql = CosmosQuery.Of(query, typeof(T).Name);
        using var pages = target.GetItemQueryStreamIterator(
            sql.Definition,
            sql.Unmark(query.Continuation),
            new QueryRequestOptions
            {
                PartitionKey = query.PartitionKey is { } partitionKey ? new PartitionKey(partitionKey) : null,
                MaxItemCount = query.PageSize,
            }
        );
        while (true)
        {
            using var response = await _calls.SendAsync(
                CosmosOperation.Query,
                query.Container,
                () => pages.ReadNextAsync(cancellationToken),
                cancellationToken
            );
            if (query.Continuation is not null && response.StatusCode == HttpStatusCode.BadRequest)
            {
                throw CosmosQuery.Foreign(query.Continuation);
            }
            Done(CosmosOperation.Query, query.Container, response);
            var items = await DocumentBody.ReadPageAsync<T>(response.Content, cancellationToken);
            // A partition without a match makes an empty page; nobody is served by that.
            if (items.Count > 0 || !pages.HasMoreResults)
            {
                return new Page<T>(items, pages.HasMoreResults ? sql.Mark(response.ContinuationToken) : null);
            }
        }
    }

    public async IAsyncEnumerable<Stored<T>> ScanAsync<T>(
        Container container,
        int shard,
        int shards,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var seen = new SeenDocuments();
        using var pages = _calls
            .Target(container)
            .GetItemQueryStreamIterator(
                ScanSlices.Of(shard, shards),
                CosmosQuery.Scan(typeof(T).Name),
                null,
                new QueryRequestOptions { MaxItemCount = DocumentLimits.MostItems }
            );
        while (pages.HasMoreResults)
        {
            using var response = await _calls.SendAsync(
                CosmosOperation.Query,
                container,
                () => pages.ReadNextAsync(cancellationToken),
                cancellationToken
            );
            Done(CosmosOperation.Query, container, response);
            foreach (var item in await DocumentBody.ReadPageAsync<T>(response.Content, cancellationToken))
            {
                if (seen.Add(item.Value))
                {
                    yield return item;
                }
            }
        }
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
