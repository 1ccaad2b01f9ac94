using System.Net;
using System.Runtime.CompilerServices;
using Advocacy.Platform.Store;
using Microsoft.Azure.Cosmos;
using Container = Advocacy.Platform.Store.Container;

namespace Advocacy.Platform.Cosmos;

public sealed partial class CosmosDocumentStore
{
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
}
