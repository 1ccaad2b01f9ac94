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

    /// <summary>Creates or changes a document, whoever else does; what was written, or <c>null</c> where <paramref name="put"/> wants nothing.</summary>
    /// <param name="put">From the document as it stands, <c>null</c> where there is none, to what it is to be.</param>
    public static async Task<T?> PutAsync<T>(
        this IDocumentStore store,
        Container container,
        string partitionKey,
        string id,
        Func<T?, T?> put,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        while (true)
        {
            var stored = await store.ReadAsync<T>(container, partitionKey, id, cancellationToken);
            if (put(stored?.Value) is not { } wanted)
            {
                return null;
            }
            var written = stored is null
                ? await store.TryCreateAsync(container, wanted, cancellationToken)
                : await store.TryReplaceAsync(container, wanted, stored.ETag, cancellationToken);
            if (written is not null)
            {
                return wanted;
            }
        }
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
