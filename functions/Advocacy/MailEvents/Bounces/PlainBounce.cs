using System.Text.RegularExpressions;

namespace Advocacy.MailEvents.Bounces;

/// <summary>The text of a server that knows no notifications: qmail, older Exim, devices.</summary>
internal static partial class PlainBounce
{
    public static (MailEventKind? Kind, string Why) KindOf(string text)
    {
        // What was returned below may say anything.
        var said = Returned().Split(text, 2)[0];
        var code = StatusCode.Of(said);
        return code.StartsWith('4') || StillTries().IsMatch(said) ? (MailEventKind.SoftBounce, $"delayed {code}".Trim())
            : code.StartsWith('5') ? (StatusCode.KindOf(code, said), $"failed {code}")
            : StatusCode.SaysNoSuchUser(said) ? (MailEventKind.HardBounce, "failed, no such user")
            : Refused().IsMatch(said) ? (MailEventKind.SoftBounce, "failed")
            : (null, "a server's mail that says of no failure");
    }

    [GeneratedRegex(
        @"^-{2,}.*(original|returned|copy).*$|^-{3} Below this line|^Return-Path:|^Received: ",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Returned();

    [GeneratedRegex(
        @"will (keep trying|continue|be retried|retry)|still trying|not yet been delivered|delayed|warning",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex StillTries();

    [GeneratedRegex(
        @"could not be delivered|couldn't be delivered|wasn't able to deliver|unable to deliver|undeliverable|delivery (has )?failed|permanent error|quota|\b5[0-9]{2}[ -]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Refused();
}
