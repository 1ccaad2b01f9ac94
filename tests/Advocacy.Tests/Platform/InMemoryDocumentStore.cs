using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform;

/// <summary>The document port in memory: as strict as the adapters, documents kept as JSON, time-to-live on the given clock.</summary>
internal sealed class InMemoryDocumentStore(TimeProvider time) : IDocumentStore
{
    private const int MostWrites = 100;
    private const int LargestPage = 1_000;
    private const int LargestDocument = 2 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<(string PartitionKey, string Id), Row>> _containers = [];
    private long _version;

    private sealed record Row(string Json, string Type, string ETag, DateTimeOffset? Until);

    /// <summary>Every document as JSON with its tag: two equal answers mean that nothing was written between them.</summary>
    public IReadOnlyDictionary<string, string> Snapshot()
    {
        lock (_lock)
        {
            return Containers
                .All.SelectMany(container =>
                    Rows(container)
                        .Select(row =>
                            KeyValuePair.Create(
                                $"{container.Name} {row.Key.PartitionKey} {row.Key.Id}",
                                $"{row.Value.ETag} {row.Value.Json}"
                            )
                        )
                )
                .ToDictionary();
        }
    }

    /// <summary>What somebody with a hand in the store can do to one document: its JSON becomes another.</summary>
    public void Tamper(Container container, string partitionKey, string id, Func<string, string> change)
    {
        lock (_lock)
        {
            var row = Rows(container)[(partitionKey, id)];
            var etag = string.Create(CultureInfo.InvariantCulture, $"\"{++_version}\"");
            Rows(container)[(partitionKey, id)] = row with { Json = change(row.Json), ETag = etag };
        }
    }

    public Task<Stored<T>?> ReadAsync<T>(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        lock (_lock)
        {
            return Done(
                Rows(container).TryGetValue((partitionKey, id), out var row) && row.Type == typeof(T).Name
                    ? StoredOf<T>(row)
                    : null,
                cancellationToken
            );
        }
    }

    public Task<string?> TryCreateAsync<T>(
        Container container,
        T document,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        lock (_lock)
        {
            return Done(
                Rows(container).ContainsKey(Key(document)) ? null : Put(container, document),
                cancellationToken
            );
        }
    }

    public Task<string?> TryReplaceAsync<T>(
        Container container,
        T document,
        string etag,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        lock (_lock)
        {
            return Done(
                Rows(container).TryGetValue(Key(document), out var row) && row.ETag == etag
                    ? Put(container, document)
                    : null,
                cancellationToken
            );
        }
    }

    public Task<string> UpsertAsync<T>(Container container, T document, CancellationToken cancellationToken = default)
        where T : Document
    {
        lock (_lock)
        {
            return Done(Put(container, document), cancellationToken);
        }
    }

    public Task<bool> DeleteAsync(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        lock (_lock)
        {
            return Done(Rows(container).Remove((partitionKey, id)), cancellationToken);
        }
    }

    public Task<bool> TryCommitAsync(
        Container container,
        string partitionKey,
        IReadOnlyList<Write> writes,
        CancellationToken cancellationToken = default
    )
    {
        if (writes.Count is 0 or > MostWrites || writes.Any(write => !BelongsTo(write, partitionKey)))
        {
            throw new ArgumentException("1 to 100 writes of one partition.", nameof(writes));
        }
        lock (_lock)
        {
            var before = new SortedDictionary<(string, string), Row>(Rows(container), ByKey.Comparer);
            if (writes.All(write => Apply(container, partitionKey, write)))
            {
                return Done(true, cancellationToken);
            }
            _containers[container.Name] = before;
            return Done(false, cancellationToken);
        }
    }

    public Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
        where T : Document
    {
        if (query.Where.FirstOrDefault(one => !query.Container.IndexedFields.Contains(one.Field)) is { } condition)
        {
            throw new ArgumentException($"{query.Container.Name} does not index {condition.Field}.", nameof(query));
        }
        if (query.PageSize is < 1 or > LargestPage)
        {
            throw new ArgumentException("A page has 1 to 1,000 documents.", nameof(query));
        }
        var after = query.Continuation?.Split('\u001f') is [var partitionKey, var id] ? (partitionKey, id) : ("", "");
        lock (_lock)
        {
            var found = Rows(query.Container)
                .Where(row => ByKey.Comparer.Compare(row.Key, after) > 0 && row.Value.Type == typeof(T).Name)
                .Where(row => query.PartitionKey is not { } wanted || row.Key.PartitionKey == wanted)
                .Where(row => query.Where.All(one => Holds(one, row.Value.Json)))
                .Take(query.PageSize + 1)
                .ToList();
            var page = found.Take(query.PageSize).ToList();
            var next = found.Count > page.Count ? $"{page[^1].Key.PartitionKey}\u001f{page[^1].Key.Id}" : null;
            return Done(new Page<T>([.. page.Select(row => StoredOf<T>(row.Value))], next), cancellationToken);
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
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, shards);
        List<Stored<T>> found;
        lock (_lock)
        {
            found =
            [
                .. Rows(container)
                    .Where(row => row.Value.Type == typeof(T).Name && ShardOf(row.Key.PartitionKey, shards) == shard)
                    .Select(row => StoredOf<T>(row.Value)),
            ];
        }
        foreach (var stored in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stored;
        }
        await Task.CompletedTask;
    }

