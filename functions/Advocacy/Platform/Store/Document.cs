namespace Advocacy.Platform.Store;

/// <summary>What every stored document has. A concrete document says by <see cref="PartitionKey"/> where it lives.</summary>
public abstract record Document
{
    /// <summary>Opaque: random or a hash, never a name or an address. At most 255 characters, none of <c>/ \ ? #</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version of this document's shape. Readers accept every version they know.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Seconds this document lives after its last write; <c>null</c> for ever. Retention is set here and nowhere else.</summary>
    public int? Ttl { get; init; }

    /// <summary>The name of the concrete type: a query for <c>T</c> returns only documents of this type.</summary>
    public string Type => GetType().Name;

    /// <summary>The value at the container's partition key path.</summary>
    public abstract string PartitionKey { get; }
}

/// <summary>A document as read, with the tag that <see cref="IDocumentStore.TryReplaceAsync{T}"/> wants back.</summary>
/// <param name="Value">The document.</param>
/// <param name="ETag">Opaque; changes with every write.</param>
public sealed record Stored<T>(T Value, string ETag)
    where T : Document;
