using Advocacy.Consent;
using Advocacy.Letters.Mail;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;

namespace Advocacy.Joining.Mail;

/// <summary>
/// Writes the mail with the link that confirms a join request. Anybody can have it sent to a colleague, so it says nothing that they could
/// have typed: no name, neither in its text nor beside the address.
/// </summary>
internal static class JoinMail
{
    private static readonly MailTemplate<JoinMailView> Template = new("JoinMail");

    /// <param name="url">Absolute http(s).</param>
    /// <param name="hours">That the link works.</param>
    /// <exception cref="ArgumentException">The URL is none.</exception>
    public static MailBatch Compose(CompanyProfile company, JoinRequest request, string address, string url, int hours)
    {
        var words = JoinStrings.For(request.Language);
        var purposes = ConsentStrings.For(request.Language);
        var tags = new SubstitutionTags(Ids.New());
        var values = new Dictionary<string, string>();
        tags.Add(values, "link", MailUrl.Of(url));
        var name = Wording.OneLine(company.Name);
        var view = new JoinMailView(company, request.Language)
        {
            Subject = words.With("MailSubject", name),
            Preheader = words.With("MailPreheader", hours),
            Heading = words["MailHeading"],
            Intro = words.With("MailIntro", name),
            ChosenLabel = words["MailChosen"],
            Chosen = [.. request.Purposes.Select(purpose => purposes[$"Purpose{purpose}"])],
            ButtonLabel = words["MailButton"],
            LinkHtml = tags.Html("link"),
            LinkText = tags.Text("link"),
            Until = words.With("MailUntil", hours),
            NotYouLabel = words["MailNotYouLabel"],
            NotYou = words["MailNotYou"],
            Reason = words.With("MailReason", name),
        };
        var recipient = new MailRecipient
        {
            MessageId = request.Id,
            To = new MailAddress(address, ""),
            Substitutions = values,
            Headers = LetterMail.Headers,
        };
        return LetterMail.Of(Template, view, company, [recipient]);
    }
}
