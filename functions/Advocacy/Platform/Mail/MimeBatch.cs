using System.Buffers;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace Advocacy.Platform.Mail;

/// <summary>
/// A batch as MIME: multipart/alternative, text before HTML, UTF-8 in quoted-printable. What all recipients share is encoded
/// once; a recipient costs a few headers, a few values and a copy. Safe from many threads once it is built.
/// </summary>
internal sealed class MimeBatch
{
    private readonly string _domain;
    private readonly TaggedText _subject;
    private readonly bool _hasOwnSubjects;
    private readonly byte[] _subjectLine;

    // Headers that are the same for everyone, by name: most of them, and folding is the dearest part of a header.
    private readonly Dictionary<string, (string Value, byte[] Line)> _shared = [];
    private readonly SharedNames _names;
    private readonly QuotedPart _text;
    private readonly QuotedPart _html;
    private readonly byte[] _head;
    private readonly byte[] _beforeText;
    private readonly byte[] _beforeHtml;
    private readonly byte[] _end;

    /// <exception cref="ArgumentException">The sender's or the reply address is not valid.</exception>
    public MimeBatch(MailBatch batch, DateTimeOffset date)
    {
        var sender = MimeSender.Of(batch);
        _domain = sender.Domain;
        _names = SharedNames.Of(batch.Recipients);
        _subject = TaggedText.Cut(batch.Subject, _names.Names);
        _hasOwnSubjects = _subject.Pieces.Any(piece => piece.IsTag);
        _subjectLine = Headers.Line("Subject", batch.Subject);
        if (batch.Recipients is [var first, ..])
        {
            foreach (var (name, value) in first.Headers.Where(h => Headers.IsAllowed(h.Key)))
            {
                _shared[name] = (value, Headers.Line(name, value));
            }
        }
        _text = new QuotedPart(batch.TextPart.CutAt(_names));
        _html = new QuotedPart(batch.HtmlPart.CutAt(_names));

        // "=_" cannot occur in quoted-printable, so no text can hold the boundary.
        var boundary = "=_" + Ids.New();
        _head =
        [
            .. sender.Lines,
            .. Headers.Line("Date", DateUtils.FormatDate(date)),
            .. Headers.Line("Content-Language", batch.Language),
            .. Encoding.ASCII.GetBytes(
                $"MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n"
            ),
        ];
        _beforeText = PartHead(boundary, "plain");
        _beforeHtml = PartHead(boundary, "html");
        _end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
    }

    public void Write(MailRecipient recipient, MailboxAddress to, IBufferWriter<byte> output)
    {
        output.Write(Headers.Line("To", to));
        output.Write(_hasOwnSubjects ? Headers.Line("Subject", _subject.With(recipient.Substitutions)) : _subjectLine);
        output.Write(Encoding.ASCII.GetBytes($"Message-ID: <{recipient.MessageId}@{_domain}>\r\n"));
        foreach (var (name, value) in recipient.Headers)
        {
            output.Write(Line(name, value));
        }
        output.Write(_head);
        var values = _names.ValuesOf(recipient.Substitutions);
        output.Write(_beforeText);
        _text.Write(values, output);
        output.Write(_beforeHtml);
        _html.Write(values, output);
        output.Write(_end);
    }

    private byte[] Line(string name, string value) =>
        _shared.TryGetValue(name, out var shared) && shared.Value == value ? shared.Line : Headers.Line(name, value);

    private static byte[] PartHead(string boundary, string kind) =>
        Encoding.ASCII.GetBytes(
            $"\r\n--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        );
}
