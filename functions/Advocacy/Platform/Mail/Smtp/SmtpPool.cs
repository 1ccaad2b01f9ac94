using System.Collections.Concurrent;

namespace Advocacy.Platform.Mail.Smtp;

/// <summary>The connections to the mail server: a bounded number at once, kept open between mails and batches.</summary>
internal sealed class SmtpPool(SmtpOptions options, TimeProvider time) : IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Parallelism);
    private readonly ConcurrentStack<SmtpConnection> _idle = new();

    /// <summary>An open connection that nobody else has; give it back.</summary>
    /// <exception cref="OperationCanceledException">The wait for a place was stopped.</exception>
    /// <exception cref="SmtpUnreachableException">No connection could be made.</exception>
    public async Task<SmtpConnection> TakeAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        while (_idle.TryPop(out var idle))
        {
            if (await idle.IsAliveAsync())
            {
                return idle;
            }
            idle.Dispose();
        }
        var connection = new SmtpConnection(options, time);
        try
        {
            await connection.OpenAsync();
            return connection;
        }
        catch (Exception error)
        {
            connection.Dispose();
            _places.Release();
            throw new SmtpUnreachableException(SmtpReplies.OfConnecting(error), error);
        }
    }

    public async Task GiveBackAsync(SmtpConnection connection)
    {
        if (connection.IsUsable)
        {
            _idle.Push(connection);
        }
        else
        {
            await connection.CloseAsync();
        }
        _places.Release();
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var connection))
        {
            await connection.CloseAsync();
        }
        _places.Dispose();
    }

    /// <summary>The same without a goodbye.</summary>
    public void Dispose()
    {
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
        _places.Dispose();
    }
}

/// <summary>No connection could be made; the message says why and what to do.</summary>
internal sealed class SmtpUnreachableException(string message, Exception cause) : Exception(message, cause);
