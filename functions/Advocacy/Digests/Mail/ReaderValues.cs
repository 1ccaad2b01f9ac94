using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>What the tags of an issue stand for with its readers, in the tags' order: two for each name, as HTML and as text.</summary>
/// <param name="texts">Texts that were made ready for others: few go with a story, and many readers share them.</param>
internal sealed class ReaderValues(DigestIssue issue, ReadyTexts texts)
{
    // Gmail clips a mail at 102 KB, so ten stories of the longest, most hostile words stay below 80: these are bytes of HTML of all ready
    // texts together. The share page has every text whole.
    private const int TextBytes = 9_000;

    private static readonly MailValue s_nothing = new("");

    // The same for all who are not measured.
    private readonly (MailValue Html, MailValue Text)[] _direct =
    [
        .. issue.Stories.Select(story => Both(MailUrl.Of(story.Post.Url))),
    ];

    private readonly int _mostBytes = TextBytes / issue.Stories.Count;

    // By the string itself: those of a message who are given the same text are given the same string.
    private readonly Dictionary<string, ReadyWords> _near = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="ArgumentException">A URL is missing or not absolute http(s).</exception>
    public MailValue[] Of(DigestReader reader, string greeting)
    {
        var count = 7 + 6 * issue.Stories.Count + (issue.InvitesSuggestions ? 2 : 0) + (issue.Pulse is null ? 0 : 2);
        var values = new MailValue[count];
        var at = 0;
        Add(greeting);
        Add(MailUrl.Of(reader.UnsubscribeUrl));
        Add(MailUrl.Of(reader.PreferencesUrl));
        if (issue.InvitesSuggestions)
        {
            Add(MailUrl.Of(reader.SuggestUrl ?? ""));
        }
        if (issue.Pulse is not null)
        {
            Add(MailUrl.Of(reader.PulseUrl ?? ""));
        }
        values[at++] = reader.Measured is { } measured ? new MailValue(TraceOf(measured)) : s_nothing;
        for (var i = 0; i < issue.Stories.Count; i++)
        {
            if (reader.Measured?.ReadUrls is { } urls)
            {
                Add(MailUrl.Of(urls[i]));
            }
            else
            {
                values[at++] = _direct[i].Html;
                values[at++] = _direct[i].Text;
            }
            Add(MailUrl.Of(reader.ShareUrls[i]));
            var words = WordsOf(reader.Texts[i]);
            values[at++] = words.Html;
            values[at++] = words.Text;
        }
        return values;

        void Add(string text) => (values[at++], values[at++]) = Both(text);
    }

    private static (MailValue Html, MailValue Text) Both(string text)
    {
        var html = Markup.Encode(text);
        var value = new MailValue(text);
        return (ReferenceEquals(html, text) ? value : new MailValue(html), value);
    }

    /// <summary>
    /// A picture that tells of the opening, and a link that nobody sees, hears or reaches by keyboard: who follows it is a scanner, and so are its
    /// other clicks.
    /// </summary>
    private static string TraceOf(MeasuredMail measured) =>
        (
            measured.CanaryUrl is { } canary
                ? $"""<a href="{Markup.Encode(MailUrl.Of(canary))}" style="display:none" tabindex="-1" aria-hidden="true"></a>"""
                : ""
        )
        + (
            measured.OpenUrl is { } open
                ? $"""<img src="{Markup.Encode(MailUrl.Of(open))}" width="1" height="1" alt="" style="display:block;border:0">"""
                : ""
        );

    private ReadyWords WordsOf(string text)
    {
        if (!_near.TryGetValue(text, out var words))
        {
            _near[text] = words = texts.Of(text, _mostBytes);
        }
        return words;
    }
}
