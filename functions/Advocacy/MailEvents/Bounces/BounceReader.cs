using System.Text.RegularExpressions;
using Advocacy.Platform;
using MimeKit;

namespace Advocacy.MailEvents.Bounces;

/// <summary>What a returned mail says.</summary>
/// <param name="Event"><c>null</c> where it is no bounce of a mail of ours.</param>
/// <param name="Why">In a few words and without an address, for example <c>failed 5.1.1</c> or <c>no mail of ours is named</c>.</param>
public sealed record BounceReading(MailEvent? Event, string Why);

/// <summary>
/// Reads what mail servers send back: delivery status notifications (RFC 3464), abuse reports (RFC 5965) and the plain texts of servers that know
/// neither. The mail of ours is found by its Message-ID, whose first half is a delivery's id: nobody can guess it who did not get the mail.
/// </summary>
public static partial class BounceReader
{
    private const int LongestText = 200_000;

    public static BounceReading Read(MimeMessage mail, DateTimeOffset now)
    {
        if (IsAnswer(mail))
        {
            return new BounceReading(null, "an automatic answer, no bounce");
        }
        var (kind, why) = KindOf(mail);
        if (kind is not { } known)
        {
            return new BounceReading(null, why);
        }
        if (MessageIdOf(mail) is not { } id)
        {
            return new BounceReading(null, $"{why}, but no mail of ours is named");
        }
        var at = mail.Date == DateTimeOffset.MinValue || mail.Date > now ? now : mail.Date;
        // The same bounce has the same id, however often it is read; without a Message-ID of its own, by what it says of which mail.
        var own = Ids.Of("bounce", mail.MessageId ?? why, id);
        return new BounceReading(new MailEvent(own, known, id, at.ToUniversalTime()), why);
    }

    private static (MailEventKind? Kind, string Why) KindOf(MimeMessage mail)
    {
        var parts = mail.BodyParts.ToList();
        if (parts.Exists(part => part.ContentType.IsMimeType("message", "feedback-report")))
        {
            return (MailEventKind.SpamReport, "an abuse report");
        }
        if (parts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status)
        {
            return DeliveryStatus.KindOf(status);
        }
        return IsFromServer(mail) ? PlainBounce.KindOf(TextOf(mail)) : (null, "no bounce");
    }

    private static string? MessageIdOf(MimeMessage mail) =>
        mail
            .BodyParts.OfType<MessagePart>()
            .Select(part => part.Message?.MessageId)
            .Append(mail.InReplyTo)
            .Concat(mail.References)
            .Concat(MessageIds().Matches(TextOf(mail)).Select(match => match.Groups["id"].Value))
            .Select(LocalPartOf)
            .FirstOrDefault(id => id is not null);

    /// <summary>The half before the @ where it is an id of ours.</summary>
    private static string? LocalPartOf(string? messageId) =>
        messageId?.Trim('<', '>').Split('@') is [{ Length: 32 } id, _] && id.All(char.IsAsciiHexDigitLower) ? id : null;

    /// <summary>Somebody's absence note comes back to the same address.</summary>
    private static bool IsAnswer(MimeMessage mail) =>
        mail.Headers[HeaderId.AutoSubmitted] is { } submitted
        && submitted.Trim().StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase)
        && !mail.BodyParts.OfType<MessageDeliveryStatus>().Any();

    private static bool IsFromServer(MimeMessage mail) =>
        mail.Headers["X-Failed-Recipients"] is not null
        || mail.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
        || mail.From.Mailboxes.Any(from => Servers().IsMatch(from.Address));

    private static string TextOf(MimeMessage mail)
    {
        var texts = mail.BodyParts.OfType<TextPart>().Select(part => part.Text);
        var all = string.Join('\n', texts);
        return all.Length > LongestText ? all[..LongestText] : all;
    }

    [GeneratedRegex(
        @"^(mailer-daemon|postmaster|mail-daemon|microsoftexchange[^@]*)@",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Servers();

    [GeneratedRegex(
        @"Message-ID:\s*<(?<id>[^<>\s]{1,200})>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MessageIds();
}
