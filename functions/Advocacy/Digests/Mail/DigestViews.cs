using System.Globalization;
using Advocacy.People;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>What an issue says, in the words of its language and of whom it speaks to.</summary>
internal static class DigestViews
{
    // Bytes of HTML: see ReaderTags for why there is a limit at all.
    private const int TitleBytes = 600;
    private const int LineBytes = 200;
    private const int NoteBytes = 1_200;
    private const int MostAnswers = 6;

    public static DigestView Of(DigestIssue issue, DigestStrings words, ReaderTags tags)
    {
        var many = issue.Stories.Count > 1;
        var company = Wording.OneLine(issue.Company.Name);
        return new DigestView(issue.Company, words.Language)
        {
            Subject = Subject(issue, words),
            Preheader = Preheader(issue, words),
            Kicker = words.Of("Kicker", company, Week(issue.EditionId)),
            GreetingHtml = tags.GreetingHtml,
            GreetingText = tags.GreetingText,
            Intro = many ? words.Of("IntroMany", words.Number(issue.Stories.Count)) : words["IntroOne"],
            Stories = [.. issue.Stories.Select((story, i) => Story(story, IsCover(issue, i), words, tags))],
            WordsLabel = words[WordsLabelOf(issue.Archetype)],
            ShareLabel = words["Share"],
            Notes = [.. Notes(issue, words, tags)],
            Reason = words.Of("Reason", company),
            TraceHtml = tags.TraceHtml,
            PreferencesLabel = words["Preferences"],
            PreferencesHtml = tags.PreferencesHtml,
            PreferencesText = tags.PreferencesText,
            UnsubscribeLabel = words["Unsubscribe"],
            UnsubscribeHtml = tags.UnsubscribeHtml,
            UnsubscribeText = tags.UnsubscribeText,
        };
    }

    /// <summary>See <see cref="StoryView.IsCover"/>.</summary>
    public static bool IsCover(DigestIssue issue, int i) =>
        i == 0 && MailUrl.Picture(issue.Stories[i].Post.ImageUrl) is null;

    public static string Subject(DigestIssue issue, DigestStrings words) =>
        words.Of(
            issue.Stories.Count > 1 ? "SubjectMany" : "SubjectOne",
            Wording.Shorten(Wording.OneLine(issue.Stories[0].Post.Title), 70)
        );

    /// <summary>What mail programs show behind the subject: the other stories.</summary>
    public static string Preheader(DigestIssue issue, DigestStrings words) =>
        issue.Stories.Count > 1
            ? words.Of(
                "PreheaderMany",
                Wording.Shorten(
                    string.Join(" · ", issue.Stories.Skip(1).Select(story => Wording.OneLine(story.Post.Title))),
                    110
                )
            )
            : words["PreheaderOne"];

    private static string WordsLabelOf(Archetype archetype) =>
        archetype switch
        {
            Archetype.Specialist => "WordsSpecialist",
            Archetype.Colleague => "WordsColleague",
            _ => "Words",
        };

    public static StoryView Story(DigestStory story, bool isCover, DigestStrings words, ReaderTags tags)
    {
        var title = Wording.OneLine(story.Post.Title);
        var url = MailUrl.Of(story.Post.Url);
        var why = Wording.ShortenHtml(Wording.OneLine(story.Why ?? ""), LineBytes);
        var image = MailUrl.Picture(story.Post.ImageUrl);
        return new StoryView
        {
            Title = Wording.ShortenHtml(title, TitleBytes),
            ReadHtml = tags.ReadHtml,
            ReadText = tags.ReadText,
            Image = image,
            ImageAlt = words.Of("ImageAlt", Wording.ShortenHtml(title, LineBytes / 2)),
            OutlookShows = image is not null && MailUrl.IsOldPicture(image),
            IsCover = isCover,
            Why = why.Length > 0 ? why : null,
            ReadLabel = words.Of("Read", HostOf(url)),
            WordsHtml = tags.WordsHtml,
            WordsText = tags.WordsText,
            ShareHtml = tags.ShareHtml,
            ShareText = tags.ShareText,
        };
    }

    private static IEnumerable<NoteView> Notes(DigestIssue issue, DigestStrings words, ReaderTags tags)
    {
        if (issue.Tip is { } tip)
        {
            var url = tip.Url is null ? null : MailUrl.Of(tip.Url);
            yield return new NoteView
            {
                Label = words["Tip"],
                Title = Wording.ShortenHtml(Wording.OneLine(tip.Title), LineBytes),
                Lines = Lines(tip.Text),
                UrlHtml = url,
                UrlText = url,
                UrlLabel = words["TipMore"],
            };
        }
        if (issue.InvitesSuggestions)
        {
            yield return new NoteView
            {
                Label = words["Suggest"],
                Title = null,
                Lines = [words["SuggestText"]],
                UrlHtml = tags.SuggestHtml,
                UrlText = tags.SuggestText,
                UrlLabel = words["SuggestLink"],
            };
        }
        if (issue.Pulse is { } pulse)
        {
            var answers = pulse.Answers.Take(MostAnswers).Select(Wording.OneLine).Where(answer => answer.Length > 0);
            yield return new NoteView
            {
                Label = words["Pulse"],
                Title = Wording.ShortenHtml(Wording.OneLine(pulse.Question), 2 * LineBytes),
                Lines = Lines(string.Join(" · ", answers)),
                UrlHtml = tags.PulseHtml,
                UrlText = tags.PulseText,
                UrlLabel = words["PulseLink"],
            };
        }
    }

    private static IReadOnlyList<string> Lines(string text) =>
        [.. Wording.Lines(Wording.ShortenHtml(text, NoteBytes)).Where(line => line.Length > 0)];

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
