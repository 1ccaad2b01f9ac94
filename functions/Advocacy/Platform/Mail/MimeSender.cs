namespace Advocacy.Platform.Mail;

/// <summary>The header lines of who sends, which is the same company batch after batch.</summary>
internal sealed class MimeSender
{
    private static volatile MimeSender? _last;

    private readonly MailAddress _from;
    private readonly MailAddress? _replyTo;

    private MimeSender(MailBatch batch)
    {
        (_from, _replyTo) = (batch.From, batch.ReplyTo);
        var from = RecipientCheck.Sender(_from);
        Domain = RecipientCheck.DomainOf(from);
        Lines =
        [
            .. Headers.Line("From", from),
            .. _replyTo is { } reply ? Headers.Line("Reply-To", RecipientCheck.Sender(reply)) : [],
        ];
    }

    /// <summary>Of the Message-IDs.</summary>
    public string Domain { get; }

    public byte[] Lines { get; }

    /// <exception cref="ArgumentException">The sender's or the reply address is not valid.</exception>
    public static MimeSender Of(MailBatch batch) =>
        _last is { } last && last._from == batch.From && last._replyTo == batch.ReplyTo
            ? last
            : _last = new MimeSender(batch);
}
