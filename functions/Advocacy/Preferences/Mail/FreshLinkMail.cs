using Advocacy.Letters.Mail;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;

namespace Advocacy.Preferences.Mail;

/// <summary>Writes the mail with a fresh link to one person's preferences.</summary>
internal static class FreshLinkMail
{
    private static readonly MailTemplate<FreshLinkMailView> Template = new("FreshLinkMail");

    /// <param name="messageId">Unique for ever.</param>
    /// <param name="url">Absolute http(s).</param>
    /// <param name="days">That the link works.</param>
    public static MailBatch Compose(CompanyProfile company, Employee employee, string messageId, string url, int days)
    {
        var words = PreferencesStrings.For(employee.Language);
        var tags = new SubstitutionTags(Ids.New());
        var values = new Dictionary<string, string>();
        tags.Add(values, "link", MailUrl.Of(url));
        var until = words.With("MailUntil", days);
        var view = new FreshLinkMailView(company, employee.Language)
        {
            Subject = words.With("MailSubject", Wording.OneLine(company.Name)),
            Preheader = until,
            Heading = words["MailHeading"],
            Intro = words["MailIntro"],
            ButtonLabel = words["MailButton"],
            LinkHtml = tags.Html("link"),
            LinkText = tags.Text("link"),
            Until = until,
            Reason = words["MailNotYou"],
        };
        var recipient = new MailRecipient
        {
            MessageId = messageId,
            To = new MailAddress(employee.Address, employee.Name),
            Substitutions = values,
            Headers = LetterMail.Headers,
        };
        return LetterMail.Of(Template, view, company, [recipient]);
    }
}
