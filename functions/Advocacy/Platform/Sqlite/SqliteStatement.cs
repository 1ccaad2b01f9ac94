using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Advocacy.Platform.Sqlite;

/// <summary>
/// A prepared statement on SQLite's own interface: parameters count from 1 and columns from 0. <see cref="Dispose"/> ends this use
/// of it and keeps it prepared; its session frees it. SqliteCommand would bind and read boxed objects, which costs more than the
/// statements themselves.
/// </summary>
internal sealed class SqliteStatement(sqlite3 db, sqlite3_stmt handle) : IDisposable
{
    private const int ShortText = 170;

    public SqliteStatement Bind(int parameter, long value) => Checked(raw.sqlite3_bind_int64(handle, parameter, value));

    public SqliteStatement Bind(int parameter, long? value) => value is { } number ? Bind(parameter, number) : this;

    public SqliteStatement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            return this;
        }
        // Three bytes of UTF-8 at most for each UTF-16 unit.
        Span<byte> buffer = value.Length <= ShortText ? stackalloc byte[3 * ShortText] : new byte[3 * value.Length];
        return Bind(parameter, text: buffer[..Encoding.UTF8.GetBytes(value, buffer)]);
    }

    public SqliteStatement Bind(int parameter, ReadOnlySpan<byte> text) =>
        Checked(raw.sqlite3_bind_text(handle, parameter, text));

    public SqliteStatement BindBlob(int parameter, ReadOnlySpan<byte> blob) =>
        Checked(raw.sqlite3_bind_blob(handle, parameter, blob));

    /// <summary>True where there is a row to read.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, db);
        }
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs an INSERT, UPDATE or DELETE to its end; the rows that it changed.</summary>
    public int Execute()
    {
        while (Step()) { }
        return raw.sqlite3_changes(db);
    }

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>Text or blob as it lies in SQLite's memory: gone at the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose()
    {
        // The code that reset returns is the last step's, which was thrown there already.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    /// <summary>Frees the statement for good.</summary>
    public void Close() => handle.Dispose();

    private SqliteStatement Checked(int code)
    {
        SqliteException.ThrowExceptionForRC(code, db);
        return this;
    }
}
