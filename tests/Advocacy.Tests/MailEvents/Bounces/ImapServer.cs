using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Advocacy.Tests.MailEvents.Bounces;

/// <summary>A mailbox on loopback: RFC 3501 as far as the reader of bounces uses it, one client at a time.</summary>
internal sealed class ImapServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public ImapServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<ImapMail> Mails { get; } = [];

    /// <summary>Set to break the connection ahead of this command, once.</summary>
    public string? BreaksAt { get; set; }

    public void Add(string text) => Mails.Add(new ImapMail(Mails.Count + 1, Encoding.UTF8.GetBytes(text)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                client.NoDelay = true;
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
        {
            // The end of the test.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "* OK [CAPABILITY IMAP4rev1 UIDPLUS AUTH=PLAIN SASL-IR] ready\r\n");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var (tag, command) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            if (BreaksAt is { } at && command.Contains(at, StringComparison.Ordinal))
            {
                BreaksAt = null;
                return;
            }
            await SayAsync(stream, Answer(command));
            await SayAsync(
                stream,
                $"{tag} OK {(command.StartsWith("SELECT", StringComparison.Ordinal) ? "[READ-WRITE] " : "")}done\r\n"
            );
            if (command == "LOGOUT")
            {
                return;
            }
        }
    }

    private byte[] Answer(string command)
    {
        var words = command.Split(' ');
        return words switch
        {
            ["CAPABILITY"] => Text("* CAPABILITY IMAP4rev1 UIDPLUS AUTH=PLAIN SASL-IR\r\n"),
            ["NAMESPACE"] => Text("* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n"),
            ["LIST", ..] => Text("* LIST () \"/\" INBOX\r\n"),
            ["SELECT", ..] => Text(
                $"* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)] ok\r\n* {Mails.Count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT {Mails.Count + 1}] ok\r\n"
            ),
            ["UID", "SEARCH", ..] => Text(
                $"* SEARCH {string.Join(' ', Mails.Where(mail => !mail.IsSeen).Select(mail => mail.Uid))}".TrimEnd()
                    + "\r\n"
            ),
            ["UID", "FETCH", var set, .. var items] => [.. Chosen(set).SelectMany(mail => Fetched(mail, items))],
            ["UID", "STORE", var set, _, var flags] => Stored(set, flags),
            ["UID", "EXPUNGE", var set] => Expunged(set),
            _ => [],
        };
    }

    private byte[] Fetched(ImapMail mail, string[] items)
    {
        var number = Mails.IndexOf(mail) + 1;
        return string.Join(' ', items).Contains("BODY.PEEK[]", StringComparison.Ordinal)
            ?
            [
                .. Text($"* {number} FETCH (UID {mail.Uid} BODY[] {{{mail.Data.Length}}}\r\n"),
                .. mail.Data,
                .. Text(")\r\n"),
            ]
            : Text($"* {number} FETCH (UID {mail.Uid} RFC822.SIZE {mail.Data.Length})\r\n");
    }

    private byte[] Stored(string set, string flags)
    {
        foreach (var mail in Chosen(set))
        {
            mail.IsSeen |= flags.Contains("\\Seen", StringComparison.Ordinal);
            mail.IsDeleted |= flags.Contains("\\Deleted", StringComparison.Ordinal);
        }
        return [];
    }

    private byte[] Expunged(string set)
    {
        var gone = Chosen(set).Where(mail => mail.IsDeleted).ToList();
        var said = new StringBuilder();
        foreach (var mail in gone)
        {
            said.Append(System.Globalization.CultureInfo.InvariantCulture, $"* {Mails.IndexOf(mail) + 1} EXPUNGE\r\n");
            Mails.Remove(mail);
        }
        return Text(said.ToString());
    }

    private List<ImapMail> Chosen(string set)
    {
        var uids = set.Split(',')
            .Select(part => part.Split(':').Select(int.Parse).ToArray())
            .SelectMany(ends => Enumerable.Range(ends[0], ends[^1] - ends[0] + 1))
            .ToHashSet();
        return [.. Mails.Where(mail => uids.Contains(mail.Uid))];
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static Task SayAsync(NetworkStream stream, string text) => SayAsync(stream, Text(text));

    private static async Task SayAsync(NetworkStream stream, byte[] bytes) => await stream.WriteAsync(bytes);
}

internal sealed class ImapMail(int uid, byte[] data)
{
    public int Uid => uid;
    public byte[] Data => data;
    public bool IsSeen { get; set; }
    public bool IsDeleted { get; set; }
}
