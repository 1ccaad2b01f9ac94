using System.Buffers;
using System.Text;
using MimeKit;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>
/// A batch as SendGrid's v3 API wants it (Mail Send, "Limitations" and "Errors" of its reference): texts with legacy substitution
/// tags, no tracking, and what differs per person in that person's personalization. A request, and the same in two halves, is put
/// together from pieces that were escaped once for all who share them.
/// </summary>
internal sealed class SendGridContent
{
    private const int MostLabelBytes = 9_000;

    // Ours is the consent that SendGrid does not know of: it must count nothing.
    private const string Tracking =
        "\"tracking_settings\":{\"click_tracking\":{\"enable\":false},\"open_tracking\":{\"enable\":false},"
        + "\"subscription_tracking\":{\"enable\":false},\"ganalytics\":{\"enable\":false}}";

    // Beside those that no mailer takes (Headers.IsAllowed).
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-SG-ID",
        "X-SG-EID",
        "X-SMTPAPI",
    };

    // RFC 5322: a name with one of them must be quoted.
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    private readonly IReadOnlyList<PlacedBlock> _text;
    private readonly IReadOnlyList<PlacedBlock> _html;
    private readonly TaggedText _subject;
    private readonly string _domain;
    private readonly bool _hasOwnSubjects;
    private readonly WireTags _tags;
    private readonly JsonText _json = new();

    // All that requests of the batch share, around their texts and before each value and header.
    private readonly string _start;
    private readonly string _end;
    private readonly string _afterMessageId;
    private readonly string[] _beforeValue;
    private readonly Dictionary<string, (string Value, string Json)> _headers = [];
    private readonly (SharedNames? Names, bool HasReserved) _checkedNames;

    /// <exception cref="ArgumentException">The sender's or the reply address is not valid, or the labels are too long.</exception>
    public SendGridContent(MailBatch batch)
    {
        var from = RecipientCheck.Sender(batch.From);
        var replyTo = batch.ReplyTo is { } reply ? RecipientCheck.Sender(reply) : null;
        if (!Ascii.IsValid(Addresses.OnTheWire(from)))
        {
            throw new ArgumentException(
                "The sender cannot send: SendGrid takes no Unicode in its address.",
                nameof(batch)
            );
        }
        if (
            batch.Labels.Sum(one => Encoding.UTF8.GetByteCount(one.Key) + Encoding.UTF8.GetByteCount(one.Value))
            > MostLabelBytes
        )
        {
            throw new ArgumentException("The batch's labels are longer than SendGrid carries.", nameof(batch));
        }
        _domain = RecipientCheck.DomainOf(from);
        var names = SharedNames.Of(batch.Recipients);
        _subject = TaggedText.Cut(batch.Subject, names.Names);
        _hasOwnSubjects = _subject.Pieces.Any(piece => piece.IsTag);
        _text = batch.TextPart.CutAt(names);
        _html = batch.HtmlPart.CutAt(names);
        _tags = new WireTags([.. _text, .. _html], names, batch.Recipients);
        _start = StartOf(batch, from, replyTo);
        _end = EndOf(batch);
        _afterMessageId = _json
            .Raw("@")
            .Raw(_domain)
            .Raw(">\",")
            .Member("Content-Language", Headers.OneLine(batch.Language))
            .Take();
        _beforeValue = [.. _tags.Names.Select(name => $"\"{name}\":\"")];
        var first = batch.Recipients is [var one, ..] ? one.Headers : null;
        if (first is NamedValues { Shared: var shared })
        {
            _checkedNames = (shared, shared.Names.Any(Reserved.Contains));
        }
        foreach (var (name, value) in first ?? new Dictionary<string, string>())
        {
            _headers[name] = (value, JsonText.Escape(Headers.Value(name, value)));
        }
    }

    /// <summary>What one recipient gets; <c>null</c> with the refusal where SendGrid takes none such.</summary>
    public SendGridLetter? Address(MailRecipient recipient, MailboxAddress to, out MailOutcome? refusal)
    {
        refusal = HasReserved(recipient.Headers)
            ? new MailOutcome(MailResult.Refused, "A header's name is SendGrid's own.")
            : null;
        if (refusal is not null)
        {
            return null;
        }
        var values = _tags.Values(recipient);
        return new SendGridLetter(
            recipient,
            to,
            Addresses.OnTheWire(to),
            values,
            WrittenValues.Of(_tags.Names, _tags.BytesOfNames, values)
        );
    }

    /// <summary>One request's JSON.</summary>
    /// <param name="letters">Of the same <see cref="WrittenValues.Key"/>.</param>
    public string Write(IReadOnlyList<SendGridLetter> letters)
    {
        _json.Raw(_start);
        var between = "";
        WritePart("text/plain", _text, letters[0], ref between);
        WritePart("text/html", _html, letters[0], ref between);
        _json.Raw(_end);
        between = "";
        foreach (var letter in letters)
        {
            _json.Raw(between);
            WritePersonalization(letter);
            between = ",";
        }
        return _json.Raw("]}").Take();
    }

    // An empty part is an error to SendGrid.
    private void WritePart(string type, IReadOnlyList<PlacedBlock> blocks, SendGridLetter letter, ref string between)
    {
        if (blocks.All(one => one.Block.Text.Length == 0))
        {
            return;
        }
        _json.Raw(between).Raw("{").Member("type", type).Raw(",\"value\":\"");
        foreach (var (block, first) in blocks)
        {
            foreach (var (literal, place) in block.Json)
            {
                var name = place < 0 ? -1 : _tags.NameOf(first + place);
                _json.Raw(
                    name < 0 ? literal
                    : letter.Written.Has(name) ? letter.Values[name].Json
                    : _tags.Names[name]
                );
            }
        }
        _json.Raw("\"}");
        between = ",";
    }

    private void WritePersonalization(SendGridLetter letter)
    {
        var recipient = letter.Recipient;
        _json.Raw("{\"to\":[");
        WriteMailbox(_json, letter.Address, RecipientName(letter.To));
        _json.Raw("]");
        if (_hasOwnSubjects)
        {
            // Written per person: no line break of a value can come into it.
            _json.Raw(",").Member("subject", Headers.OneLine(_subject.With(recipient.Substitutions)));
        }
        _json.Raw(",\"headers\":{\"Message-ID\":\"<").Raw(recipient.MessageId).Raw(_afterMessageId);
        foreach (var (name, value) in recipient.Headers)
        {
            _json.Raw(",\"").Raw(name).Raw("\":\"").Raw(HeaderOf(name, value)).Raw("\"");
        }
        _json.Raw("}");
        var before = ",\"substitutions\":{";
        for (var i = 0; i < letter.Values.Length; i++)
        {
            if (!letter.Written.Has(i))
            {
                _json.Raw(before).Raw(_beforeValue[i]).Raw(letter.Values[i].Json).Raw("\"");
                before = ",";
            }
        }
        _json
            .Raw(before == "," ? "}" : "")
            .Raw(",\"custom_args\":{\"delivery\":\"")
            .Raw(recipient.MessageId)
            .Raw("\"}}");
    }

    // Mostly the same names for everybody: then looked at once.
    private bool HasReserved(IReadOnlyDictionary<string, string> headers) =>
        headers is NamedValues { Shared: var names } && names == _checkedNames.Names
            ? _checkedNames.HasReserved
            : headers.Keys.Any(Reserved.Contains);

    private string HeaderOf(string name, string value) =>
        _headers.TryGetValue(name, out var shared) && shared.Value == value
            ? shared.Json
            : JsonText.Escape(Headers.Value(name, value));

    private string StartOf(MailBatch batch, MailboxAddress from, MailboxAddress? replyTo)
    {
        _json.Raw("{\"from\":");
        WriteMailbox(_json, Addresses.OnTheWire(from), NameOf(from));
        if (replyTo is not null)
        {
            _json.Raw(",\"reply_to\":");
            WriteMailbox(_json, Addresses.OnTheWire(replyTo), NameOf(replyTo));
        }
        return _json.Raw(",").Member("subject", Headers.OneLine(batch.Subject)).Raw(",\"content\":[").Take();
    }

    private string EndOf(MailBatch batch)
    {
        _json.Raw("],");
        if (batch.Labels.Count > 0)
        {
            _json.Raw("\"custom_args\":").Strings(batch.Labels).Raw(",");
        }
        return _json.Raw(Tracking).Raw(",\"personalizations\":[").Take();
    }

    private static void WriteMailbox(JsonText json, string address, string? name)
    {
        json.Raw("{").Member("email", address);
        if (name is not null)
        {
            json.Raw(",").Member("name", name);
        }
        json.Raw("}");
    }

    private static string? NameOf(MailboxAddress mailbox) => string.IsNullOrEmpty(mailbox.Name) ? null : mailbox.Name;

    // SendGrid puts a recipient's name before the address as it stands: an unquoted comma makes two recipients of it, and the mail is
    // dropped in silence (sendgrid-python issue 291). Names of senders it quotes itself.
    private static string? RecipientName(MailboxAddress mailbox) =>
        NameOf(mailbox) is { } name && name.AsSpan().ContainsAny(Specials)
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : NameOf(mailbox);
}
