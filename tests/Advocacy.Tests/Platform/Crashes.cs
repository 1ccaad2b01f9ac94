using System.Runtime.CompilerServices;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform;

/// <summary>The process died at this point.</summary>
internal sealed class CrashException() : Exception("A crash, on purpose.");

/// <summary>
/// Lets the n-th call to the store or the queue end in a crash, before or after its effect, so that a test can walk through every
/// point at which a handler may die.
/// </summary>
/// <param name="at">Which call, from 1; 0 for none.</param>
/// <param name="after">Whether the call still had its effect.</param>
internal sealed class Crashes(int at, bool after)
{
    private int _calls;

    /// <summary>Whether the call was reached; where it was not, all points have been walked through.</summary>
    public bool Happened { get; private set; }

    public IDocumentStore Around(IDocumentStore store) => new CrashingStore(store, this);

    public IWorkQueue Around(IWorkQueue queue) => new CrashingQueue(queue, this);

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var here = Interlocked.Increment(ref _calls) == at;
        if (here && !after)
        {
            Happened = true;
            throw new CrashException();
        }
        var result = await call();
        if (here)
        {
            Happened = true;
            throw new CrashException();
        }
        return result;
    }

    private sealed class CrashingStore(IDocumentStore inner, Crashes crashes) : IDocumentStore
    {
        public Task<Stored<T>?> ReadAsync<T>(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            crashes.CallAsync(() => inner.ReadAsync<T>(container, partitionKey, id, cancellationToken));

        public Task<string?> TryCreateAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document => crashes.CallAsync(() => inner.TryCreateAsync(container, document, cancellationToken));

        public Task<string?> TryReplaceAsync<T>(
            Container container,
            T document,
            string etag,
            CancellationToken cancellationToken = default
        )
            where T : Document =>
            crashes.CallAsync(() => inner.TryReplaceAsync(container, document, etag, cancellationToken));

        public Task<string> UpsertAsync<T>(
            Container container,
            T document,
            CancellationToken cancellationToken = default
        )
            where T : Document => crashes.CallAsync(() => inner.UpsertAsync(container, document, cancellationToken));

        public Task<bool> DeleteAsync(
            Container container,
            string partitionKey,
            string id,
            CancellationToken cancellationToken = default
        ) => crashes.CallAsync(() => inner.DeleteAsync(container, partitionKey, id, cancellationToken));

        public Task<bool> TryCommitAsync(
            Container container,
            string partitionKey,
            IReadOnlyList<Write> writes,
            CancellationToken cancellationToken = default
        ) => crashes.CallAsync(() => inner.TryCommitAsync(container, partitionKey, writes, cancellationToken));

        public Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
            where T : Document => crashes.CallAsync(() => inner.QueryAsync<T>(query, cancellationToken));

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
                yield return await crashes.CallAsync(() => Task.FromResult(stored));
            }
        }
    }

    private sealed class CrashingQueue(IWorkQueue inner, Crashes crashes) : IWorkQueue
    {
        public string MessagingSystem => inner.MessagingSystem;

        public Task EnqueueAsync(
            string queue,
            IReadOnlyList<string> messages,
            TimeSpan? delay = null,
            CancellationToken cancellationToken = default
        ) =>
            crashes.CallAsync(async () =>
            {
                await inner.EnqueueAsync(queue, messages, delay, cancellationToken);
                return true;
            });

        public Task<IReadOnlyList<QueueItem>> ReceiveAsync(
            string queue,
            int most,
            TimeSpan visibilityTimeout,
            CancellationToken cancellationToken = default
        ) => crashes.CallAsync(() => inner.ReceiveAsync(queue, most, visibilityTimeout, cancellationToken));

        public Task<string> OpenAsync(string body, CancellationToken cancellationToken = default) =>
            crashes.CallAsync(() => inner.OpenAsync(body, cancellationToken));

        public Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default) =>
            crashes.CallAsync(() => inner.CompleteAsync(item, cancellationToken));

        public Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default) =>
            crashes.CallAsync(() => inner.ReleaseAsync(item, delay, cancellationToken));

        public Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default) =>
            crashes.CallAsync(() => inner.MoveToPoisonAsync(item, cancellationToken));

        public Task<long> CountAsync(string queue, CancellationToken cancellationToken = default) =>
            crashes.CallAsync(() => inner.CountAsync(queue, cancellationToken));
    }
}
