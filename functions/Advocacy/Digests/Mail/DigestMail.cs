using System.Globalization;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>Writes the weekly digest: one rendering per issue, with substitutions for what differs per reader.</summary>
public sealed class DigestMail
{
    private static readonly MailTemplate<DigestView> Template = new("Digest");

    // Gmail clips a mail at 102 KB, so ten stories of the longest, most hostile words stay below 80: these are bytes of HTML. The
    // share page has every text whole.
    private const int TextBytes = 9_000;
    private const int TitleBytes = 600;
    private const int LineBytes = 200;

    /// <exception cref="ArgumentException">
    /// No stories, a reader without exactly one share URL per story, or a URL that is not absolute http(s).
    /// </exception>
    public MailBatch Compose(DigestIssue issue, IReadOnlyList<DigestReader> readers)
    {
        if (issue.Stories.Count == 0)
        {
            throw new ArgumentException("A digest without stories is not sent.", nameof(issue));
        }
        var words = new DigestStrings(issue.Language);
        var tags = new ReaderTags(issue);
        var view = View(issue, words, tags);
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
        if (reader.ShareUrls.Count != issue.Stories.Count)
        {
            throw new ArgumentException("A reader needs one share URL for each story.", nameof(reader));
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

    private static DigestView View(DigestIssue issue, DigestStrings words, ReaderTags tags)
    {
        var titles = issue.Stories.Select(s => Wording.OneLine(s.Post.Title)).ToArray();
        var many = titles.Length > 1;
        var company = Wording.OneLine(issue.Company.Name);
        return new DigestView(issue.Company, words.Language)
        {
            Subject = words.Of(many ? "SubjectMany" : "SubjectOne", Wording.Shorten(titles[0], 70)),
            Preheader = many
                ? words.Of("PreheaderMany", Wording.Shorten(string.Join(" · ", titles.Skip(1)), 110))
                : words["PreheaderOne"],
            Kicker = words.Of("Kicker", company, Week(issue.EditionId)),
            GreetingHtml = tags.GreetingHtml,
            GreetingText = tags.GreetingText,
            Intro = many ? words.Of("IntroMany", words.Number(titles.Length)) : words["IntroOne"],
            Stories = [.. issue.Stories.Select((story, i) => Story(story, i, titles, words, tags))],
            WordsLabel = words["Words"],
            ShareLabel = words["Share"],
            Reason = words.Of("Reason", company),
            PreferencesLabel = words["Preferences"],
            PreferencesHtml = tags.PreferencesHtml,
            PreferencesText = tags.PreferencesText,
            UnsubscribeLabel = words["Unsubscribe"],
            UnsubscribeHtml = tags.UnsubscribeHtml,
            UnsubscribeText = tags.UnsubscribeText,
        };
    }

    private static StoryView Story(DigestStory story, int i, string[] titles, DigestStrings words, ReaderTags tags)
    {
        var url = MailUrl.Of(story.Post.Url);
        var why = Wording.ShortenHtml(Wording.OneLine(story.Why ?? ""), LineBytes);
        var image = MailUrl.Picture(story.Post.ImageUrl);
        return new StoryView
        {
            Title = Wording.ShortenHtml(titles[i], TitleBytes),
            Url = url,
            Image = image,
            ImageAlt = words.Of("ImageAlt", Wording.ShortenHtml(titles[i], LineBytes / 2)),
            Why = why.Length > 0 ? why : null,
            ReadLabel = words.Of("Read", HostOf(url)),
            Lines = Wording.Lines(Wording.ShortenHtml(story.Text, TextBytes / titles.Length)),
            ShareHtml = tags.ShareHtml(i),
            ShareText = tags.ShareText(i),
        };
    }

    private static string HostOf(string url)
    {
        var host = new Uri(url).Host;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    // "48" of "2026-W48", "5" of "2026-W05".
    private static string Week(string editionId) =>
        editionId.Split("-W") is [_, var week] && int.TryParse(week, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : editionId;
}
