using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Advocacy.Platform.Sqlite;

/// <summary>
/// The only writer of the file. Writes queue up; the loop takes all that wait, runs them in one transaction and commits once, then
/// tells each caller. A write that fails takes back its own changes only; where the commit fails, all of the group fail.
/// </summary>
internal sealed class SqliteWriter(SqliteSession session, TimeProvider time)
{
    /// <summary>The most writes in one transaction: bounds how long the first of them waits.</summary>
    private const int LargestGroup = 1000;

    // Callers wait for room beyond this, so that a flood of writes costs them time and not the process its memory.
    private readonly Channel<Operation> _waiting = Channel.CreateBounded<Operation>(
        new BoundedChannelOptions(4 * LargestGroup) { SingleReader = true }
    );

    private Task _loop = Task.CompletedTask;
    private long _counter;

    public SqliteSession Session => session;

    /// <summary>Unix milliseconds.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A number that was never given out before in this file.</summary>
    public long NextStamp() => ++_counter;

    public void Start() => _loop = Task.Run(RunAsync);

    /// <summary>Runs <paramref name="write"/> on the writer; the result once it is committed.</summary>
    /// <remarks>A write of several statements wraps them in <see cref="Atomically"/>.</remarks>
    public async Task<TResult> WriteAsync<TResult>(
        Func<SqliteWriter, TResult> write,
        CancellationToken cancellationToken
    )
    {
        var operation = new Operation<TResult>(write, cancellationToken);
        try
        {
            await _waiting.Writer.WriteAsync(operation, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The data file is closed.", closed);
        }
        return await operation.Task;
    }

    /// <summary>All of <paramref name="writes"/>, or nothing where it returns false or throws.</summary>
    public bool Atomically(Func<SqliteWriter, bool> writes)
    {
        session.Execute("SAVEPOINT batch");
        var done = false;
        try
        {
            return done = writes(this);
        }
        finally
        {
            // After a severe error SQLite has rolled everything back, the savepoint included.
            if (!session.IsAutocommit)
            {
                if (!done)
                {
                    session.Execute("ROLLBACK TO batch");
                }
                session.Execute("RELEASE batch");
            }
        }
    }

    /// <summary>Finishes the writes that wait and takes no more.</summary>
    public async Task StopAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        var group = new List<Operation>(LargestGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var operation))
            {
                group.Add(operation);
            }
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Operation> group)
    {
        try
        {
            // Another process may write between our transactions (a command beside the running host): it takes its turn at the
            // lock, and the counter is read again.
            session.Execute("BEGIN IMMEDIATE");
            var before = _counter = session.ReadLong("SELECT last FROM store_counter");
            foreach (var operation in group)
            {
                operation.Run(this);
                if (session.IsAutocommit)
                {
                    throw new IOException("SQLite gave up the transaction.", operation.Error);
                }
            }
            if (_counter != before)
            {
                using var statement = session.Use("UPDATE store_counter SET last = ?1");
                statement.Bind(1, _counter).Execute();
            }
            session.Execute("COMMIT");
        }
#pragma warning disable CA1031 // Whatever it is, each caller is told; the loop must live on for the writes that follow.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Rollback();
            group.ForEach(operation => operation.Fail(error));
        }
        group.ForEach(operation => operation.Complete());
    }

    private void Rollback()
    {
        try
        {
            if (!session.IsAutocommit)
            {
                session.Execute("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // The callers hear of the error before this one; if the transaction still stands, the next BEGIN fails and says so.
        }
    }

    private abstract class Operation
    {
        public Exception? Error { get; protected set; }
        public abstract void Run(SqliteWriter writer);
        public abstract void Complete();

        public void Fail(Exception error) => Error = error;
    }

    private sealed class Operation<TResult>(Func<SqliteWriter, TResult> write, CancellationToken cancellationToken)
        : Operation
    {
        // Callers go on elsewhere: the loop never runs their code.
        private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TResult _result = default!;

        public Task<TResult> Task => _done.Task;

        public override void Run(SqliteWriter writer)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                _result = write(writer);
            }
#pragma warning disable CA1031 // Goes to the caller whose write it is.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Error = error;
            }
        }

        public override void Complete()
        {
            switch (Error)
            {
                case null:
                    _done.SetResult(_result);
                    break;
                case OperationCanceledException canceled:
                    _done.SetCanceled(canceled.CancellationToken);
                    break;
                default:
                    _done.SetException(Error);
                    break;
            }
        }
    }
}
