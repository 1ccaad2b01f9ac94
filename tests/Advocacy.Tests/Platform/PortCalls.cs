using System.Runtime.CompilerServices;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform;

/// <summary>Stands between a port and its callers, at every call.</summary>
internal abstract class PortCalls
{
    public IDocumentStore Around(IDocumentStore store) => new CalledStore(store, this);

    public IWorkQueue Around(IWorkQueue queue) => new CalledQueue(queue, this);

    /// <param name="what">The method, and the container or queue.</param>
    protected abstract Task<T> CallAsync<T>(string what, Func<Task<T>> call);

    private sealed class CalledStore(IDocumentStore inner, PortCalls calls) : IDocumentStore
    {
        public Task<Stored<T>?> ReadAsync<T>(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(
                $"ReadAsync {container.Name}",
                () => inner.ReadAsync<T>(container, partitionKey, id, cancellationToken)
            );

        public Task<string?> TryCreateAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(
                $"TryCreateAsync {container.Name}",
                () => inner.TryCreateAsync(container, document, cancellationToken)
            );

        public Task<string?> TryReplaceAsync<T>(
            Container container,
            T document,
            string etag,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(
                $"TryReplaceAsync {container.Name}",
                () => inner.TryReplaceAsync(container, document, etag, cancellationToken)
            );

        public Task<string> UpsertAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            calls.CallAsync(
                $"UpsertAsync {container.Name}",
                () => inner.UpsertAsync(container, document, cancellationToken)
            );

        public Task<bool> DeleteAsync(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                $"DeleteAsync {container.Name}",
                () => inner.DeleteAsync(container, partitionKey, id, cancellationToken)
            );

        public Task<bool> TryCommitAsync(
            Container container,
            string partitionKey,
            IReadOnlyList<Write> writes,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                $"TryCommitAsync {container.Name}",
                () => inner.TryCommitAsync(container, partitionKey, writes, cancellationToken)
            );

        public Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
            where T : Document =>
            calls.CallAsync($"QueryAsync {query.Container.Name}", () => inner.QueryAsync<T>(query, cancellationToken));

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
                yield return await calls.CallAsync($"ScanAsync {container.Name}", () => Task.FromResult(stored));
            }
        }
    }

    private sealed class CalledQueue(IWorkQueue inner, PortCalls calls) : IWorkQueue
    {
        public string MessagingSystem => inner.MessagingSystem;

        public Task<string> OpenAsync(string body, CancellationToken cancellationToken = default) =>
            calls.CallAsync("OpenAsync", () => inner.OpenAsync(body, cancellationToken));

        public Task EnqueueAsync(
            string queue,
            IReadOnlyList<string> messages,
            TimeSpan? delay = null,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                $"EnqueueAsync {queue}",
                async () =>
                {
                    await inner.EnqueueAsync(queue, messages, delay, cancellationToken);
                    return true;
                }
            );

        public Task<IReadOnlyList<QueueItem>> ReceiveAsync(
            string queue,
            int most,
            TimeSpan visibilityTimeout,
            CancellationToken cancellationToken = default
        ) =>
            calls.CallAsync(
                $"ReceiveAsync {queue}",
                () => inner.ReceiveAsync(queue, most, visibilityTimeout, cancellationToken)
            );

        public Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default) =>
            calls.CallAsync($"CompleteAsync {item.Queue}", () => inner.CompleteAsync(item, cancellationToken));

        public Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default) =>
            calls.CallAsync($"ReleaseAsync {item.Queue}", () => inner.ReleaseAsync(item, delay, cancellationToken));

        public Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default) =>
            calls.CallAsync($"MoveToPoisonAsync {item.Queue}", () => inner.MoveToPoisonAsync(item, cancellationToken));

        public Task<long> CountAsync(string queue, CancellationToken cancellationToken = default) =>
            calls.CallAsync($"CountAsync {queue}", () => inner.CountAsync(queue, cancellationToken));
    }
}
