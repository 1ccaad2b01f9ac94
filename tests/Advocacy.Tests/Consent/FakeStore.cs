using System.Runtime.CompilerServices;
using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Consent;

/// <summary>As much of a document store as consent and roster need: documents as JSON in memory, and any call can fail.</summary>
/// <param name="yields">Whether every call lets others go first, as a real store does.</param>
internal sealed class FakeStore(bool yields = true) : IDocumentStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Container, string Partition, string Id), Entry> _documents = [];
    private int _calls;
    private int _etag;

    /// <summary>Every write that took effect, in order: what was done to which id.</summary>
    public List<(string What, string Container, string Id)> Writes { get; } = [];

    /// <summary>The call, counted from 1, that fails before it does anything; 0 for none.</summary>
    public int FailBefore { get; set; }

    /// <summary>The call, counted from 1, whose answer is lost after it did its work; 0 for none.</summary>
    public int FailAfter { get; set; }

    public int Calls => _calls;

    public int Count(string container) => _documents.Keys.Count(key => key.Container == container);

    public Task<Stored<T>?> ReadAsync<T>(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
        where T : Document =>
        Call(() => Find(container, partitionKey, id) is { } entry ? Stored<T>(entry) : null, cancellationToken);

    public Task<string?> TryCreateAsync<T>(
        Container container,
        T document,
        CancellationToken cancellationToken = default
    )
        where T : Document =>
        Call(() => Try(container, document.PartitionKey, [new Write.Create(document)]), cancellationToken);

    public Task<string?> TryReplaceAsync<T>(
        Container container,
        T document,
        string etag,
        CancellationToken cancellationToken = default
    )
        where T : Document =>
        Call(() => Try(container, document.PartitionKey, [new Write.Replace(document, etag)]), cancellationToken);

    public Task<string> UpsertAsync<T>(Container container, T document, CancellationToken cancellationToken = default)
        where T : Document =>
        Call(() => Try(container, document.PartitionKey, [new Write.Upsert(document)])!, cancellationToken);

    public Task<bool> DeleteAsync(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    ) => Call(() => Try(container, partitionKey, [new Write.Delete(id)]) is not null, cancellationToken);

    public Task<bool> TryCommitAsync(
        Container container,
        string partitionKey,
        IReadOnlyList<Write> writes,
        CancellationToken cancellationToken = default
    ) => Call(() => Try(container, partitionKey, writes) is not null, cancellationToken);

    public Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
        where T : Document =>
        Call(
            () =>
            {
                // Backwards, two at a time: no order is promised, and pages are small.
                var all = _documents
                    .Where(d => d.Key.Container == query.Container.Name && d.Key.Partition == query.PartitionKey)
                    .OrderByDescending(d => d.Key.Id, StringComparer.Ordinal)
                    .Select(d => Stored<T>(d.Value))
                    .OfType<Stored<T>>()
                    .ToList();
                var start = query.Continuation is { } text ? int.Parse(text, null) : 0;
                var next = start + 2;
                return new Page<T>([.. all.Skip(start).Take(2)], next < all.Count ? $"{next}" : null);
            },
            cancellationToken
        );

    public async IAsyncEnumerable<Stored<T>> ScanAsync<T>(
        Container container,
        int shard,
        int shards,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
        where T : Document
    {
        await Task.Yield();
        foreach (var (key, entry) in _documents.Where(d => d.Key.Container == container.Name))
        {
            if (shard == 0 && Stored<T>(entry) is { } stored)
            {
                yield return stored;
            }
        }
    }

    private async Task<TResult> Call<TResult>(Func<TResult> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (yields)
        {
            await Task.Yield();
        }
        lock (_lock)
        {
            var call = ++_calls;
            if (call == FailBefore)
            {
                throw new IOException("The store is out of reach.");
            }
            var result = work();
            return call == FailAfter ? throw new IOException("The store's answer was lost.") : result;
        }
    }

    private string? Try(Container container, string partition, IReadOnlyList<Write> writes)
    {
        if (!writes.All(write => Fits(container, partition, write)))
        {
            return null;
        }
        foreach (var write in writes)
        {
            var id = IdOf(write);
            Writes.Add((write.GetType().Name, container.Name, id));
            if (DocumentOf(write) is not { } document)
            {
                _documents.Remove((container.Name, partition, id));
                continue;
            }
            document.PartitionKey.ShouldBe(partition);
            var json = JsonSerializer.Serialize(document, document.GetType(), DocumentJson.Options);
            _documents[(container.Name, partition, id)] = new Entry(json, document.Type, $"{++_etag}");
        }
        return $"{_etag}";
    }

    private bool Fits(Container container, string partition, Write write)
    {
        var found = Find(container, partition, IdOf(write));
        return write switch
        {
            Write.Create => found is null,
            Write.Replace replace => found?.ETag == replace.ETag,
            Write.Delete => found is not null,
            _ => true,
        };
    }

    private Entry? Find(Container container, string partition, string id) =>
        _documents.GetValueOrDefault((container.Name, partition, id));

    private static Document? DocumentOf(Write write) =>
        write switch
        {
            Write.Create create => create.Document,
            Write.Replace replace => replace.Document,
            Write.Upsert upsert => upsert.Document,
            _ => null,
        };

    private static string IdOf(Write write) => DocumentOf(write)?.Id ?? ((Write.Delete)write).Id;

    private static Stored<T>? Stored<T>(Entry entry)
        where T : Document =>
        entry.Type == typeof(T).Name
            ? new Stored<T>(JsonSerializer.Deserialize<T>(entry.Json, DocumentJson.Options)!, entry.ETag)
            : null;

    private sealed record Entry(string Json, string Type, string ETag);
}
