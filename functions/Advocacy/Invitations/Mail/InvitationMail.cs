using Advocacy.Letters.Mail;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Platform.Pages;
using Advocacy.Programme;

namespace Advocacy.Invitations.Mail;

/// <summary>Somebody who is asked.</summary>
/// <param name="MessageId">The invitation's id.</param>
/// <param name="Name">As the roster has it; may be empty.</param>
/// <param name="YesUrl">Absolute http(s).</param>
/// <param name="NoUrl">Answers an RFC 8058 one-click POST: https (http only on loopback).</param>
/// <param name="PreferencesUrl">Absolute http(s).</param>
internal sealed record InvitationReader(
    string MessageId,
    string Name,
    string Address,
    string YesUrl,
    string NoUrl,
    string PreferencesUrl
);

/// <summary>Writes the one mail that asks whether somebody would like to take part.</summary>
internal static class InvitationMail
{
    private static readonly MailTemplate<InvitationView> Template = new("Invitation");

    /// <exception cref="ArgumentException">A URL is none, or not fit for one click.</exception>
    public static MailBatch Compose(CompanyProfile company, string language, IReadOnlyList<InvitationReader> readers)
    {
        language = PageLanguage.Known(language);
        var words = InvitationStrings.For(language);
        var tags = new SubstitutionTags(Ids.New());
        var name = Wording.OneLine(company.Name);
        var view = new InvitationView(company, language)
        {
            Subject = words.With("MailSubject", name),
            Preheader = words["MailPreheader"],
            GreetingHtml = tags.Html("hello"),
            GreetingText = tags.Text("hello"),
            Intro = words.With("MailIntro", name),
            Points =
            [
                new InvitationPoint(words["MailWhatTitle"], words["MailWhat"]),
                new InvitationPoint(words["MailVoluntaryTitle"], words["MailVoluntary"]),
                new InvitationPoint(words["MailOnceTitle"], words["MailOnce"]),
            ],
            YesLabel = words["MailYes"],
            YesHtml = tags.Html("yes"),
            YesText = tags.Text("yes"),
            NoLabel = words["MailNo"],
            NoHtml = tags.Html("no"),
            NoText = tags.Text("no"),
            PreferencesLabel = words["MailPreferences"],
            PreferencesHtml = tags.Html("set"),
            PreferencesText = tags.Text("set"),
            Reason = words.With("MailReason", name),
        };
        return LetterMail.Of(Template, view, company, [.. readers.Select(reader => Recipient(reader, tags, words))]);
    }

    private static MailRecipient Recipient(InvitationReader reader, SubstitutionTags tags, PageTexts words)
    {
        var first = Wording.FirstName(reader.Name);
        var values = new Dictionary<string, string>();
        tags.Add(values, "hello", first.Length > 0 ? words.With("MailGreeting", first) : words["MailGreetingNameless"]);
        tags.Add(values, "yes", MailUrl.Of(reader.YesUrl));
        tags.Add(values, "no", MailUrl.Of(reader.NoUrl));
        tags.Add(values, "set", MailUrl.Of(reader.PreferencesUrl));
        return new MailRecipient
        {
            MessageId = reader.MessageId,
            To = new MailAddress(reader.Address, reader.Name),
            Substitutions = values,
            // No mailto: whoever reads that mailbox would see who declined.
            Headers = new Dictionary<string, string>(LetterMail.Headers)
            {
                ["List-Unsubscribe"] = $"<{MailUrl.OneClick(reader.NoUrl)}>",
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
            },
        };
    }
}
