using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Sqlite;

/// <summary>
/// Documents in a <see cref="SqliteFile"/>, with the limits of Cosmos DB so that what runs here runs there: ids, sizes, batches.
/// Reads run on the caller's thread (they take microseconds); writes complete when they are committed.
/// </summary>
/// <remarks>Text is compared as UTF-8, which is ordinal order but for characters beyond U+FFFF: they come last.</remarks>
public sealed class SqliteDocumentStore(SqliteFile file) : IDocumentStore
{
    private const int ScanPage = 200;
    private const int PurgePage = 500;

    public Task<Stored<T>?> ReadAsync<T>(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var reader = file.Read();
        using var row = reader.Use(file.Table(container).Read);
        RowWrites.BindKey(row, partitionKey, id).Bind(4, file.Now);
        return Task.FromResult(
            row.Step() && row.Bytes(1).SequenceEqual(TypeOf<T>.Name)
                ? new Stored<T>(Parse<T>(row.Bytes(2)), RowWrites.ETag(row.Long(0)))
                : null
        );
    }

    public Task<string?> TryCreateAsync<T>(
        Container container,
        T document,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var table = file.Table(container);
        var row = DocumentRow.Of(table, document);
        return file.Writer.WriteAsync(writer => RowWrites.Put(writer, table, table.Create, row), cancellationToken);
    }

    public Task<string?> TryReplaceAsync<T>(
        Container container,
        T document,
        string etag,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var table = file.Table(container);
        var row = DocumentRow.Of(table, document);
        return file.Writer.WriteAsync(
            writer => RowWrites.Put(writer, table, table.Replace, row, etag),
            cancellationToken
        );
    }

    public async Task<string> UpsertAsync<T>(
        Container container,
        T document,
        CancellationToken cancellationToken = default
    )
        where T : Document
    {
        var table = file.Table(container);
        var row = DocumentRow.Of(table, document);
        var etag = await file.Writer.WriteAsync(
            writer => RowWrites.Put(writer, table, table.Upsert, row),
            cancellationToken
        );
        return etag!;
    }

    public Task<bool> DeleteAsync(
        Container container,
        string partitionKey,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        var table = file.Table(container);
        return file.Writer.WriteAsync(writer => RowWrites.Delete(writer, table, partitionKey, id), cancellationToken);
    }

    public Task<bool> TryCommitAsync(
        Container container,
        string partitionKey,
        IReadOnlyList<Write> writes,
        CancellationToken cancellationToken = default
    )
    {
        DocumentLimits.CheckCount(writes);
        var table = file.Table(container);
        var steps = new List<Func<SqliteWriter, bool>>(writes.Count);
        var bytes = 0L;
        foreach (var write in writes)
        {
            steps.Add(RowWrites.Step(table, partitionKey, write, ref bytes));
        }
        DocumentLimits.CheckBatch(bytes);
        return file.Writer.WriteAsync(
            writer => writer.Atomically(inner => steps.TrueForAll(step => step(inner))),
            cancellationToken
        );
    }

    public Task<Page<T>> QueryAsync<T>(Query query, CancellationToken cancellationToken = default)
        where T : Document
    {
        cancellationToken.ThrowIfCancellationRequested();
        var plan = QueryPlan.Of(file.Table(query.Container), query, typeof(T).Name, file.Now);
        using var reader = file.Read();
        using var row = reader.Use(plan.Sql);
        plan.Bind(row);
        var items = new List<Stored<T>>();
        string? continuation = null;
        while (row.Step())
        {
            if (items.Count == plan.Limit)
            {
                return Task.FromResult(new Page<T>(items, continuation));
            }
            items.Add(new Stored<T>(Parse<T>(row.Bytes(1)), RowWrites.ETag(row.Long(0))));
            if (items.Count == plan.Limit)
            {
                continuation = plan.ContinuationAt(row);
            }
        }
        return Task.FromResult(new Page<T>(items, null));
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
        var table = file.Table(container);
        var end = (shard + 1L) * ContainerTable.Slots / shards;
        var after = (Slot: (long)shard * ContainerTable.Slots / shards, PartitionKey: "", Id: "");
        var page = new List<Stored<T>>(ScanPage);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page.Clear();
            // A statement that stayed open while the caller works would keep the log from being folded into the file.
            after = ReadPage(table, after, end, page);
            foreach (var item in page)
            {
                yield return item;
            }
            await Task.Yield();
        } while (page.Count == ScanPage);
    }

    /// <summary>Removes what has expired (it is invisible already) and says how many documents that were.</summary>
    public async Task<int> PurgeExpiredAsync(CancellationToken cancellationToken = default)
    {
        var purged = 0;
        foreach (var table in file.Tables)
        {
            int some;
            do
            {
                // A little at a time, so that other writes get their turn.
                some = await file.Writer.WriteAsync(
                    writer =>
                    {
                        using var statement = writer.Session.Use(table.Purge);
                        return statement.Bind(1, writer.Now).Bind(2, PurgePage).Execute();
                    },
                    cancellationToken
                );
                purged += some;
            } while (some == PurgePage);
        }
        return purged;
    }

    private (long Slot, string PartitionKey, string Id) ReadPage<T>(
        ContainerTable table,
        (long Slot, string PartitionKey, string Id) after,
        long end,
        List<Stored<T>> page
    )
        where T : Document
    {
        using var reader = file.Read();
        using var row = reader.Use(table.Scan);
        row.Bind(1, after.Slot).Bind(2, after.PartitionKey).Bind(3, after.Id).Bind(4, end);
        row.Bind(5, TypeOf<T>.Name).Bind(6, file.Now).Bind(7, ScanPage);
        while (row.Step())
        {
            page.Add(new Stored<T>(Parse<T>(row.Bytes(1)), RowWrites.ETag(row.Long(0))));
            if (page.Count == ScanPage)
            {
                return (ContainerTable.SlotOf(row.Text(2)), row.Text(2), row.Text(3));
            }
        }
        return after;
    }

    private static T Parse<T>(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize<T>(body, DocumentJson.Options)!;

    private static class TypeOf<T>
    {
        public static readonly byte[] Name = Encoding.UTF8.GetBytes(typeof(T).Name);
    }
}
