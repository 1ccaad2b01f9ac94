using System.Collections.Concurrent;
using Advocacy.Platform.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Advocacy.Platform.Sqlite;

/// <summary>
/// The one file that holds documents and queues. Writing has one writer and commits in groups; reading takes a connection of its
/// own and never waits for the writer (write-ahead log).
/// </summary>
public sealed class SqliteFile : IAsyncDisposable
{
    private static readonly int MostIdleReaders = 2 * Environment.ProcessorCount;

    private readonly ConcurrentQueue<SqliteSession> _idle = new();
    private readonly Dictionary<string, ContainerTable> _tables;
    private readonly SqliteSession _writing;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private int _disposed;

    /// <summary>Opens the file; creates it and its folder where they do not exist.</summary>
    /// <exception cref="IOException">It cannot be opened; the message says why and what to do.</exception>
    public SqliteFile(string path, TimeProvider time)
        : this(path, time, Containers.All, TimeSpan.FromSeconds(5)) { }

    /// <param name="patience">How long a transaction of another process is waited for.</param>
    internal SqliteFile(string path, TimeProvider time, IEnumerable<Container> containers, TimeSpan patience)
    {
        Path = System.IO.Path.GetFullPath(path);
        _patience = patience;
        _time = time;
        _tables = containers.Select(container => new ContainerTable(container)).ToDictionary(table => table.Name);
        _writing = Open();
        Writer = new SqliteWriter(_writing, time);
        Writer.Start();
    }

    public string Path { get; }

    /// <summary>Unix milliseconds.</summary>
    internal long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    internal SqliteWriter Writer { get; }

    /// <exception cref="ArgumentException">No such container, or with other fields than the file has.</exception>
    internal ContainerTable Table(Container container) =>
        _tables.TryGetValue(container.Name, out var table)
            ? table
            : throw new ArgumentException(
                $"The container '{container.Name}' is not listed in Containers.All.",
                nameof(container)
            );

    internal IEnumerable<ContainerTable> Tables => _tables.Values;

    /// <summary>A connection to read with, until it is disposed.</summary>
    internal Reader Read()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (!_idle.TryDequeue(out var session))
        {
            session = SqliteSession.Open(Path, SqliteOpenMode.ReadOnly, _patience);
        }
        return new Reader(this, session);
    }

    /// <summary>Finishes the writes that wait, folds the log into the file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }
        await Writer.StopAsync();
        CloseIdle();
        _writing.Dispose();
    }

    private bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    private SqliteSession Open()
    {
        SqliteSession? session = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            session = SqliteSession.Open(Path, SqliteOpenMode.ReadWriteCreate, _patience);
            SqliteSchema.Bring(session, _tables.Values);
            // A killed process loses nothing with NORMAL: what is committed lies with the operating system. A power failure may
            // lose the last commits (never tear the file); FULL would wait for the disk at every commit.
            session.Execute("PRAGMA synchronous = NORMAL");
            // Pages: a log of 64 MB is folded into the file less often, and writes each page once that many commits changed.
            session.Execute("PRAGMA wal_autocheckpoint = 16000");
            // Kilobytes, as the minus says.
            session.Execute("PRAGMA cache_size = -16000");
            return session;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            session?.Dispose();
            throw new IOException($"The data file {Path} cannot be opened: {Reason(error)}", error);
        }
    }

    private static string Reason(Exception error) =>
        error is not SqliteException sqlite
            ? error.Message
            : sqlite.SqliteErrorCode switch
            {
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                    "another process holds it. Close that process, or name another data folder.",
                raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT =>
                    "it is no database, or a damaged one. Move it away (a new one is created), or restore a copy.",
                raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN =>
                    "this user may not write it. Give the user the right to write the file and its folder, or name another "
                        + "data folder.",
                raw.SQLITE_FULL => "the disk is full. Make room, then start again.",
                _ => sqlite.Message,
            };

    private void Return(SqliteSession session)
    {
        if (IsDisposed || _idle.Count >= MostIdleReaders)
        {
            session.Dispose();
            return;
        }
        _idle.Enqueue(session);
        if (IsDisposed)
        {
            CloseIdle();
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryDequeue(out var session))
        {
            session.Dispose();
        }
    }

    /// <summary>A connection on loan.</summary>
    internal readonly struct Reader(SqliteFile file, SqliteSession session) : IDisposable
    {
        public SqliteStatement Use(string sql) => session.Use(sql);

        public void Dispose() => file.Return(session);
    }
}
