using Advocacy.Letters.Mail;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using Advocacy.Programme;

namespace Advocacy.Drops.Mail;

/// <summary>Writes the mail that tells what became of a drop or a suggestion.</summary>
internal static class AnswerMail
{
    private const int LongestAbout = 120;
    private const int LongestReason = 500;

    private static readonly MailTemplate<AnswerMailView> Template = new("AnswerMail");

    /// <param name="suggestUrl">The reader's own page for suggestions; <c>null</c> where they have none.</param>
    public static MailBatch Compose(CompanyProfile company, Answer answer, MailAddress to, string? suggestUrl)
    {
        var words = DropStrings.For(answer.Language);
        var tags = new SubstitutionTags(Ids.New());
        var values = new Dictionary<string, string>();
        if (suggestUrl is not null)
        {
            tags.Add(values, "link", MailUrl.Of(suggestUrl));
        }
        var name = Wording.OneLine(company.Name);
        var kind = answer.Kind.ToString();
        var view = new AnswerMailView(company, answer.Language)
        {
            Subject = words.With($"Mail{kind}Subject", name),
            Preheader = words[$"Mail{kind}Intro"],
            Heading = words[$"Mail{kind}Heading"],
            Intro = words[$"Mail{kind}Intro"],
            About = answer.About is { } about ? Wording.Shorten(Wording.OneLine(about), LongestAbout) : null,
            ReasonsLabel = words[answer.Kind == AnswerKind.Rejected ? "MailReason" : "MailReasons"],
            Reasons = [.. answer.Reasons.Select(reason => Wording.Shorten(Wording.OneLine(reason), LongestReason))],
            Next = words[$"Mail{kind}Next"],
            LinkHtml = suggestUrl is null ? null : tags.Html("link"),
            LinkText = suggestUrl is null ? null : tags.Text("link"),
            ButtonLabel = words["MailButton"],
            Reason = words.With(answer.Kind == AnswerKind.Refused ? "MailWhySender" : "MailWhySuggester", name),
        };
        var recipient = new MailRecipient
        {
            MessageId = answer.Id,
            To = to,
            Substitutions = values,
            Headers = LetterMail.Headers,
        };
        return LetterMail.Of(Template, view, company, [recipient]);
    }
}
