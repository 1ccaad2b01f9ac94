using System.Text.RegularExpressions;

namespace Advocacy.MailEvents.Bounces;

/// <summary>
/// What a status code says: that the address is none, or that this mail did not get through. In doubt the latter, because one hard bounce suspends
/// an address and several soft ones are needed to.
/// </summary>
internal static partial class StatusCode
{
    /// <summary>The code within a status line, for example <c>5.1.1</c>; empty where there is none.</summary>
    public static string Of(string text) => Enhanced().Match(text) is { Success: true } match ? match.Value : "";

    /// <param name="status">Enhanced status code (RFC 3463), or text with one.</param>
    /// <param name="diagnostic">The server's own words.</param>
    public static MailEventKind KindOf(string status, string diagnostic)
    {
        var code = Of(status);
        if (code is "" or "5.0.0")
        {
            // Generic: what the server said itself is better.
            code = Of(diagnostic) is { Length: > 0 } said ? said : code;
        }
        return code switch
        {
            // The sender's address, not the reader's.
            "5.1.7" or "5.1.8" => MailEventKind.SoftBounce,
            _ when code.StartsWith("5.1.", StringComparison.Ordinal) => MailEventKind.HardBounce,
            // A mailbox that is closed; Exchange Online's "recipient address rejected: access denied"; a domain that takes no mail.
            "5.2.1" or "5.4.1" or "5.4.4" or "5.4.310" or "5.7.5321" => MailEventKind.HardBounce,
            "" or "5.0.0" when NoSuchUser().IsMatch(diagnostic) => MailEventKind.HardBounce,
            _ => MailEventKind.SoftBounce,
        };
    }

    /// <summary>True where the words say that nobody has that address.</summary>
    public static bool SaysNoSuchUser(string text) => NoSuchUser().IsMatch(text);

    [GeneratedRegex(@"(?<![0-9.])[245]\.[0-9]{1,3}\.[0-9]{1,4}(?![0-9.]?[0-9])", RegexOptions.None, 1000)]
    private static partial Regex Enhanced();

    // As Postfix, Exim, qmail, sendmail, Exchange, Gmail and Outlook.com say it.
    [GeneratedRegex(
        @"user (is )?unknown|unknown user|no such (user|recipient|mailbox|address|person)|(user|recipient|mailbox|address|account) (\S+ )?(was not|not|could not be|couldn't be) found|does(n't| not) exist|unrouteable address|no mailbox here|invalid (recipient|mailbox)|mailbox unavailable|account (is|has been) (disabled|closed)|recipient address rejected",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NoSuchUser();
}
