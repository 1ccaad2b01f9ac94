using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MimeKit;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// A batch as SendGrid's v3 API wants it (Mail Send, "Limitations" and "Errors" of its reference): texts with legacy substitution
/// tags, no tracking, and what differs per person in that person's personalization. Each is made into JSON once: a request, and the
/// same in two halves, is put together from bytes.
/// </summary>
internal sealed class SendGridContent
{
    private const int MostLabelBytes = 9_000;
    private const string DeliveryLabel = "delivery";

    // It is read by no browser: only what JSON itself asks for is escaped, and "<" takes one byte instead of six.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Ours is the consent that SendGrid does not know of: it must count nothing.
    private static readonly string[] Trackings =
    [
        "click_tracking",
        "open_tracking",
        "subscription_tracking",
        "ganalytics",
    ];

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
    private readonly string _domain;
    private readonly string _language;
    private readonly bool _hasOwnSubjects;
    private readonly WireTags _tags;
    private readonly ArrayBufferWriter<byte> _buffer = new(8 * 1024);
    private (string Key, byte[] Json) _shared = ("-", []);

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
        if (batch.Labels.Sum(SendGridSubstitutions.BytesOf) > MostLabelBytes)
        {
            throw new ArgumentException("The batch's labels are longer than SendGrid carries.", nameof(batch));
        }
        _domain = RecipientCheck.DomainOf(_from);
        _language = Headers.OneLine(batch.Language);
        var names = batch.Recipients.SelectMany(recipient => recipient.Substitutions.Keys).ToHashSet();
        _subject = TaggedText.Cut(batch.Subject, names);
        _text = TaggedText.Cut(batch.Text, names);
        _html = TaggedText.Cut(batch.Html, names);
        _hasOwnSubjects = _subject.Pieces.Any(piece => piece.IsTag);
        _tags = new WireTags([_text, _html], batch.Recipients);
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
        var values = SendGridSubstitutions.Of(_tags.Values(recipient));
        var address = AddressOf(to);
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, Json))
        {
            json.WriteStartObject();
            json.WriteStartArray("to");
            WriteMailbox(json, null, address, RecipientName(to));
            json.WriteEndArray();
            if (_hasOwnSubjects)
            {
                // Written per person: no line break of a value can come into it.
                json.WriteString("subject", Headers.OneLine(_subject.With(recipient.Substitutions)));
            }
            WriteHeaders(json, recipient);
            if (values.Substituted.Count > 0)
            {
                WriteStrings(json, "substitutions", values.Substituted);
            }
            json.WriteStartObject("custom_args");
            json.WriteString(DeliveryLabel, recipient.MessageId);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return new SendGridLetter(recipient, address, _buffer.WrittenSpan.ToArray(), values);
    }

    /// <summary>One request's JSON in UTF-8.</summary>
    /// <param name="letters">Of the same <see cref="SendGridSubstitutions.Key"/>.</param>
    public byte[] Write(IReadOnlyList<SendGridLetter> letters)
    {
        var values = letters[0].Substitutions;
        if (_shared.Key != values.Key)
        {
            _shared = (values.Key, Shared(values.Written));
        }
        var shared = _shared.Json;
        var request = new byte[shared.Length + letters.Sum(letter => letter.Personalization.Length + 1) + 1];
        shared.CopyTo(request, 0);
        var at = shared.Length;
        foreach (var letter in letters)
        {
            letter.Personalization.CopyTo(request, at);
            at += letter.Personalization.Length;
            request[at++] = (byte)',';
        }
        // Instead of the last comma.
        request[at - 1] = (byte)']';
        request[at] = (byte)'}';
        return request;
    }

    /// <summary>All that a request begins with, up to the first personalization.</summary>
    private byte[] Shared(IReadOnlyDictionary<string, string> written)
    {
        var buffer = new ArrayBufferWriter<byte>(128 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            WriteMailbox(json, "from", AddressOf(_from), NameOf(_from));
            if (_replyTo is { } reply)
            {
                WriteMailbox(json, "reply_to", AddressOf(reply), NameOf(reply));
            }
            json.WriteString("subject", Headers.OneLine(_batch.Subject));
            json.WriteStartArray("content");
            WritePart(json, "text/plain", _tags.Rename(_text, written));
            WritePart(json, "text/html", _tags.Rename(_html, written));
            json.WriteEndArray();
            if (_batch.Labels.Count > 0)
            {
                WriteStrings(json, "custom_args", _batch.Labels);
            }
            json.WriteStartObject("tracking_settings");
            foreach (var tracking in Trackings)
            {
                json.WriteStartObject(tracking);
                json.WriteBoolean("enable", false);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteStartArray("personalizations");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan[..^2].ToArray();
    }

    // An empty part is an error to SendGrid.
    private static void WritePart(Utf8JsonWriter json, string type, string value)
    {
        if (value.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
    }

    private void WriteHeaders(Utf8JsonWriter json, MailRecipient recipient)
    {
        json.WriteStartObject("headers");
        json.WriteString("Message-ID", $"<{recipient.MessageId}@{_domain}>");
        json.WriteString("Content-Language", _language);
        foreach (var (name, value) in recipient.Headers)
        {
            json.WriteString(name, Headers.Value(name, value));
        }
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }
        json.WriteEndObject();
    }

    private static void WriteMailbox(Utf8JsonWriter json, string? field, string address, string? name)
    {
        if (field is not null)
        {
            json.WritePropertyName(field);
        }
        json.WriteStartObject();
        json.WriteString("email", address);
        if (name is not null)
        {
            json.WriteString("name", name);
        }
        json.WriteEndObject();
    }

    private static string AddressOf(MailboxAddress mailbox) => mailbox.GetAddress(idnEncode: true);

    private static string? NameOf(MailboxAddress mailbox) => string.IsNullOrEmpty(mailbox.Name) ? null : mailbox.Name;

    // SendGrid puts a recipient's name before the address as it stands: an unquoted comma makes two recipients of it, and the mail is
    // dropped in silence (sendgrid-python issue 291). Names of senders it quotes itself.
    private static string? RecipientName(MailboxAddress mailbox) =>
        NameOf(mailbox) is { } name && name.AsSpan().ContainsAny(Specials)
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : NameOf(mailbox);
}
