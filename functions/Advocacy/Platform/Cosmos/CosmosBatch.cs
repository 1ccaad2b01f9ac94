using Advocacy.Platform.Store;
using Microsoft.Azure.Cosmos;
using Container = Advocacy.Platform.Store.Container;

namespace Advocacy.Platform.Cosmos;

/// <summary>The port's writes as one transactional batch.</summary>
internal static class CosmosBatch
{
    /// <summary>Adds all writes; <c>false</c> where one of them can never be met, so that there is nothing to send.</summary>
    /// <exception cref="ArgumentException">A write breaks a limit, or belongs to another partition.</exception>
    public static bool TryAdd(
        TransactionalBatch batch,
        Container container,
        string partitionKey,
        IReadOnlyList<Write> writes
    )
    {
        DocumentLimits.CheckCount(writes);
        var possible = true;
        var bytes = 0L;
        foreach (var write in writes)
        {
            var document = DocumentOf(write);
            if (document is not null && document.PartitionKey != partitionKey)
            {
                throw new ArgumentException(
                    $"The document {document.Id} belongs to another partition than its batch.",
                    nameof(writes)
                );
            }
            // The batch reads the stream when it is sent, and closes it.
            var body = document is null ? null : DocumentBody.Of(container, document);
            bytes += body?.Length ?? 0;
            possible &= TryAdd(batch, write, body);
        }
        DocumentLimits.CheckBatch(bytes);
        return possible;
    }

    /// <summary>Nothing was ever written with an empty tag; and <c>*</c> would match every document.</summary>
    public static bool IsTag(string etag) =>
        etag.Length > 0 && etag != "*" && etag.All(character => character is > ' ' and <= '~');

    private static bool TryAdd(TransactionalBatch batch, Write write, Stream? body)
    {
        switch (write)
        {
            case Write.Create:
                batch.CreateItemStream(body);
                return true;
            case Write.Replace replace when !IsTag(replace.ETag):
                return false;
            case Write.Replace replace:
                batch.ReplaceItemStream(
                    replace.Document.Id,
                    body,
                    new TransactionalBatchItemRequestOptions { IfMatchEtag = replace.ETag }
                );
                return true;
            case Write.Upsert:
                batch.UpsertItemStream(body);
                return true;
            case Write.Delete delete when !DocumentLimits.IsId(delete.Id):
                return false;
            case Write.Delete delete:
                batch.DeleteItem(delete.Id);
                return true;
            default:
                throw new ArgumentException($"{write} is no write.", nameof(write));
        }
    }

    private static Document? DocumentOf(Write write) =>
        write switch
        {
            Write.Create create => create.Document,
            Write.Replace replace => replace.Document,
            Write.Upsert upsert => upsert.Document,
            _ => null,
        };
}
