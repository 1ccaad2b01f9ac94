using System.Globalization;
using Advocacy.Platform.Mail;
using Advocacy.Programme;

namespace Advocacy.Digests.Mail;

/// <summary>Writes the weekly digest: one rendering per issue, with substitutions for what differs per reader.</summary>
public sealed class DigestMail
{
    // Shared among the stories, so that ten long texts stay below the size at which Gmail clips a mail. The share page has the rest.
    private const int TextCharacters = 9_000;

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
            Html = DigestTemplates.Html(view),
            Text = DigestTemplates.Text(view),
            Language = words.Language,
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
        var accent = Accent.Of(issue.Company.Accent);
        var company = Wording.OneLine(issue.Company.Name);
        return new DigestView
        {
            Language = words.Language,
            Subject = words.Of(many ? "SubjectMany" : "SubjectOne", Wording.Shorten(titles[0], 70)),
            Preheader = many
                ? words.Of("PreheaderMany", Wording.Shorten(string.Join(" · ", titles.Skip(1)), 110))
                : words["PreheaderOne"],
            Company = company,
            Logo = Picture(issue.Company.LogoUrl),
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
            Imprint = Imprint(issue.Company, company),
            Accent = accent.Colour,
            OnAccent = accent.OnColour,
            AccentOnLight = accent.OnLight,
            AccentOnDark = accent.OnDark,
        };
    }

    private static StoryView Story(DigestStory story, int i, string[] titles, DigestStrings words, ReaderTags tags)
    {
        var url = ReaderTags.Url(story.Post.Url);
        var why = Wording.Shorten(Wording.OneLine(story.Why ?? ""), 160);
        var image = Picture(story.Post.ImageUrl);
        return new StoryView
        {
            Title = titles[i],
            Url = url,
            Image = image,
            ImageAlt = words.Of("ImageAlt", Wording.Shorten(titles[i], 80)),
            Why = why.Length > 0 ? why : null,
            TitleGap = why.Length > 0 ? "6px" : "28px",
            ReadLabel = words.Of("Read", HostOf(url)),
            Lines = Wording.Lines(Wording.Shorten(story.Text, TextCharacters / titles.Length)),
            ShareHtml = tags.ShareHtml(i),
            ShareText = tags.ShareText(i),
        };
    }

    private static string? Picture(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

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

    private static IReadOnlyList<string> Imprint(CompanyProfile company, string name)
    {
        var lines = Wording.Lines(company.Imprint);
        return lines is [var first, ..] && first.StartsWith(name, StringComparison.Ordinal) ? lines : [name, .. lines];
    }
}
