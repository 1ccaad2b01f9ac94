using Advocacy.Platform;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>
/// The substitution tags of one issue. Their names end in a hash of the issue, so that no title or line of it can hold one: it would
/// have to contain its own hash. (What stands for a tag is never searched for another.)
/// </summary>
internal sealed class ReaderTags(DigestIssue issue)
{
    // Gmail clips a mail at 102 KB, so ten stories of the longest, most hostile words stay below 80: these are bytes of HTML of all ready
    // texts together. The share page has every text whole.
    private const int TextBytes = 9_000;

    private readonly SubstitutionTags _tags = new(
        Ids.Of([
            issue.Company.Name,
            issue.EditionId,
            .. issue.Stories.SelectMany(s => new[] { s.Post.Title, s.Why ?? "" }),
            issue.Tip?.Title ?? "",
            issue.Tip?.Text ?? "",
            issue.Pulse?.Question ?? "",
            .. issue.Pulse?.Answers ?? [],
        ])[..16]
    );

    public string GreetingHtml => _tags.Html("hello");
    public string GreetingText => _tags.Text("hello");
    public string UnsubscribeHtml => _tags.Html("stop");
    public string UnsubscribeText => _tags.Text("stop");
    public string PreferencesHtml => _tags.Html("set");
    public string PreferencesText => _tags.Text("set");
    public string SuggestHtml => _tags.Html("idea");
    public string SuggestText => _tags.Text("idea");
    public string PulseHtml => _tags.Html("pulse");
    public string PulseText => _tags.Text("pulse");

    public string ShareHtml(int story) => _tags.Html($"share{story}");

    public string ShareText(int story) => _tags.Text($"share{story}");

    public string WordsHtml(int story) => _tags.Html($"words{story}");

    public string WordsText(int story) => _tags.Text($"words{story}");

    /// <summary>What the tags stand for with this reader. URLs are absolute http(s).</summary>
    public IReadOnlyDictionary<string, string> Of(DigestReader reader, string greeting)
    {
        var values = new Dictionary<string, string>(2 * (2 * reader.ShareUrls.Count + 5));
        _tags.Add(values, "hello", greeting);
        _tags.Add(values, "stop", MailUrl.Of(reader.UnsubscribeUrl));
        _tags.Add(values, "set", MailUrl.Of(reader.PreferencesUrl));
        if (issue.InvitesSuggestions)
        {
            _tags.Add(values, "idea", MailUrl.Of(reader.SuggestUrl ?? ""));
        }
        if (issue.Pulse is not null)
        {
            _tags.Add(values, "pulse", MailUrl.Of(reader.PulseUrl ?? ""));
        }
        for (var i = 0; i < reader.ShareUrls.Count; i++)
        {
            _tags.Add(values, $"share{i}", MailUrl.Of(reader.ShareUrls[i]));
            var words = ReadyWords.Of(reader.Texts[i], TextBytes / reader.ShareUrls.Count);
            _tags.AddMarkup(values, $"words{i}", words.Html, words.Text);
        }
        return values;
    }
}
