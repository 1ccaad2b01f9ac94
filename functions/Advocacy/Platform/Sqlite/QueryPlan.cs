using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Sqlite;

/// <summary>
/// A query as one statement that walks one index from where the page before ended: the partition, else a field that must equal a
/// value, else the first field that is compared, else all rows. The text depends on the query's shape only, values are parameters.
/// </summary>
/// <remarks>
/// A partition is walked by id and everything else by row number, which a document keeps as long as it lives. So the field
/// indexes need no key in them and grow at their end, which is what makes writing fast.
/// </remarks>
internal sealed class QueryPlan
{
    private const string LastId = "id";
    private const string LastRow = "rowid";

    private readonly List<object> _values = [];
    private readonly string _last;
    private readonly string? _order;

    private QueryPlan(ContainerTable table, Query query, string type, long now)
    {
        Limit = query.PageSize;
        var equal = query.PartitionKey is null
            ? query.Where.FirstOrDefault(condition => condition.Is == Comparison.Equal)
            : null;
        var range = query.PartitionKey is null && equal is null && query.Where is [var first, ..] ? first.Field : null;
        _last = query.PartitionKey is null ? LastRow : LastId;
        _order = range is null ? null : ContainerTable.Column(range);
        var after = Continuation(query.Continuation);

        var index =
            query.PartitionKey is not null ? $"INDEXED BY {table.KeyIndex}"
            : (equal?.Field ?? range) is { } lead ? $"INDEXED BY {table.FieldIndex(lead)}"
            : "NOT INDEXED";
        var sql = new StringBuilder();
        Append(sql, $"SELECT etag, body, {_last}, {_order ?? "NULL"} FROM {table.Name} {index} WHERE ");
        AppendStart(sql, query, after);
        foreach (var condition in query.Where)
        {
            AppendCondition(
                sql,
                condition,
                isLead: ReferenceEquals(condition, equal),
                isRange: condition.Field == range
            );
        }
        Append(sql, $"type = {Value(type)} AND (expires IS NULL OR expires > {Value(now)}) ");
        // One more than the page tells whether another page follows.
        Append(sql, $"ORDER BY {(_order is null ? "" : $"{_order}, ")}{_last} LIMIT {Value(Limit + 1L)}");
        Sql = sql.ToString();
    }

    public string Sql { get; }
    public int Limit { get; }

    /// <exception cref="ArgumentException">A field is not indexed, the page size is out of range, or the continuation is not ours.</exception>
    public static QueryPlan Of(ContainerTable table, Query query, string type, long now)
    {
        DocumentLimits.Check(query);
        return new QueryPlan(table, query, type, now);
    }

    public void Bind(SqliteStatement statement)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            _ = _values[i] is long number ? statement.Bind(i + 1, number) : statement.Bind(i + 1, (string)_values[i]);
        }
    }

    /// <summary>Where the page ends that has the present row as its last.</summary>
    public string ContinuationAt(SqliteStatement row)
    {
        string[] place = _order is null ? [_last, row.Text(2)] : [_last, row.Text(2), row.Text(3)];
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(place));
    }

    private void AppendStart(StringBuilder sql, Query query, string[]? after)
    {
        if (query.PartitionKey is { } partitionKey)
        {
            var slot = Value((long)ContainerTable.SlotOf(partitionKey));
            Append(sql, $"slot = {slot} AND pk = {Value(partitionKey)} AND id > {Value(after?[1] ?? "")} AND ");
            return;
        }
        var row = Value(after is null ? 0L : long.Parse(after[1], CultureInfo.InvariantCulture));
        if (_order is null)
        {
            Append(sql, $"rowid > {row} AND ");
            return;
        }
        // The empty text comes before all others.
        var least = query.Where[0] is { Is: Comparison.AtLeast } lower ? lower.Value : "";
        Append(sql, $"({_order}, rowid) > ({Value(after?[2] ?? least)}, {row}) AND ");
    }

    private void AppendCondition(StringBuilder sql, Condition condition, bool isLead, bool isRange)
    {
        // The plus keeps SQLite from starting at this condition instead of where the page before ended; the value to equal and
        // an upper bound do not move the start.
        var (free, sign) = condition.Is switch
        {
            Comparison.Equal => (isLead, "="),
            Comparison.AtMost => (isRange, "<="),
            _ => (false, ">="),
        };
        Append(
            sql,
            $"{(free ? "" : "+")}{ContainerTable.Column(condition.Field)} {sign} {Value(condition.Value)} AND "
        );
    }

    private static void Append(StringBuilder sql, FormattableString text) =>
        sql.Append(text.ToString(CultureInfo.InvariantCulture));

    private string Value(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{_values.Count}");
    }

    private string[]? Continuation(string? continuation)
    {
        if (continuation is null)
        {
            return null;
        }
        try
        {
            var place = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(continuation));
            if (
                place?.Length == (_order is null ? 2 : 3)
                && place[0] == _last
                && place[1] is { } last
                && (_last == LastId || long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                && place[^1] is not null
            )
            {
                return place!;
            }
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            // Falls through to the one message for all of it.
        }
        throw new ArgumentException("The continuation does not belong to this query.", nameof(continuation));
    }
}
