using System.Runtime.CompilerServices;

namespace Advocacy.Platform.Store;

/// <summary>What every caller would otherwise write again: all pages of a query, a read-change-write.</summary>
public static class DocumentStoreExtensions
{
    /// <summary>All documents of a query, page by page.</summary>
    public static async IAsyncEnumerable<Stored<T>> QueryAllAsync<T>(
        this IDocumentStore store,
        Query query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
        where T : Document
    {
        do
        {
            var page = await store.QueryAsync<T>(query, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }
            query = query with { Continuation = page.Continuation };
        } while (query.Continuation is not null);
    }

    /// <summary>
    /// Reads, changes and writes until no other writer came between; the document as written, or <c>null</c> where there is none
    /// or <paramref name="change"/> returned <c>null</c> (nothing to change).
    /// </summary>
    public static async Task<T?> ChangeAsync<T>(
        this IDocumentStore store,
        Container container,
        string partitionKey,
        string id,
        Func<T, T?> change,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        while (await store.ReadAsync<T>(container, partitionKey, id, cancellationToken) is { } stored)
        {
            if (change(stored.Value) is not { } changed)
            {
                return null;
            }
            if (await store.TryReplaceAsync(container, changed, stored.ETag, cancellationToken) is not null)
            {
                return changed;
            }
        }
        return null;
    }
}
