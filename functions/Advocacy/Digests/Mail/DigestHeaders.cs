using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>
/// The headers of one digest: how to leave (RFC 2369, RFC 8058), which list it is (RFC 2919), and that nobody wrote it by hand
/// (RFC 3834), so that absence replies stay away; Exchange listens to its own header for that.
/// </summary>
internal static class DigestHeaders
{
    private static readonly SharedNames Names = new([
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "List-Id",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
    ]);

    /// <exception cref="ArgumentException">The unsubscribe URL is not https, and not on loopback.</exception>
    public static IReadOnlyDictionary<string, string> Of(CompanyProfile company, string unsubscribeUrl)
    {
        var url = MailUrl.OneClick(unsubscribeUrl);
        var domain = company.SenderAddress[(company.SenderAddress.LastIndexOf('@') + 1)..];
        var reply = Uri.EscapeDataString(company.ReplyAddress).Replace("%40", "@", StringComparison.Ordinal);
        return new NamedValues(
            Names,
            [
                $"<{url}>, <mailto:{reply}?subject=unsubscribe>",
                "List-Unsubscribe=One-Click",
                $"<digest.{domain}>",
                "auto-generated",
                "OOF, AutoReply",
            ]
        );
    }
}
