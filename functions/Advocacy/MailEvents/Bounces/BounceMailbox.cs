using Advocacy.Platform.Mail.Smtp;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Advocacy.MailEvents.Bounces;

/// <summary>
/// Reads the mailbox to which servers return mails, and puts what they say on the queue; only then it marks or deletes them. So a run that dies half
/// way reads them again, with the same ids.
/// </summary>
public sealed class BounceMailbox(
    MailEventMessages messages,
    IOptions<BounceOptions> options,
    TimeProvider time,
    ILogger<BounceMailbox> logger
)
{
    /// <summary>Bytes; servers return headers or a digest, not films.</summary>
    private const uint LargestMail = 2 * 1024 * 1024;

    /// <summary>As many as one step reads before it says so to queue and server.</summary>
    private const int Step = 50;

    /// <returns>How many events were put on the queue; 0 where no mailbox is set.</returns>
    public async Task<int> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (options.Value.Host.Length == 0)
        {
            return 0;
        }
        using var client = new ImapClient { Timeout = options.Value.TimeoutSeconds * 1000 };
        await client.ConnectAsync(
            options.Value.Host,
            options.Value.Port,
            SmtpConnection.SocketOf(options.Value.Security),
            cancellationToken
        );
        await client.AuthenticateAsync(options.Value.User, options.Value.Password, cancellationToken);
        var folder = options.Value.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase)
            ? client.Inbox
            : await client.GetFolderAsync(options.Value.Folder, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        var unread = await folder.SearchAsync(SearchQuery.NotSeen, cancellationToken);
        var told = 0;
        foreach (var step in unread.Take(options.Value.MostMails).Chunk(Step))
        {
            told += await ReadAsync(folder, step, cancellationToken);
        }
        await client.DisconnectAsync(quit: true, cancellationToken);
        return told;
    }

    private async Task<int> ReadAsync(IMailFolder folder, UniqueId[] ids, CancellationToken cancellationToken)
    {
        var events = new List<MailEvent>();
        var understood = new List<UniqueId>();
        foreach (
            var mail in await folder.FetchAsync(
                ids,
                MessageSummaryItems.UniqueId | MessageSummaryItems.Size,
                cancellationToken
            )
        )
        {
            if (mail.Size <= LargestMail && await ReadAsync(folder, mail.UniqueId, cancellationToken) is { } one)
            {
                events.Add(one);
                understood.Add(mail.UniqueId);
            }
        }
        await messages.EnqueueAsync(events, cancellationToken);
        await folder.AddFlagsAsync(ids, MessageFlags.Seen, silent: true, cancellationToken);
        if (options.Value.DeleteRead && understood.Count > 0)
        {
            await folder.AddFlagsAsync(understood, MessageFlags.Deleted, silent: true, cancellationToken);
            await folder.ExpungeAsync(understood, cancellationToken);
        }
        MailEventLog.BouncesRead(logger, ids.Length, events.Count);
        return events.Count;
    }

    private async Task<MailEvent?> ReadAsync(IMailFolder folder, UniqueId id, CancellationToken cancellationToken)
    {
        MimeMessage mail;
        try
        {
            mail = await folder.GetMessageAsync(id, cancellationToken);
        }
        catch (FormatException)
        {
            return null;
        }
        using (mail)
        {
            return BounceReader.Read(mail, time.GetUtcNow()).Event;
        }
    }
}
