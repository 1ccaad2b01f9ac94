using System.Globalization;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Sqlite;

/// <summary>One document's write on the writer. Whether it may be made is the statement's own condition: a conflict changes no row.</summary>
internal static class RowWrites
{
    public static Func<SqliteWriter, bool> Step(ContainerTable table, string partitionKey, Write write, ref long bytes)
    {
        if (write is Write.Delete delete)
        {
            return writer => Delete(writer, table, partitionKey, delete.Id);
        }
        var (sql, document, etag) = write switch
        {
            Write.Create create => (table.Create, create.Document, null),
            Write.Replace replace => (table.Replace, replace.Document, replace.ETag),
            Write.Upsert upsert => (table.Upsert, upsert.Document, (string?)null),
            _ => throw new ArgumentException($"{write} is no write.", nameof(write)),
        };
        if (document.PartitionKey != partitionKey)
        {
            throw new ArgumentException(
                $"The document {document.Id} belongs to another partition than its batch.",
                nameof(write)
            );
        }
        var row = DocumentRow.Of(table, document);
        bytes += row.Body.Length;
        return writer => Put(writer, table, sql, row, etag) is not null;
    }

    /// <summary>The new ETag, or null where the statement's condition did not hold.</summary>
    public static string? Put(
        SqliteWriter writer,
        ContainerTable table,
        string sql,
        DocumentRow row,
        string? expected = null
    )
    {
        var stamp = writer.NextStamp();
        var now = writer.Now;
        using var statement = writer.Session.Use(sql);
        row.Bind(statement, stamp, now);
        if (sql != table.Upsert)
        {
            statement.Bind(table.NowParameter, now);
        }
        if (sql == table.Replace)
        {
            // What is no number was never one of our tags: it matches nothing.
            var isTag = long.TryParse(expected, NumberStyles.None, CultureInfo.InvariantCulture, out var tag);
            statement.Bind(table.NowParameter + 1, isTag ? tag : -1);
        }
        return statement.Execute() > 0 ? ETag(stamp) : null;
    }

    public static bool Delete(SqliteWriter writer, ContainerTable table, string partitionKey, string id)
    {
        using var statement = writer.Session.Use(table.Delete);
        return BindKey(statement, partitionKey, id).Bind(4, writer.Now).Execute() > 0;
    }

    public static SqliteStatement BindKey(SqliteStatement statement, string partitionKey, string id) =>
        statement.Bind(1, ContainerTable.SlotOf(partitionKey)).Bind(2, partitionKey).Bind(3, id);

    public static string ETag(long stamp) => stamp.ToString(CultureInfo.InvariantCulture);
}
