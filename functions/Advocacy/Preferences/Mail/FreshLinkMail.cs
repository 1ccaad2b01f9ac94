using System.Text.Unicode;
using Advocacy.Digests.Mail;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Programme;
using HandlebarsDotNet;

namespace Advocacy.Preferences.Mail;

/// <summary>Writes the mail with a fresh link to one person's preferences.</summary>
internal static class FreshLinkMail
{
    private static readonly System.Text.Encodings.Web.HtmlEncoder Encoder =
        System.Text.Encodings.Web.HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Lazy<HandlebarsTemplate<object, object>> Html = new(() => Compile("html", plain: false));
    private static readonly Lazy<HandlebarsTemplate<object, object>> Text = new(() => Compile("text", plain: true));

    /// <param name="messageId">Unique for ever.</param>
    /// <param name="url">Absolute http(s).</param>
    /// <param name="days">That the link works.</param>
    public static MailBatch Compose(CompanyProfile company, Employee employee, string messageId, string url, int days)
    {
        var words = PreferencesStrings.For(employee.Language);
        var accent = Accent.Of(company.Accent);
        var (htmlTag, textTag) = ($"-linkH{Ids.New()}-", $"-linkT{Ids.New()}-");
        var name = Wording.OneLine(company.Name);
        var view = new FreshLinkMailView
        {
            Language = words.Culture.TwoLetterISOLanguageName,
            Company = name,
            Subject = words.With("MailSubject", name),
            Preheader = words.With("MailUntil", days),
            Heading = words["MailHeading"],
            Intro = words["MailIntro"],
            ButtonLabel = words["MailButton"],
            LinkHtml = htmlTag,
            LinkText = textTag,
            Until = words.With("MailUntil", days),
            NotYou = words["MailNotYou"],
            Imprint = Wording.Lines(company.Imprint),
            Accent = accent.Colour,
            OnAccent = accent.OnColour,
            AccentOnLight = accent.OnLight,
            AccentOnDark = accent.OnDark,
        };
        return new MailBatch
        {
            From = new MailAddress(company.SenderAddress, company.SenderName),
            ReplyTo = new MailAddress(company.ReplyAddress, company.SenderName),
            Subject = view.Subject,
            Html = Html.Value(view),
            Text = Text.Value(view),
            Language = view.Language,
            Recipients =
            [
                new MailRecipient
                {
                    MessageId = messageId,
                    To = new MailAddress(employee.Address, employee.Name),
                    // A link is a key: it stands in the recipient's part and in nothing that is logged or cached of the rendering.
                    Substitutions = new Dictionary<string, string> { [htmlTag] = Encoder.Encode(url), [textTag] = url },
                    // Nobody wrote it by hand (RFC 3834), so that absence replies stay away; Exchange listens to its own header.
                    Headers = new Dictionary<string, string>
                    {
                        ["Auto-Submitted"] = "auto-generated",
                        ["X-Auto-Response-Suppress"] = "OOF, AutoReply",
                    },
                },
            ],
        };
    }

    private static HandlebarsTemplate<object, object> Compile(string part, bool plain)
    {
        using var stream = typeof(FreshLinkMail).Assembly.GetManifestResourceStream(
            typeof(FreshLinkMail),
            $"FreshLinkMail.{part}.hbs"
        )!;
        using var reader = new StreamReader(stream);
        return Handlebars
            .Create(new HandlebarsConfiguration { NoEscape = plain, ThrowOnUnresolvedBindingExpression = true })
            .Compile(reader.ReadToEnd());
    }
}
