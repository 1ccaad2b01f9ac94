using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Advocacy.Tests.Platform.Mail.Smtp;

/// <summary>Where a session stands: a test can have the server fail there.</summary>
internal enum SmtpStep
{
    Connect,
    Ehlo,
    Auth,
    Mail,
    Rcpt,

    /// <summary>The command DATA, before any of the text.</summary>
    Data,

    /// <summary>The first line of the text.</summary>
    Text,

    /// <summary>The end of the text: the mail is whole.</summary>
    Dot,
    Noop,
}

/// <summary>What the server does instead of going on.</summary>
internal abstract record SmtpFault
{
    /// <param name="Line">For example <c>550 5.1.1 no such user</c>.</param>
    public sealed record Reply(string Line) : SmtpFault;

    /// <summary>Cuts the connection; a whole mail is not taken.</summary>
    public sealed record Cut : SmtpFault;

    /// <summary>Takes the whole mail, then cuts the connection without an answer.</summary>
    public sealed record TakeAndCut : SmtpFault;

    /// <summary>Never answers; a whole mail is taken.</summary>
    public sealed record Hang : SmtpFault;
}

/// <param name="Data">As it came, its dots undone.</param>
/// <param name="Connection">The number of the connection, from 1.</param>
internal sealed record SmtpMail(string From, string To, byte[] Data, int Connection);

/// <summary>A mail server on loopback that takes everything, or fails where a test asks it to.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpMail> _mails = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly SemaphoreSlim _hangs = new(0);
    private readonly Task _accepting;
    private int _connections;
    private int _open;
    private int _mostOpen;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Host => "127.0.0.1";
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What AUTH PLAIN must say; <c>null</c> where everybody may send.</summary>
    public (string User, string Password)? Account { get; init; }

    public bool HasPipelining { get; init; } = true;

    /// <summary>Asked at each step, with the command's argument; <c>null</c> to go on.</summary>
    public Func<SmtpStep, string, SmtpFault?> Fault { get; set; } = (_, _) => null;

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<SmtpMail> Mails => [.. _mails];

    /// <summary>How many connections were made in all, and were open at once.</summary>
    public int Connections => _connections;

    public int MostConnections => _mostOpen;

    /// <summary>How many sessions ended with QUIT.</summary>
    public int Goodbyes { get; private set; }

    /// <summary>Waits until the server hangs once more, as told.</summary>
    public Task HangAsync(CancellationToken cancellationToken) => _hangs.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_sessions);
        _stop.Dispose();
        _hangs.Dispose();
    }

    internal void Take(SmtpMail mail) => _mails.Enqueue(mail);

    internal void SaidGoodbye() => Goodbyes++;

    internal void Hangs() => _hangs.Release();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _sessions.Add(ServeAsync(client, Interlocked.Increment(ref _connections)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The end of the test.
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        await Task.Yield();
        var open = Interlocked.Increment(ref _open);
        lock (_mails)
        {
            _mostOpen = Math.Max(_mostOpen, open);
        }
        try
        {
            using (client)
            {
                // Else each answer of two lines waits for the other side's delayed acknowledgement.
                client.NoDelay = true;
                await new SmtpSession(this, client.GetStream(), number, _stop.Token).RunAsync();
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is gone, or the test is at its end.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
