using System.Diagnostics.CodeAnalysis;

namespace Advocacy.Platform.Mail;

/// <summary>The port to mail. One batch is one rendering with what differs per person as substitutions.</summary>
public interface IMailer
{
    /// <summary>
    /// Sends to every recipient; one outcome for each, in the same order. Never throws for a recipient: an outage is
    /// <see cref="MailResult.NotSent"/>, a doubt is <see cref="MailResult.Unknown"/>. Recipients' <see cref="MailRecipient.MessageId"/> are unique for ever.
    /// Cancelling stops before the next mail: what was sent by then is reported.
    /// </summary>
    /// <exception cref="ArgumentException">The sender or the reply address is not valid: nothing was sent.</exception>
    Task<IReadOnlyList<MailOutcome>> SendAsync(MailBatch batch, CancellationToken cancellationToken = default);

    /// <summary>
    /// What became of a message whose sender died half way: <see cref="MailResult.Sent"/>, <see cref="MailResult.NotSent"/>, or
    /// <see cref="MailResult.Unknown"/> where this mailer cannot tell (then only the provider's events settle it).
    /// </summary>
    Task<MailResult> AskAsync(string messageId, CancellationToken cancellationToken = default);
}

/// <summary>A rendering and its recipients.</summary>
public sealed record MailBatch
{
    public MailBatch() { }

    /// <summary>Of parts whose blocks other batches have too.</summary>
#pragma warning disable CS8618 // Html and Text come from the parts, which the compiler does not see.
    [SetsRequiredMembers]
    internal MailBatch(
        MailAddress from,
        string subject,
        string language,
        MailPart html,
        MailPart text,
        IReadOnlyList<MailRecipient> recipients
    ) => (From, Subject, Language, HtmlPart, TextPart, Recipients) = (from, subject, language, html, text, recipients);
#pragma warning restore CS8618

    public required MailAddress From { get; init; }

    /// <summary>Who gets the answers; <c>null</c> for <see cref="From"/>.</summary>
    public MailAddress? ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Html
    {
        get => HtmlPart.Whole;
        init => HtmlPart = new MailPart(value);
    }

    public required string Text
    {
        get => TextPart.Whole;
        init => TextPart = new MailPart(value);
    }

    /// <summary>The same, perhaps in blocks.</summary>
    internal MailPart HtmlPart { get; private init; } = MailPart.Empty;

    internal MailPart TextPart { get; private init; } = MailPart.Empty;

    /// <summary>ISO 639-1, for the Content-Language header.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// Names and values that a provider hands back with its events, for example the edition. Opaque: the provider's staff can read
    /// them, so never anything of a person.
    /// </summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<MailRecipient> Recipients { get; init; }
}

/// <summary>One recipient of a batch.</summary>
public sealed record MailRecipient
{
    /// <summary>Opaque: the Delivery's id. The mailer may use it as a file name and as the local part of Message-ID.</summary>
    public required string MessageId { get; init; }

    public required MailAddress To { get; init; }

    /// <summary>
    /// Tag to value, replaced literally and once in subject, HTML and text: a tag that stands in the HTML must have its value
    /// HTML-encoded already. Tags look like <c>{{name}}</c> would to no template: <c>-name-</c> with letters and digits.
    /// </summary>
    public IReadOnlyDictionary<string, string> Substitutions { get; init; } = new Dictionary<string, string>();

    /// <summary>Headers of this recipient's mail, for example List-Unsubscribe.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

public sealed record MailAddress(string Address, string Name);

public enum MailResult
{
    /// <summary>Handed over for good.</summary>
    Sent,

    /// <summary>Certainly not sent, and worth another try.</summary>
    NotSent,

    /// <summary>Certainly not sent, and never will be: the address is refused.</summary>
    Refused,

    /// <summary>May or may not have been sent: never sent again.</summary>
    Unknown,
}

/// <param name="Result">What happened.</param>
/// <param name="Reason">Why it was not sent, without the address; <c>null</c> where it was.</param>
public sealed record MailOutcome(MailResult Result, string? Reason = null)
{
    public static readonly MailOutcome Sent = new(MailResult.Sent);

    internal static readonly MailOutcome Stopped = new(MailResult.NotSent, "The sending was stopped before this mail.");
}
