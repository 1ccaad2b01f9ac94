using System.Buffers;
using System.Text;
using MimeKit;
using SendGrid.Helpers.Mail;
using SendGrid.Helpers.Mail.Model;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// A batch as SendGrid's v3 API wants it (Mail Send, "Limitations" and "Errors" of its reference): texts with legacy substitution
/// tags, no tracking, and what differs per person in that person's personalization.
/// </summary>
internal sealed class SendGridContent
{
    // "The total collective size of your substitutions may not exceed 10,000 bytes per personalization object"; how quotes are counted
    // is not said.
    private const int MostSubstitutionBytes = 9_000;
    private const int MostSubstitutions = 100;
    private const int MostLabelBytes = 9_000;
    private const string DeliveryLabel = "delivery";

    // Beside those that no mailer takes (Headers.IsAllowed).
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-SG-ID",
        "X-SG-EID",
        "X-SMTPAPI",
    };

    // RFC 5322: a name with one of them must be quoted.
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    private readonly MailBatch _batch;
    private readonly MailboxAddress _from;
    private readonly MailboxAddress? _replyTo;
    private readonly TaggedText _subject;
    private readonly TaggedText _text;
    private readonly TaggedText _html;
    private readonly string _sharedSubject;
    private readonly string _sharedText;
    private readonly string _sharedHtml;
    private readonly WireTags _tags = new();

    /// <exception cref="ArgumentException">The sender's or the reply address is not valid, or the labels are too long.</exception>
    public SendGridContent(MailBatch batch)
    {
        _batch = batch;
        _from = RecipientCheck.Sender(batch.From);
        _replyTo = batch.ReplyTo is { } reply ? RecipientCheck.Sender(reply) : null;
        if (!Ascii.IsValid(AddressOf(_from)))
        {
            throw new ArgumentException(
                "The sender cannot send: SendGrid takes no Unicode in its address.",
                nameof(batch)
            );
        }
        if (BytesOf(batch.Labels) > MostLabelBytes)
        {
            throw new ArgumentException("The batch's labels are longer than SendGrid carries.", nameof(batch));
        }
        var names = batch.Recipients.SelectMany(recipient => recipient.Substitutions.Keys).ToHashSet();
        _subject = TaggedText.Cut(batch.Subject, names);
        _text = TaggedText.Cut(batch.Text, names);
        _html = TaggedText.Cut(batch.Html, names);
        _sharedSubject = Headers.OneLine(batch.Subject);
        _sharedText = _tags.Rename(_text);
        _sharedHtml = _tags.Rename(_html);
    }

    /// <summary>What one recipient gets; <c>null</c> with the refusal where SendGrid takes none such.</summary>
    public SendGridLetter? Address(MailRecipient recipient, MailboxAddress to, out MailOutcome? refusal)
    {
        refusal = recipient.Headers.Keys.Any(Reserved.Contains)
            ? new MailOutcome(MailResult.Refused, "A header's name is SendGrid's own.")
            : null;
        if (refusal is not null)
        {
            return null;
        }
        var values = _tags.Values(recipient.Substitutions);
        var isTooMuch = values.Count > MostSubstitutions || BytesOf(values) > MostSubstitutionBytes;
        var personalization = new Personalization
        {
            Tos = [new EmailAddress(AddressOf(to), RecipientName(to))],
            // The subject is written per person where it has tags: no line break of a value can come into it.
            Subject = _subject.Pieces.Any(piece => piece.IsTag)
                ? Headers.OneLine(_subject.With(recipient.Substitutions))
                : null,
            Headers = HeadersOf(recipient),
            Substitutions = isTooMuch || values.Count == 0 ? null : values,
            CustomArgs = new Dictionary<string, string> { [DeliveryLabel] = recipient.MessageId },
        };
        return new SendGridLetter(recipient, personalization, IsAlone: isTooMuch);
    }

    /// <summary>One request's JSON. A letter that is alone has its texts written out and shares its request with none.</summary>
    public string Write(IReadOnlyList<SendGridLetter> letters)
    {
        var values = letters is [{ IsAlone: true } alone] ? alone.Recipient.Substitutions : null;
        var message = new SendGridMessage
        {
            From = new EmailAddress(AddressOf(_from), NameOf(_from)),
            ReplyTo = _replyTo is { } reply ? new EmailAddress(AddressOf(reply), NameOf(reply)) : null,
            Subject = _sharedSubject,
            Contents =
            [
                new PlainTextContent(values is null ? _sharedText : _text.With(values)),
                new HtmlContent(values is null ? _sharedHtml : _html.With(values)),
            ],
            Personalizations = [.. letters.Select(letter => letter.Personalization)],
            CustomArgs = _batch.Labels.Count > 0 ? _batch.Labels.ToDictionary() : null,
            // Ours is the consent that SendGrid does not know of: it must count nothing.
            TrackingSettings = new TrackingSettings
            {
                ClickTracking = new ClickTracking { Enable = false, EnableText = false },
                OpenTracking = new OpenTracking { Enable = false },
                SubscriptionTracking = new SubscriptionTracking { Enable = false },
                Ganalytics = new Ganalytics { Enable = false },
            },
        };
        // An empty part is an error to SendGrid; Serialize leaves it out where the other one has words.
        return message.Serialize(useDefaultSerialization: false);
    }

    private Dictionary<string, string> HeadersOf(MailRecipient recipient)
    {
        var headers = new Dictionary<string, string>
        {
            ["Message-ID"] = $"<{recipient.MessageId}@{RecipientCheck.DomainOf(_from)}>",
            ["Content-Language"] = Headers.OneLine(_batch.Language),
        };
        foreach (var (name, value) in recipient.Headers)
        {
            headers[name] = Headers.Value(name, value);
        }
        return headers;
    }

    private static string AddressOf(MailboxAddress mailbox) => mailbox.GetAddress(idnEncode: true);

    private static string? NameOf(MailboxAddress mailbox) => string.IsNullOrEmpty(mailbox.Name) ? null : mailbox.Name;

    // SendGrid puts a recipient's name before the address as it stands: an unquoted comma makes two recipients of it, and the mail is
    // dropped in silence (sendgrid-python issue 291). Names of senders it quotes itself.
    private static string? RecipientName(MailboxAddress mailbox) =>
        NameOf(mailbox) is { } name && name.AsSpan().ContainsAny(Specials)
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : NameOf(mailbox);

    private static int BytesOf(IReadOnlyDictionary<string, string> values) =>
        values.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));
}

/// <param name="Recipient">Who it is for.</param>
/// <param name="Personalization">The recipient's part of the request.</param>
/// <param name="IsAlone">Its values are more than SendGrid substitutes.</param>
internal sealed record SendGridLetter(MailRecipient Recipient, Personalization Personalization, bool IsAlone)
{
    public string Address => Personalization.Tos[0].Email;
}
