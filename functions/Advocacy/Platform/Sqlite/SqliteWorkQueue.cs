using System.Globalization;
using Advocacy.Platform.Queue;

namespace Advocacy.Platform.Sqlite;

/// <summary>
/// Queues in a <see cref="SqliteFile"/>, with the limits of Azure Storage Queues. The messages of a call are added all or none, and a
/// move to the poison queue is one statement: after a crash the message stands in exactly one of the two.
/// </summary>
public sealed class SqliteWorkQueue(SqliteFile file) : IWorkQueue
{
    private const string Insert =
        "INSERT INTO queue_messages (seq, queue, visible_at, dequeue_count, receipt, body) VALUES (?1, ?2, ?3, 0, 0, ?4)";

    private const string Next =
        "SELECT 1 FROM queue_messages INDEXED BY queue_messages_next WHERE queue = ?1 AND visible_at <= ?2 LIMIT 1";

    private const string Receive =
        "UPDATE queue_messages SET visible_at = ?1, dequeue_count = dequeue_count + 1, receipt = ?2 WHERE seq IN ("
        + "SELECT seq FROM queue_messages INDEXED BY queue_messages_next WHERE queue = ?3 AND visible_at <= ?4 "
        + "ORDER BY visible_at, seq LIMIT ?5) RETURNING seq, body, dequeue_count";

    private const string Held = "WHERE seq = ?1 AND queue = ?2 AND receipt = ?3";
    private const string Complete = $"DELETE FROM queue_messages {Held}";
    private const string Release = $"UPDATE queue_messages SET visible_at = ?4, receipt = 0 {Held}";
    private const string Poison =
        $"UPDATE queue_messages SET queue = ?4, visible_at = ?5, dequeue_count = 0, receipt = 0 {Held}";

    private const string Orphans = "UPDATE queue_messages SET visible_at = ?1, receipt = 0 WHERE receipt <> 0";

    private const string Count = "SELECT count(*) FROM queue_messages INDEXED BY queue_messages_next WHERE queue = ?1";

    public string MessagingSystem => "sqlite";

    public async Task EnqueueAsync(
        string queue,
        IReadOnlyList<string> messages,
        TimeSpan? delay = null,
        CancellationToken cancellationToken = default
    )
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckDelay(delay ?? TimeSpan.Zero);
        QueueLimits.CheckMessages(queue, messages, Queues.LongestBody);
        if (messages.Count == 0)
        {
            return;
        }
        await file.Writer.WriteAsync(
            writer => writer.Atomically(inner => InsertAll(inner, queue, messages, After(delay ?? TimeSpan.Zero))),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<QueueItem>> ReceiveAsync(
        string queue,
        int most,
        TimeSpan visibilityTimeout,
        CancellationToken cancellationToken = default
    )
    {
        QueueLimits.CheckName(queue);
        QueueLimits.CheckVisibility(visibilityTimeout);
        QueueLimits.CheckMost(most);
        return file.Writer.WriteAsync<IReadOnlyList<QueueItem>>(
            writer => Take(writer, queue, most, visibilityTimeout),
            cancellationToken
        );
    }

    /// <summary>A body is the message itself.</summary>
    public Task<string> OpenAsync(string body, CancellationToken cancellationToken = default) => Task.FromResult(body);

    public Task<bool> CompleteAsync(QueueItem item, CancellationToken cancellationToken = default) =>
        ChangeAsync(item, Complete, _ => { }, cancellationToken);

    public Task<bool> ReleaseAsync(QueueItem item, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        QueueLimits.CheckDelay(delay);
        return ChangeAsync(item, Release, statement => statement.Bind(4, After(delay)), cancellationToken);
    }

    public Task<bool> MoveToPoisonAsync(QueueItem item, CancellationToken cancellationToken = default)
    {
        var poison = Queues.PoisonOf(item.Queue);
        QueueLimits.CheckName(poison);
        return ChangeAsync(
            item,
            Poison,
            statement => statement.Bind(4, poison).Bind(5, After(TimeSpan.Zero)),
            cancellationToken
        );
    }

    /// <summary>
    /// Makes every message visible that somebody received and has not settled. For a start that knows that no other process is
    /// alive: what a killed one held need not wait for its timeout.
    /// </summary>
    /// <returns>How many there were.</returns>
    public Task<int> ReleaseAllAsync(CancellationToken cancellationToken = default) =>
        file.Writer.WriteAsync(
            writer =>
            {
                using var statement = writer.Session.Use(Orphans);
                return statement.Bind(1, After(TimeSpan.Zero)).Execute();
            },
            cancellationToken
        );

    public Task<long> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        QueueLimits.CheckName(queue);
        using var reader = file.Read();
        using var row = reader.Use(Count);
        row.Bind(1, queue).Step();
        return Task.FromResult(row.Long(0));
    }

    private static bool InsertAll(SqliteWriter writer, string queue, IReadOnlyList<string> messages, long visibleAt)
    {
        foreach (var message in messages)
        {
            using var statement = writer.Session.Use(Insert);
            statement.Bind(1, writer.NextStamp()).Bind(2, queue).Bind(3, visibleAt).Bind(4, message).Execute();
        }
        return true;
    }

    private List<QueueItem> Take(SqliteWriter writer, string queue, int most, TimeSpan visibilityTimeout)
    {
        var items = new List<QueueItem>();
        // Looking first spares an idle queue's polls the counter, and so the write.
        using (var row = writer.Session.Use(Next))
        {
            if (!row.Bind(1, queue).Bind(2, After(TimeSpan.Zero)).Step())
            {
                return items;
            }
        }
        var receipt = writer.NextStamp();
        using var statement = writer.Session.Use(Receive);
        statement.Bind(1, After(visibilityTimeout)).Bind(2, receipt).Bind(3, queue);
        statement.Bind(4, After(TimeSpan.Zero)).Bind(5, most);
        while (statement.Step())
        {
            items.Add(
                new QueueItem(queue, Text(statement.Long(0)), statement.Text(1), (int)statement.Long(2), Text(receipt))
            );
        }
        return items;
    }

    /// <summary>Runs a statement on the message, if the item's receipt is still the latest.</summary>
    private async Task<bool> ChangeAsync(
        QueueItem item,
        string sql,
        Action<SqliteStatement> bindRest,
        CancellationToken cancellationToken
    )
    {
        // 0 is the receipt of a message that nobody holds: it must prove nothing.
        if (!TryNumber(item.Id, out var seq) || !TryNumber(item.Receipt, out var receipt) || receipt == 0)
        {
            return false;
        }
        return await file.Writer.WriteAsync(
            writer =>
            {
                using var statement = writer.Session.Use(sql);
                statement.Bind(1, seq).Bind(2, item.Queue).Bind(3, receipt);
                bindRest(statement);
                return statement.Execute() > 0;
            },
            cancellationToken
        );
    }

    private long After(TimeSpan delay) => file.Now + (long)delay.TotalMilliseconds;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
