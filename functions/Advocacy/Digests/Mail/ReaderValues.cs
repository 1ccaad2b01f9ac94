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

    private readonly int _mostBytes = TextBytes / issue.Stories.Count;

    // By the string itself: those of a message who are given the same text are given the same string.
    private readonly Dictionary<string, ReadyWords> _near = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="ArgumentException">A URL is missing or not absolute http(s).</exception>
    public MailValue[] Of(DigestReader reader, string greeting)
    {
        var count = 6 + 4 * issue.Stories.Count + (issue.InvitesSuggestions ? 2 : 0) + (issue.Pulse is null ? 0 : 2);
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
        for (var i = 0; i < issue.Stories.Count; i++)
        {
            Add(MailUrl.Of(reader.ShareUrls[i]));
            var words = WordsOf(reader.Texts[i]);
            values[at++] = words.Html;
            values[at++] = words.Text;
        }
        return values;

        void Add(string text)
        {
            var html = Markup.Encode(text);
            var value = new MailValue(text);
            values[at++] = ReferenceEquals(html, text) ? value : new MailValue(html);
            values[at++] = value;
        }
    }

    private ReadyWords WordsOf(string text)
    {
        if (!_near.TryGetValue(text, out var words))
        {
            _near[text] = words = texts.Of(text, _mostBytes);
        }
        return words;
    }
}
