using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Advocacy.Platform.Mail.Smtp;

/// <summary>One connection, used by one mail at a time.</summary>
internal sealed class SmtpConnection(SmtpOptions options, TimeProvider time) : IDisposable
{
    // Servers hang up on the silent after a few minutes.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    private readonly SmtpClient _client = new();
    private DateTimeOffset _usedAt;
    private int _mails;

    /// <summary>Whether another mail can go over it.</summary>
    public bool IsUsable => _client.IsConnected && _mails < options.MailsPerConnection;

    /// <exception cref="Exception">Any of MailKit's and the network's: see <see cref="SmtpReplies.OfConnecting"/>.</exception>
    public async Task OpenAsync()
    {
        using var timeout = NewTimeout();
        // Without a delay: a mail ends in a small packet, which else waits for the answer to the large ones (some 40 ms a mail).
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, timeout.Token);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        await _client.ConnectAsync(socket, options.Host, options.Port, SocketOf(options.Security), timeout.Token);
        if (options.User.Length > 0)
        {
            await _client.AuthenticateAsync(options.User, options.Password, timeout.Token);
        }
        _usedAt = time.GetUtcNow();
    }

    internal static SecureSocketOptions SocketOf(SmtpSecurity security) =>
        security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };

    /// <summary>Whether the server is still there, asked only after a silence.</summary>
    public async Task<bool> IsAliveAsync()
    {
        if (time.GetUtcNow() - _usedAt < Fresh)
        {
            return _client.IsConnected;
        }
        try
        {
            using var timeout = NewTimeout();
            await _client.NoOpAsync(timeout.Token);
            return _client.IsConnected;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <exception cref="Exception">Any of MailKit's and the network's: see <see cref="SmtpReplies.OfSending"/>.</exception>
    public async Task SendAsync(MimeMessage mail, MailboxAddress from, MailboxAddress to, DataProgress progress)
    {
        _mails++;
        using var timeout = NewTimeout();
        await _client.SendAsync(Headers.Format, mail, from, [to], timeout.Token, progress);
        _usedAt = time.GetUtcNow();
    }

    /// <summary>Says goodbye where the server still listens.</summary>
    public async Task CloseAsync()
    {
        try
        {
            using var timeout = NewTimeout();
            await _client.DisconnectAsync(quit: true, timeout.Token);
        }
        catch (Exception)
        {
            // Everything that was sent is answered already.
        }
        Dispose();
    }

    public void Dispose() => _client.Dispose();

    private CancellationTokenSource NewTimeout() => new(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
}
