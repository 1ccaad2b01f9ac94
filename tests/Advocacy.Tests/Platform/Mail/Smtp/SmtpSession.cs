using System.Net.Sockets;
using System.Text;

namespace Advocacy.Tests.Platform.Mail.Smtp;

/// <summary>One connection of an <see cref="SmtpServer"/>: RFC 5321 as far as a sender uses it, in the right order only.</summary>
internal sealed class SmtpSession(SmtpServer server, NetworkStream stream, int number, CancellationToken stop)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private bool _isSignedIn = server.Account is null;
    private string? _from;
    private string? _to;

    public async Task RunAsync()
    {
        if (!await GoesOnAsync(SmtpStep.Connect, "") || !await SayAsync("220 localhost test"))
        {
            return;
        }
        while (await LineAsync() is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var argument = line.Length > verb.Length ? line[(verb.Length + 1)..] : "";
            var goesOn = verb switch
            {
                "EHLO" => await GoesOnAsync(SmtpStep.Ehlo, argument) && await SayAsync(Greeting()),
                "AUTH" => await GoesOnAsync(SmtpStep.Auth, argument) && await SignInAsync(argument),
                "MAIL" => await MailAsync(argument),
                "RCPT" => await RcptAsync(argument),
                "DATA" => await DataAsync(),
                "RSET" => await ResetAsync(),
                "NOOP" => await GoesOnAsync(SmtpStep.Noop, "") && await SayAsync("250 2.0.0 ok"),
                "QUIT" => await QuitAsync(),
                _ => await SayAsync("502 5.5.1 not known"),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    private string Greeting() =>
        "250-localhost\r\n"
        + (server.HasPipelining ? "250-PIPELINING\r\n" : "")
        + "250-SIZE 31457280\r\n250-8BITMIME\r\n250-AUTH PLAIN\r\n250 ENHANCEDSTATUSCODES";

    private async Task<bool> SignInAsync(string argument)
    {
        if (argument.Split(' ') is not ["PLAIN", var secret])
        {
            return await SayAsync("504 5.5.4 PLAIN only");
        }
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(secret)).Split('\0');
        _isSignedIn =
            server.Account is { } account && parts is ["", var user, var password] && (user, password) == account;
        return await SayAsync(_isSignedIn ? "235 2.7.0 welcome" : "535 5.7.8 wrong");
    }

    private async Task<bool> MailAsync(string argument)
    {
        if (!_isSignedIn)
        {
            return await SayAsync("530 5.7.0 sign in first");
        }
        if (_from is not null || !argument.StartsWith("FROM:<", StringComparison.Ordinal))
        {
            return await SayAsync("503 5.5.1 not now");
        }
        if (!await GoesOnAsync(SmtpStep.Mail, argument))
        {
            return _isAlive;
        }
        _from = AddressIn(argument);
        return await SayAsync("250 2.1.0 ok");
    }

    private async Task<bool> RcptAsync(string argument)
    {
        if (_from is null || _to is not null || !argument.StartsWith("TO:<", StringComparison.Ordinal))
        {
            return await SayAsync("503 5.5.1 not now");
        }
        if (!await GoesOnAsync(SmtpStep.Rcpt, argument))
        {
            return _isAlive;
        }
        _to = AddressIn(argument);
        return await SayAsync("250 2.1.5 ok");
    }

    private async Task<bool> DataAsync()
    {
        if (_from is not { } from || _to is not { } to)
        {
            return await SayAsync("503 5.5.1 not now");
        }
        if (!await GoesOnAsync(SmtpStep.Data, ""))
        {
            return _isAlive;
        }
        await SayAsync("354 go on");
        var text = new MemoryStream();
        while (await LineAsync() is { } line)
        {
            if (line == ".")
            {
                var mail = new SmtpMail(from, to, text.ToArray(), number);
                (_from, _to) = (null, null);
                var fault = server.Fault(SmtpStep.Dot, to);
                if (fault is null or SmtpFault.TakeAndCut or SmtpFault.Hang)
                {
                    server.Take(mail);
                }
                return fault is null ? await SayAsync("250 2.0.0 taken") : await FailAsync(fault);
            }
            if (text.Length == 0 && !await GoesOnAsync(SmtpStep.Text, line))
            {
                return false;
            }
            var bytes = Encoding.Latin1.GetBytes(line.StartsWith('.') ? line[1..] : line);
            text.Write([.. bytes, (byte)'\r', (byte)'\n']);
        }
        return false;
    }

    private Task<bool> ResetAsync()
    {
        (_from, _to) = (null, null);
        return SayAsync("250 2.0.0 ok");
    }

    private async Task<bool> QuitAsync()
    {
        server.SaidGoodbye();
        await SayAsync("221 2.0.0 bye");
        return false;
    }

    private bool _isAlive = true;

    private async Task<bool> GoesOnAsync(SmtpStep step, string argument)
    {
        if (server.Fault(step, argument) is not { } fault)
        {
            return true;
        }
        _isAlive = await FailAsync(fault);
        return false;
    }

    /// <returns>True where the session goes on after the failure.</returns>
    private async Task<bool> FailAsync(SmtpFault fault)
    {
        switch (fault)
        {
            case SmtpFault.Reply reply:
                await SayAsync(reply.Line);
                // 421 is the server's goodbye.
                return !reply.Line.StartsWith("421", StringComparison.Ordinal);
            case SmtpFault.Hang:
                server.Hangs();
                // Until the client gives up.
                await LineAsync();
                return false;
            default:
                stream.Socket.Close(timeout: 0);
                return false;
        }
    }

    private async Task<bool> SayAsync(string reply)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), stop);
        return true;
    }

    /// <summary>Up to CRLF; <c>null</c> at the end.</summary>
    /// <exception cref="IOException">A line break that is none in SMTP.</exception>
    private async Task<string?> LineAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, await stream.ReadAsync(_buffer, stop));
                if (_end == 0)
                {
                    return null;
                }
            }
            var c = (char)_buffer[_start++];
            if (c == '\n')
            {
                return line.Length > 0 && line[^1] == '\r'
                    ? line.ToString(0, line.Length - 1)
                    : throw new IOException("A bare LF.");
            }
            line.Append(c);
        }
    }

    private static string AddressIn(string argument) => argument.Split('<', '>')[1];
}
