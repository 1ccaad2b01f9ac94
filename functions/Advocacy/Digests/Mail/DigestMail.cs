using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>Writes the weekly digest: one rendering per issue, with substitutions for what differs per reader.</summary>
public sealed class DigestMail
{
    private readonly DigestRenderings _renderings = new();
    private readonly ReadyTexts _texts = new();

    /// <exception cref="ArgumentException">
    /// No stories, a reader without exactly one text and one share URL per story, or a URL that is missing or not absolute http(s).
    /// </exception>
    public MailBatch Compose(DigestIssue issue, IReadOnlyList<DigestReader> readers)
    {
        if (issue.Stories.Count == 0)
        {
            throw new ArgumentException("A digest without stories is not sent.", nameof(issue));
        }
        var rendering = _renderings.Of(issue);
        var values = new ReaderValues(issue, _texts);
        var company = issue.Company;
        var headers = new DigestHeaders(company);
        var greeting = rendering.Words["Greeting"];
        var recipients = new MailRecipient[readers.Count];
        for (var i = 0; i < recipients.Length; i++)
        {
            var reader = readers[i];
            if (reader.ShareUrls.Count != issue.Stories.Count || reader.Texts.Count != issue.Stories.Count)
            {
                throw new ArgumentException(
                    "A reader needs one text and one share URL for each story.",
                    nameof(readers)
                );
            }
            recipients[i] = new MailRecipient
            {
                MessageId = reader.DeliveryId,
                To = new MailAddress(reader.Address, reader.Name),
                Substitutions = new NamedValues(
                    rendering.Tags,
                    values.Of(reader, Greeting(reader, greeting, rendering.Words))
                ),
                Headers = headers.Of(reader.UnsubscribeUrl),
            };
        }
        return new MailBatch(
            new MailAddress(company.SenderAddress, company.SenderName),
            rendering.Subject,
            rendering.Words.Language,
            rendering.Html,
            rendering.Text,
            recipients
        )
        {
            ReplyTo = new MailAddress(company.ReplyAddress, company.SenderName),
            Labels = new Dictionary<string, string> { ["edition"] = issue.EditionId },
        };
    }

    private static string Greeting(DigestReader reader, string greeting, DigestStrings words) =>
        Wording.FirstName(reader.Name) is { Length: > 0 } name
            ? greeting.Replace("{0}", name, StringComparison.Ordinal)
            : words["GreetingNameless"];
}
