using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Advocacy.Platform.Mail.Smtp;

/// <summary>What the server's replies, and the lack of one, say of a mail. The server's own words are left out: they quote addresses.</summary>
internal static partial class SmtpReplies
{
    /// <summary>Why no connection could be made, and what to do.</summary>
    public static string OfConnecting(Exception error) =>
        error switch
        {
            AuthenticationException =>
                $"The mail server does not accept the sign-in: set {SmtpOptions.Section}:User and Password.",
            SslHandshakeException =>
                $"The mail server's TLS failed: set {SmtpOptions.Section}:Host to the name in its certificate, and Security to what its port speaks.",
            NotSupportedException =>
                $"The mail server does not offer what is set: check {SmtpOptions.Section}:Security and User.",
            SmtpCommandException refusal => $"The mail server takes no mail now ({Code(refusal)}).",
            SocketException socket => Unreachable(socket.SocketErrorCode.ToString()),
            _ => Unreachable(error.GetType().Name),
        };

    /// <param name="error">What sending threw.</param>
    /// <param name="isWhole">Whether all of the mail's text was given to the connection.</param>
    public static MailOutcome OfSending(Exception error, bool isWhole) =>
        error switch
        {
            ServiceNotAuthenticatedException => NotSent(
                $"The mail server wants a sign-in: set {SmtpOptions.Section}:User and Password."
            ),
            SmtpCommandException refusal => OfRefusal(refusal),
            _ when isWhole => new MailOutcome(
                MailResult.Unknown,
                $"The mail server did not answer after it had the mail ({error.GetType().Name}); it may have taken it."
            ),
            _ => NotSent($"The connection broke before the mail server had the mail ({error.GetType().Name})."),
        };

    private static MailOutcome OfRefusal(SmtpCommandException refusal) =>
        (refusal.ErrorCode, (int)refusal.StatusCode) switch
        {
            // 5.7 is about us and the server's rules (relaying, sign-in, lists), not about the address (RFC 3463).
            (SmtpErrorCode.RecipientNotAccepted, >= 500)
                when !Detail(refusal).StartsWith("5.7.", StringComparison.Ordinal) => new MailOutcome(
                MailResult.Refused,
                $"The mail server refused the address ({Code(refusal)})."
            ),
            (SmtpErrorCode.RecipientNotAccepted, >= 500) => NotSent(
                $"The mail server does not let us send to the address ({Code(refusal)}): check that it relays for us."
            ),
            (SmtpErrorCode.RecipientNotAccepted, _) => NotSent(
                $"The mail server does not take mail for the address now ({Code(refusal)})."
            ),
            (SmtpErrorCode.SenderNotAccepted, _) => NotSent(
                $"The mail server does not accept the company's sender address ({Code(refusal)}): let it send from there."
            ),
            _ => NotSent($"The mail server did not take the mail ({Code(refusal)})."),
        };

    private static MailOutcome NotSent(string reason) => new(MailResult.NotSent, reason);

    private static string Unreachable(string why) =>
        $"The mail server could not be reached ({why}): check {SmtpOptions.Section}:Host, Port and Security.";

    private static string Code(SmtpCommandException refusal) =>
        $"{(int)refusal.StatusCode} {Detail(refusal)}".TrimEnd();

    /// <summary>The enhanced code, for example <c>5.1.1</c>; empty where the server gave none.</summary>
    private static string Detail(SmtpCommandException refusal) => EnhancedCode().Match(refusal.Message).Value;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.None, 1000)]
    private static partial Regex EnhancedCode();
}
