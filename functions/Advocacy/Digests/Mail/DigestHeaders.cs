using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>
/// The headers of one digest: how to leave (RFC 2369, RFC 8058), which list it is (RFC 2919), and that nobody wrote it by hand
/// (RFC 3834), so that absence replies stay away; Exchange listens to its own header for that.
/// </summary>
internal sealed class DigestHeaders
{
    private static readonly SharedNames Names = new([
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "List-Id",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
    ]);

    private static readonly MailValue OneClick = new("List-Unsubscribe=One-Click");
    private static readonly MailValue Generated = new("auto-generated");
    private static readonly MailValue NoReplies = new("OOF, AutoReply");

    private readonly string _byMail;
    private readonly MailValue _list;

    /// <param name="company">Whose list it is.</param>
    public DigestHeaders(CompanyProfile company)
    {
        var domain = company.SenderAddress[(company.SenderAddress.LastIndexOf('@') + 1)..];
        var reply = Uri.EscapeDataString(company.ReplyAddress).Replace("%40", "@", StringComparison.Ordinal);
        _byMail = $">, <mailto:{reply}?subject=unsubscribe>";
        _list = new MailValue($"<digest.{domain}>");
    }

    /// <exception cref="ArgumentException">The unsubscribe URL is not https, and not on loopback.</exception>
    public IReadOnlyDictionary<string, string> Of(string unsubscribeUrl) =>
        new NamedValues(
            Names,
            [
                new MailValue(string.Concat("<", MailUrl.OneClick(unsubscribeUrl), _byMail)),
                OneClick,
                _list,
                Generated,
                NoReplies,
            ]
        );
}
