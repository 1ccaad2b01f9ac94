using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Advocacy.Platform.Store;

/// <summary>What Cosmos DB takes. Every adapter keeps to it, so that what runs on one runs on the other.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of JSON in one document, and in one batch.</summary>
    public const int LargestBody = 2 * 1024 * 1024;

    /// <summary>Writes in one batch.</summary>
    public const int MostWrites = 100;

    /// <summary>Documents in one page of a query.</summary>
    public const int MostItems = 1000;

    private const int LongestId = 255;
    private const int LongestPartitionKey = 2048;
    private static readonly SearchValues<char> NotInIds = SearchValues.Create("/\\?#");

    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && !id.AsSpan().ContainsAny(NotInIds);

    /// <summary>The document as JSON, once its id, partition key, ttl and size are found to be possible.</summary>
    /// <exception cref="ArgumentException">One of them is not.</exception>
    public static byte[] Serialize(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        CheckKey(document);
        var body = JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), DocumentJson.Options);
        return body.Length <= LargestBody
            ? body
            : throw new ArgumentException(
                $"The document {document.Id} has {body.Length} bytes of JSON; at most {LargestBody} can be stored.",
                nameof(document)
            );
    }

    /// <exception cref="ArgumentException">The JSON has something else at the container's partition key path.</exception>
    public static void CheckPartitionKey(Container container, Document document, string? inJson)
    {
        if (inJson != document.PartitionKey)
        {
            throw new ArgumentException(
                $"The document {document.Id} says another partition key than its JSON at {container.PartitionKeyPath}.",
                nameof(document)
            );
        }
    }

    /// <exception cref="ArgumentException">There are none or too many.</exception>
    public static void CheckCount(IReadOnlyList<Write> writes)
    {
        if (writes.Count is 0 or > MostWrites)
        {
            throw new ArgumentException($"A batch has 1 to {MostWrites} writes, not {writes.Count}.", nameof(writes));
        }
    }

    /// <exception cref="ArgumentException">The documents of a batch are too large together.</exception>
    public static void CheckBatch(long bytes)
    {
        if (bytes > LargestBody)
        {
            throw new ArgumentException(
                $"The batch has {bytes} bytes of JSON; at most {LargestBody} can be committed at once.",
                nameof(bytes)
            );
        }
    }

    /// <exception cref="ArgumentException">A field is not indexed, or the page size is out of range.</exception>
    public static void Check(Query query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, MostItems, nameof(query));
        var container = query.Container;
        if (query.Where.FirstOrDefault(one => !container.IndexedFields.Contains(one.Field)) is { } wrong)
        {
            throw new ArgumentException(
                $"The container '{container.Name}' does not index '{wrong.Field}', only: {string.Join(", ", container.IndexedFields)}.",
                nameof(query)
            );
        }
    }

    private static void CheckKey(Document document)
    {
        if (!IsId(document.Id))
        {
            throw new ArgumentException(
                $"'{document.Id}' is no document id: 1 to {LongestId} characters, none of / \\ ? #.",
                nameof(document)
            );
        }
        if (Encoding.UTF8.GetByteCount(document.PartitionKey) > LongestPartitionKey)
        {
            throw new ArgumentException(
                $"The partition key of {document.Id} is longer than {LongestPartitionKey} bytes.",
                nameof(document)
            );
        }
        if (document.Ttl <= 0)
        {
            throw new ArgumentException(
                $"The document {document.Id} has a ttl of {document.Ttl}: seconds from 1 up, or null for ever.",
                nameof(document)
            );
        }
    }
}
