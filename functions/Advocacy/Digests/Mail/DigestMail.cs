using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>Writes the weekly digest: one rendering per issue, with substitutions for what differs per reader.</summary>
public sealed class DigestMail
{
    private static readonly MailTemplate<DigestView> Template = new("Digest");

    /// <exception cref="ArgumentException">
    /// No stories, a reader without exactly one text and one share URL per story, or a URL that is missing or not absolute http(s).
    /// </exception>
    public MailBatch Compose(DigestIssue issue, IReadOnlyList<DigestReader> readers)
    {
        if (issue.Stories.Count == 0)
        {
            throw new ArgumentException("A digest without stories is not sent.", nameof(issue));
        }
        var words = new DigestStrings(issue.Language);
        var tags = new ReaderTags(issue);
        var view = DigestViews.Of(issue, words, tags);
        var company = issue.Company;
        return new MailBatch
        {
            From = new MailAddress(company.SenderAddress, company.SenderName),
            ReplyTo = new MailAddress(company.ReplyAddress, company.SenderName),
            Subject = view.Subject,
            Html = Template.Html(view),
            Text = Template.Text(view),
            Language = words.Language,
            Labels = new Dictionary<string, string> { ["edition"] = issue.EditionId },
            Recipients = [.. readers.Select(reader => Recipient(reader, issue, words, tags))],
        };
    }

    private static MailRecipient Recipient(DigestReader reader, DigestIssue issue, DigestStrings words, ReaderTags tags)
    {
        if (reader.ShareUrls.Count != issue.Stories.Count || reader.Texts.Count != issue.Stories.Count)
        {
            throw new ArgumentException("A reader needs one text and one share URL for each story.", nameof(reader));
        }
        var name = Wording.FirstName(reader.Name);
        return new MailRecipient
        {
            MessageId = reader.DeliveryId,
            To = new MailAddress(reader.Address, reader.Name),
            Substitutions = tags.Of(reader, name.Length > 0 ? words.Of("Greeting", name) : words["GreetingNameless"]),
            Headers = DigestHeaders.Of(issue.Company, reader.UnsubscribeUrl),
        };
    }
}
