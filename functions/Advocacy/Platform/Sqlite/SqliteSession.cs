using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Advocacy.Platform.Sqlite;

/// <summary>One open connection with the statements that were prepared on it. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _db;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    private SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        _db = connection.Handle!;
    }

    /// <summary>True outside a transaction, also where SQLite itself rolled it back (disk full, I/O error).</summary>
    public bool IsAutocommit => raw.sqlite3_get_autocommit(_db) != 0;

    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it is written, and created.</param>
    /// <param name="patience">How long a statement waits for another process's transaction.</param>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static SqliteSession Open(string path, SqliteOpenMode mode, TimeSpan patience)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            // Sessions are pooled here; the provider's pool would keep the file open after DisposeAsync.
            Pooling = false,
        };
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            _ = raw.sqlite3_busy_timeout(session._db, (int)patience.TotalMilliseconds);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The statement, ready to be bound. It is prepared once: <paramref name="sql"/> must come from a fixed set of texts.</summary>
    public SqliteStatement Use(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            var code = raw.sqlite3_prepare_v3(_db, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
            SqliteException.ThrowExceptionForRC(code, _db);
            _statements[sql] = statement = new SqliteStatement(_db, handle);
        }
        return statement;
    }

    public int Execute(string sql)
    {
        using var statement = Use(sql);
        return statement.Execute();
    }

    public long ReadLong(string sql)
    {
        using var statement = Use(sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Close();
        }
        _connection.Dispose();
    }
}
