namespace Advocacy.Platform.Store;

/// <summary>
/// The port to the documents. Narrow on purpose: what is here works alike on Cosmos DB and on SQLite, and costs there
/// what one expects. Outcomes that callers decide on (exists already, changed meanwhile) are return values; outages throw.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The document, or <c>null</c> where there is none, it has expired, or it is of another type.</summary>
    Task<Stored<T>?> ReadAsync<T>(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
        where T : Document;

    /// <summary>Creates; the new ETag, or <c>null</c> where a document with this id already exists in the partition.</summary>
    Task<string?> TryCreateAsync<T>(Container container, T document, CancellationToken cancellationToken = default)
        where T : Document;

    /// <summary>Replaces if nobody wrote since <paramref name="etag"/> was read; the new ETag, or <c>null</c> where it changed or is gone.</summary>
    Task<string?> TryReplaceAsync<T>(
        Container container,
        T document,
        string etag,
        CancellationToken cancellationToken = default
    )
        where T : Document;

    /// <summary>Creates or overwrites; the new ETag.</summary>
    Task<string> UpsertAsync<T>(Container container, T document, CancellationToken cancellationToken = default)
        where T : Document;

    /// <summary>Deletes; <c>false</c> where there was nothing.</summary>
    Task<bool> DeleteAsync(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// All writes or none, inside one partition, at most 100. <c>false</c> where one of them conflicted; nothing is written then.
    /// </summary>
    /// <exception cref="ArgumentException">A write belongs to another partition, or there are none or more than 100.</exception>
    Task<bool> TryCommitAsync(
        Container container,
        string partitionKey,
        IReadOnlyList<Write> writes,
        CancellationToken cancellationToken = default
    );

    /// <summary>One page of the documents of type <typeparamref name="T"/> that meet the query, in no promised order.</summary>
    /// <exception cref="ArgumentException">A condition names a field that the container does not index.</exception>
    Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
        where T : Document;

    /// <summary>
    /// Every document of type <typeparamref name="T"/> in shard <paramref name="shard"/> of <paramref name="shards"/>, each in exactly
    /// one shard. Documents written during the scan may or may not be seen; each is seen at most once.
    /// </summary>
    IAsyncEnumerable<Stored<T>> ScanAsync<T>(
        Container container,
        int shard,
        int shards,
        CancellationToken cancellationToken = default
    )
        where T : Document;
}

/// <summary>One write of an atomic batch.</summary>
public abstract record Write
{
    private Write() { }

    /// <summary>Fails the batch where the id exists.</summary>
    public sealed record Create(Document Document) : Write;

    /// <summary>Fails the batch where the document changed since <paramref name="ETag"/> or is gone.</summary>
    public sealed record Replace(Document Document, string ETag) : Write;

    /// <summary>Creates or overwrites.</summary>
    public sealed record Upsert(Document Document) : Write;

    /// <summary>Fails the batch where there is nothing to delete.</summary>
    public sealed record Delete(string Id) : Write;
}

/// <summary>A query by partition, by indexed fields, or both. All conditions must hold.</summary>
public sealed record Query(Container Container)
{
    /// <summary>Only this partition; <c>null</c> for all of them.</summary>
    public string? PartitionKey { get; init; }

    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>Where the page before left off; <c>null</c> for the first.</summary>
    public string? Continuation { get; init; }

    /// <summary>The most documents in a page, 1 to 1,000. A page may hold fewer although more follow.</summary>
    public int PageSize { get; init; } = 100;
}

public enum Comparison
{
    Equal,

    /// <summary>Less than or equal, ordinal for text.</summary>
    AtMost,

    /// <summary>Greater than or equal, ordinal for text.</summary>
    AtLeast,
}

/// <param name="Field">One of the container's indexed fields.</param>
/// <param name="Is">How it is compared.</param>
/// <param name="Value">Text as it stands in the JSON: an enum by its name, an instant by <see cref="DocumentJson.Text(DateTimeOffset)"/>.</param>
public sealed record Condition(string Field, Comparison Is, string Value);

/// <param name="Items">The documents of this page.</param>
/// <param name="Continuation">For the next page; <c>null</c> after the last.</param>
public sealed record Page<T>(IReadOnlyList<Stored<T>> Items, string? Continuation)
    where T : Document;