    private SortedDictionary<(string PartitionKey, string Id), Row> Rows(Container container)
    {
        if (!_containers.TryGetValue(container.Name, out var rows))
        {
            _containers[container.Name] = rows = new(ByKey.Comparer);
        }
        var now = time.GetUtcNow();
        foreach (var (key, _) in rows.Where(row => row.Value.Until <= now).ToList())
        {
            rows.Remove(key);
        }
        return rows;
    }

    private string Put(Container container, Document document)
    {
        var json = JsonSerializer.Serialize(document, document.GetType(), DocumentJson.Options);
        if (json.Length > LargestDocument)
        {
            throw new ArgumentException("The document has more than 2 MB.", nameof(document));
        }
        if (Field(json, container.PartitionKeyPath[1..]) != document.PartitionKey)
        {
            throw new ArgumentException(
                $"{container.PartitionKeyPath} is not the {document.Type}'s partition key.",
                nameof(document)
            );
        }
        var until = document.Ttl is { } seconds ? time.GetUtcNow().AddSeconds(seconds) : (DateTimeOffset?)null;
        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{++_version}\"");
        Rows(container)[Key(document)] = new Row(json, document.Type, etag, until);
        return etag;
    }

    /// <summary>Before anything is looked up: an id that cannot be one is wrong even where nothing would be written.</summary>
    private static void Check(Document document)
    {
        if (document.Id.Length is 0 or > 255 || document.Id.AsSpan().ContainsAny(@"/\?#"))
        {
            throw new ArgumentException($"\"{document.Id}\" cannot be an id.", nameof(document));
        }
    }

    private bool Apply(Container container, string partitionKey, Write write)
    {
        var rows = Rows(container);
        switch (write)
        {
            case Write.Create create when rows.ContainsKey(Key(create.Document)):
                return false;
            case Write.Create create:
                Put(container, create.Document);
                return true;
            case Write.Replace replace:
                if (!rows.TryGetValue(Key(replace.Document), out var row) || row.ETag != replace.ETag)
                {
                    return false;
                }
                Put(container, replace.Document);
                return true;
            case Write.Upsert upsert:
                Put(container, upsert.Document);
                return true;
            case Write.Delete delete:
                return rows.Remove((partitionKey, delete.Id));
            default:
                throw new ArgumentException("An unknown kind of write.", nameof(write));
        }
    }

    private static bool BelongsTo(Write write, string partitionKey) =>
        write switch
        {
            Write.Create create => create.Document.PartitionKey == partitionKey,
            Write.Replace replace => replace.Document.PartitionKey == partitionKey,
            Write.Upsert upsert => upsert.Document.PartitionKey == partitionKey,
            _ => true,
        };

    private static bool Holds(Condition condition, string json)
    {
        if (Field(json, condition.Field) is not { } value)
        {
            return false;
        }
        var order = string.CompareOrdinal(value, condition.Value);
        return condition.Is switch
        {
            Comparison.Equal => order == 0,
            Comparison.AtMost => order <= 0,
            _ => order >= 0,
        };
    }

    private static string? Field(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    private static (string PartitionKey, string Id) Key(Document document)
    {
        Check(document);
        return (document.PartitionKey, document.Id);
    }

    private static Stored<T> StoredOf<T>(Row row)
        where T : Document => new(JsonSerializer.Deserialize<T>(row.Json, DocumentJson.Options)!, row.ETag);

    private static int ShardOf(string partitionKey, int shards) =>
        int.Parse(Ids.Of(partitionKey).AsSpan(0, 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        % shards;

    private static Task<T> Done<T>(T value, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(value);

    private static class ByKey
    {
        public static readonly Comparer<(string PartitionKey, string Id)> Comparer = Comparer<(
            string PartitionKey,
            string Id
        )>.Create(
            (one, other) =>
                string.CompareOrdinal(one.PartitionKey, other.PartitionKey) is var order && order != 0
                    ? order
                    : string.CompareOrdinal(one.Id, other.Id)
        );
    }
}
