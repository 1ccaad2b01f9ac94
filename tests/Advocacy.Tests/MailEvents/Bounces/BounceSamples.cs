using System.Text;
using MimeKit;

namespace Advocacy.Tests.MailEvents.Bounces;

/// <summary>Returned mails in the forms in which servers write them. The mail of ours is <see cref="Mail"/>.</summary>
internal static class BounceSamples
{
    public const string Mail = "0123456789abcdef0123456789abcdef";

    private const string Head =
        "From: Mail Delivery System <MAILER-DAEMON@mx.acme.example>\r\nTo: bounces@acme.example\r\n"
        + "Date: Mon, 23 Nov 2026 08:00:05 +0000\r\nMessage-ID: <b1@mx.acme.example>\r\nMIME-Version: 1.0\r\n";

    private const string Returned =
        "Message-ID: <"
        + Mail
        + "@acme.example>\r\nFrom: advocacy@acme.example\r\nTo: ida@acme.example\r\nSubject: Hej\r\n";

    /// <summary>RFC 3464, as Postfix, Exim 4.95, Exchange and Gmail write it.</summary>
    /// <param name="returns">The part that holds the mail of ours, or its headers only.</param>
    public static string Report(
        string action,
        string status,
        string diagnostic = "smtp; 550 no",
        string returns = "message/rfc822",
        bool namesMessage = true
    ) =>
        $"{Head}Auto-Submitted: auto-replied\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n"
        + "--b\r\nContent-Type: text/plain\r\n\r\nI'm sorry to have to inform you that your message could not be delivered.\r\n"
        + "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        + (
            namesMessage
                ? "Reporting-MTA: dns; mx.acme.example\r\nArrival-Date: Mon, 23 Nov 2026 08:00:00 +0000\r\n\r\n"
                : ""
        )
        + $"Final-Recipient: rfc822; ida@acme.example\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: {diagnostic}\r\n\r\n"
        + $"--b\r\nContent-Type: {returns}\r\n\r\n{Returned}\r\n--b--\r\n";

    /// <summary>RFC 5965: a reader's "this is spam", as a mailbox provider passes it on.</summary>
    public static string Abuse() =>
        Head.Replace("MAILER-DAEMON", "fbl", StringComparison.Ordinal)
        + "Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"\r\n\r\n"
        + "--b\r\nContent-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n"
        + "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: FBL/1.0\r\nVersion: 1\r\n\r\n"
        + $"--b\r\nContent-Type: message/rfc822\r\n\r\n{Returned}\r\nHej\r\n--b--\r\n";

    /// <summary>Text alone, with the mail of ours below it.</summary>
    public static string Plain(string text, string returned = Returned) =>
        $"{Head}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n{returned}";

    /// <summary>From a person, with the mail of ours as what it answers.</summary>
    public static string Answer(string more, string text) =>
        $"From: Ida <ida@acme.example>\r\nTo: bounces@acme.example\r\nDate: Mon, 23 Nov 2026 08:00:05 +0000\r\n{more}In-Reply-To: <{Mail}@acme.example>\r\nContent-Type: text/plain\r\n\r\n{text}\r\n";

    public static MimeMessage Load(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return MimeMessage.Load(stream);
    }
}
