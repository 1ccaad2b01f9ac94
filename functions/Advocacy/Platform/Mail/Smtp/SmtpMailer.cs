using System.Buffers;
using MimeKit;

namespace Advocacy.Platform.Mail.Smtp;

/// <summary>
/// Sends each mail over SMTP to the company's own server, several at once. A server cannot be asked what it took: a mail whose answer
/// was lost is Unknown.
/// </summary>
public sealed class SmtpMailer(SmtpOptions options, TimeProvider time) : IMailer, IAsyncDisposable, IDisposable
{
    private readonly SmtpPool _pool = new(options, time);

    /// <exception cref="ArgumentException">The batch's sender or reply address is not valid: nothing was sent.</exception>
    public async Task<IReadOnlyList<MailOutcome>> SendAsync(
        MailBatch batch,
        CancellationToken cancellationToken = default
    )
    {
        var run = new Run(
            new MimeBatch(batch, time.GetUtcNow()),
            Envelope(RecipientCheck.Sender(batch.From)),
            cancellationToken
        );
        var outcomes = new MailOutcome[batch.Recipients.Count];
        await Parallel.ForAsync(
            0,
            outcomes.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism },
            async (i, _) => outcomes[i] = await SendAsync(run, batch.Recipients[i])
        );
        return outcomes;
    }

    /// <summary>Always Unknown: a mail server does not tell.</summary>
    public Task<MailResult> AskAsync(string messageId, CancellationToken cancellationToken = default) =>
        Task.FromResult(MailResult.Unknown);

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    public void Dispose() => _pool.Dispose();

    private async Task<MailOutcome> SendAsync(Run run, MailRecipient recipient)
    {
        if (RecipientCheck.Read(recipient, out var refusal) is not { } to)
        {
            return refusal!;
        }
        if (run.Unreachable is { } earlier)
        {
            return earlier;
        }
        SmtpConnection connection;
        try
        {
            run.Stop.ThrowIfCancellationRequested();
            connection = await _pool.TakeAsync(run.Stop);
        }
        catch (OperationCanceledException)
        {
            return MailOutcome.Stopped;
        }
        catch (SmtpUnreachableException error)
        {
            // The others of this batch need not find out for themselves, each after a time-out.
            return run.Unreachable = new MailOutcome(MailResult.NotSent, error.Message);
        }
        var progress = new DataProgress();
        try
        {
            using var mail = Write(run.Mime, recipient, to);
            await connection.SendAsync(mail, run.From, Envelope(to), progress);
            return MailOutcome.Sent;
        }
        catch (Exception error)
        {
            return SmtpReplies.OfSending(error, progress.IsWhole);
        }
        finally
        {
            await _pool.GiveBackAsync(connection);
        }
    }

    private static MimeMessage Write(MimeBatch mime, MailRecipient recipient, MailboxAddress to)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        mime.Write(recipient, to, bytes);
        using var stream = new MemoryStream(bytes.WrittenSpan.ToArray(), writable: false);
        return MimeMessage.Load(stream);
    }

    // No name, and a domain of letters that every server reads.
    private static MailboxAddress Envelope(MailboxAddress mailbox) => new("", mailbox.GetAddress(idnEncode: true));

    private sealed class Run(MimeBatch mime, MailboxAddress from, CancellationToken stop)
    {
        public MimeBatch Mime => mime;
        public MailboxAddress From => from;
        public CancellationToken Stop => stop;

        /// <summary>Why no connection could be made, once one could not.</summary>
        public MailOutcome? Unreachable { get; set; }
    }
}
