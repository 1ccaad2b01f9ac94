using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;

namespace Advocacy.Letters.Mail;

/// <summary>A letter's view as a mail from the company.</summary>
internal static class LetterMail
{
    /// <summary>Nobody wrote it by hand (RFC 3834), so that absence replies stay away; Exchange listens to its own header for that.</summary>
    public static readonly IReadOnlyDictionary<string, string> Headers = new Dictionary<string, string>
    {
        ["Auto-Submitted"] = "auto-generated",
        ["X-Auto-Response-Suppress"] = "OOF, AutoReply",
    };

    public static MailBatch Of<TView>(
        MailTemplate<TView> template,
        TView view,
        CompanyProfile company,
        IReadOnlyList<MailRecipient> recipients
    )
        where TView : LetterView =>
        new()
        {
            From = new MailAddress(company.SenderAddress, company.SenderName),
            ReplyTo = new MailAddress(company.ReplyAddress, company.SenderName),
            Subject = view.Subject,
            Html = template.Html(view),
            Text = template.Text(view),
            Language = view.Language,
            Recipients = recipients,
        };
}
