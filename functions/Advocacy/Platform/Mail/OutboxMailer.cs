using System.Buffers;

namespace Advocacy.Platform.Mail;

/// <summary>
/// Writes each mail to a folder as <c>MessageId.eml</c>. A file appears whole or not at all, also when the process is killed, and one
/// that is there is never touched again: sending the same mail twice is sending it once. The file's time is the mail's date.
/// (It is not flushed to the disk one by one: what a power cut takes is the page cache's last seconds.)
/// </summary>
/// <param name="folder">Created where it is missing.</param>
public sealed class OutboxMailer(string folder, TimeProvider time) : IMailer
{
    private const string Unfinished = ".tmp";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private bool _isPrepared;

    /// <exception cref="ArgumentException">The batch's sender or reply address is not valid.</exception>
    public Task<IReadOnlyList<MailOutcome>> SendAsync(MailBatch batch, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var date = time.GetUtcNow();
        var mime = new MimeBatch(batch, date);
        Prepare(date);
        return Task.Run<IReadOnlyList<MailOutcome>>(
            () =>
            {
                var outcomes = new MailOutcome[batch.Recipients.Count];
                Parallel.For(
                    0,
                    outcomes.Length,
                    new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                    () => new ArrayBufferWriter<byte>(128 * 1024),
                    (i, _, buffer) =>
                    {
                        // A stop leaves what is written: each recipient's outcome stays exact.
                        outcomes[i] = cancellationToken.IsCancellationRequested
                            ? MailOutcome.Stopped
                            : Send(mime, batch.Recipients[i], date, buffer);
                        return buffer;
                    },
                    _ => { }
                );
                return outcomes;
            },
            CancellationToken.None
        );
    }

    public Task<MailResult> AskAsync(string messageId, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            Headers.IsMessageId(messageId) && File.Exists(PathOf(messageId)) ? MailResult.Sent : MailResult.NotSent
        );

    private MailOutcome Send(
        MimeBatch mime,
        MailRecipient recipient,
        DateTimeOffset date,
        ArrayBufferWriter<byte> buffer
    )
    {
        if (RecipientCheck.Read(recipient, out var refusal) is not { } to)
        {
            return refusal!;
        }
        var path = PathOf(recipient.MessageId);
        try
        {
            if (!File.Exists(path))
            {
                buffer.ResetWrittenCount();
                mime.Write(recipient, to, buffer);
                Write(path, buffer.WrittenSpan, date);
            }
            return MailOutcome.Sent;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else was faster, or the folder is not to be had. The exception's own message holds a path of this machine.
            return File.Exists(path)
                ? MailOutcome.Sent
                : new MailOutcome(MailResult.NotSent, $"The outbox cannot be written ({e.GetType().Name}).");
        }
    }

    private void Write(string path, ReadOnlySpan<byte> mail, DateTimeOffset date)
    {
        // A name of its own for each try: two that write the same mail at once never meet in one file.
        var unfinished = Path.Combine(folder, Ids.New() + Unfinished);
        try
        {
            using (var file = File.OpenHandle(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                RandomAccess.Write(file, mail, 0);
                File.SetLastWriteTimeUtc(file, date.UtcDateTime);
            }
            // Refuses where the name is taken. (Two processes in the same microsecond could both pass that check: then one whole mail
            // replaces the same whole mail.)
            File.Move(unfinished, path, overwrite: false);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    // Once per mailer: makes the folder, and removes what killed processes left in it. Should that hit a file that somebody is
    // still writing, its move fails and that mail is "not sent", which is true.
    private void Prepare(DateTimeOffset now)
    {
        if (Interlocked.Exchange(ref _isPrepared, true))
        {
            return;
        }
        try
        {
            foreach (var file in Directory.CreateDirectory(folder).EnumerateFiles("*" + Unfinished))
            {
                if (now.UtcDateTime - file.LastWriteTimeUtc > Abandoned)
                {
                    file.Delete();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Each mail's own outcome will say so; the next batch tries again.
            _isPrepared = false;
        }
    }

    private string PathOf(string messageId) => Path.Combine(folder, messageId + ".eml");
}
