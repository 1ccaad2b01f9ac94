using System.Runtime.CompilerServices;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform;

/// <summary>One call to a port.</summary>
/// <param name="Place">The container's name, or <c>queue</c>.</param>
/// <param name="IsRead">True for a point read, whose partition and id are known.</param>
internal sealed record PortCall(string Place, string? PartitionKey = null, string? Id = null, bool IsRead = false)
{
    public static readonly PortCall Queue = new("queue");

    public static PortCall Write(Container container) => new(container.Name);

    public static PortCall Query(Container container) => new(container.Name);
}

/// <summary>Stands between the code and its store and queue, and is asked at each call.</summary>
internal abstract class PortCalls
{
    public IDocumentStore Around(IDocumentStore store) => new HookedStore(store, this);

    public IWorkQueue Around(IWorkQueue queue) => new HookedQueue(queue, this);

    protected abstract Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what);

    private sealed class HookedStore(IDocumentStore inner, PortCalls calls) : IDocumentStore
    {
        public Task<Stored<T>?> ReadAsync<T>(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(
                () => inner.ReadAsync<T>(container, partitionKey, id, cancellationToken),
                new PortCall(container.Name, partitionKey, id, IsRead: true)
            );

        public Task<string?> TryCreateAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(
                () => inner.TryCreateAsync(container, document, cancellationToken),
                PortCall.Write(container)
            );

        public Task<string?> TryReplaceAsync<T>(
            Container container,
            T document,
            string etag,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(
                () => inner.TryReplaceAsync(container, document, etag, cancellationToken),
                PortCall.Write(container)
            );

        public Task<string> UpsertAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(() => inner.UpsertAsync(container, document, cancellationToken), PortCall.Write(container));

        public Task<bool> DeleteAsync(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                () => inner.DeleteAsync(container, partitionKey, id, cancellationToken),
                PortCall.Write(container)
            );

        public Task<bool> TryCommitAsync(
            Container container,
            string partitionKey,
            IReadOnlyList<Write> writes,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                () => inner.TryCommitAsync(container, partitionKey, writes, cancellationToken),
                PortCall.Write(container)
            );

        public Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
            where T : Document =>
            calls.CallAsync(() => inner.QueryAsync<T>(query, cancellationToken), PortCall.Query(query.Container));

        public async IAsyncEnumerable<Stored<T>> ScanAsync<T>(
            Container container,
            int shard,
            int shards,
            [EnumeratorCancellation] CancellationToken cancellationToken = default
        )
            where T : Document
        {
            await foreach (var stored in inner.ScanAsync<T>(container, shard, shards, cancellationToken))
            {
                yield return await calls.CallAsync(() => Task.FromResult(stored), PortCall.Query(container));
            }
        }
    }

    private sealed class HookedQueue(IWorkQueue inner, PortCalls calls) : IWorkQueue
    {
        public string MessagingSystem => inner.MessagingSystem;

        public Task<string> OpenAsync(string body, CancellationToken cancellationToken = default) =>
            calls.CallAsync(() => inner.OpenAsync(body, cancellationToken), PortCall.Queue);

        public Task EnqueueAsync(
            string queue,
            IReadOnlyList<string> messages,
            TimeSpan? delay = null,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                async () =>
                {
                    await inner.EnqueueAsync(queue, messages, delay, cancellationToken);
                    return true;
                },
                PortCall.Queue
            );

        public Task<IReadOnlyList<QueueItem>> ReceiveAsync(
            string queue,
            int most,
            TimeSpan visibilityTimeout,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                () => inner.ReceiveAsync(queue, most, visibilityTimeout, cancellationToken),
                PortCall.Queue
            );

        public Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default) =>
            calls.CallAsync(() => inner.CompleteAsync(item, cancellationToken), PortCall.Queue);

        public Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default) =>
            calls.CallAsync(() => inner.ReleaseAsync(item, delay, cancellationToken), PortCall.Queue);

        public Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default) =>
            calls.CallAsync(() => inner.MoveToPoisonAsync(item, cancellationToken), PortCall.Queue);

        public Task<long> CountAsync(string queue, CancellationToken cancellationToken = default) =>
            calls.CallAsync(() => inner.CountAsync(queue, cancellationToken), PortCall.Queue);
    }
}
