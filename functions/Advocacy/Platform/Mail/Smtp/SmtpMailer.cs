using System.Buffers;
using MimeKit;

namespace Advocacy.Platform.Mail.Smtp;

/// <summary>
/// Sends each mail over SMTP to the company's own server, several at once. A server cannot be asked what it took: a mail whose answer
/// was lost is Unknown.
/// </summary>
public sealed class SmtpMailer(SmtpOptions options, TimeProvider time) : IMailer, IAsyncDisposable, IDisposable
{
    private const int MostDoubts = 3;

    private readonly SmtpPool _pool = new(options, time);
    private readonly MailPause _pause = new(time);
    private int _doubts;

    /// <exception cref="ArgumentException">The batch's sender or reply address is not valid: nothing was sent.</exception>
    public async Task<IReadOnlyList<MailOutcome>> SendAsync(
        MailBatch batch,
        CancellationToken cancellationToken = default
    )
    {
        var run = new Run(
            new MimeBatch(batch, time.GetUtcNow()),
            Envelope(RecipientCheck.Sender(ReturnTo(batch.From))),
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
        if (_pause.Outcome is { } paused)
        {
            return paused;
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
            // The others need not find out for themselves, each after a time-out.
            _pause.Begin(Pause, error.Message);
            return new MailOutcome(MailResult.NotSent, error.Message);
        }
        var progress = new DataProgress();
        try
        {
            using var mail = Write(run.Mime, recipient, to);
            await connection.SendAsync(mail, run.From, Envelope(to), progress);
            return Noted(MailOutcome.Sent);
        }
        catch (Exception error)
        {
            return Noted(SmtpReplies.OfSending(error, progress.IsWhole));
        }
        finally
        {
            await _pool.GiveBackAsync(connection);
        }
    }

    private TimeSpan Pause => TimeSpan.FromSeconds(options.PauseSeconds);

    /// <summary>One lost answer is an accident; several in a row are a server that is down, and must not take the whole week's mails.</summary>
    private MailOutcome Noted(MailOutcome outcome)
    {
        if (outcome.Result != MailResult.Unknown)
        {
            Interlocked.Exchange(ref _doubts, 0);
        }
        else if (Interlocked.Increment(ref _doubts) >= MostDoubts)
        {
            _pause.Begin(Pause, "The mail server left several mails in doubt; it is left alone for a while.");
        }
        return outcome;
    }

    private static MimeMessage Write(MimeBatch mime, MailRecipient recipient, MailboxAddress to)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        mime.Write(recipient, to, bytes);
        using var stream = new MemoryStream(bytes.WrittenSpan.ToArray(), writable: false);
        return MimeMessage.Load(stream);
    }

    private MailAddress ReturnTo(MailAddress sender) =>
        options.BounceAddress is { Length: > 0 } bounces ? sender with { Address = bounces } : sender;

    // No name, and a domain of letters that every server reads.
    private static MailboxAddress Envelope(MailboxAddress mailbox) => new("", mailbox.GetAddress(idnEncode: true));

    private sealed record Run(MimeBatch Mime, MailboxAddress From, CancellationToken Stop);
}
