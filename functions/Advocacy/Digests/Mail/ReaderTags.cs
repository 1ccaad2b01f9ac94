using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>
/// The substitution tags of one issue. Their names end in a hash of the issue, so that no title or line of it can hold one: it would
/// have to contain its own hash. (What stands for a tag is never searched for another.)
/// </summary>
internal sealed class ReaderTags
{
    // Gmail clips a mail at 102 KB, so ten stories of the longest, most hostile words stay below 80: these are bytes of HTML of all ready
    // texts together. The share page has every text whole.
    private const int TextBytes = 9_000;

    private readonly DigestIssue _issue;
    private readonly SubstitutionTags _tags;
    private readonly SharedNames _names;

    /// <param name="salt">A hash of all that the issue says.</param>
    public ReaderTags(DigestIssue issue, string salt)
    {
        _issue = issue;
        _tags = new SubstitutionTags(salt);
        _names = new SharedNames([
            .. NamesOf(issue).SelectMany(name => new[] { _tags.Html(name), _tags.Text(name) }),
            TraceHtml,
        ]);
    }

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

    public string TraceHtml => _tags.Html("trace");

    public string ReadHtml(int story) => _tags.Html($"read{story}");

    public string ReadText(int story) => _tags.Text($"read{story}");

    public string ShareHtml(int story) => _tags.Html($"share{story}");

    public string ShareText(int story) => _tags.Text($"share{story}");

    public string WordsHtml(int story) => _tags.Html($"words{story}");

    public string WordsText(int story) => _tags.Text($"words{story}");

    /// <summary>What the tags stand for with this reader. URLs are absolute http(s).</summary>
    /// <param name="known">Texts that were made ready for others: few go with a story, and many readers share them.</param>
    public IReadOnlyDictionary<string, string> Of(
        DigestReader reader,
        string greeting,
        Dictionary<string, ReadyWords> known
    )
    {
        var values = new List<string>(_names.Names.Count);
        Add(greeting);
        Add(MailUrl.Of(reader.UnsubscribeUrl));
        Add(MailUrl.Of(reader.PreferencesUrl));
        for (var i = 0; i < reader.ShareUrls.Count; i++)
        {
            Add(MailUrl.Of(reader.Measured?.ReadUrls?[i] ?? _issue.Stories[i].Post.Url));
            Add(MailUrl.Of(reader.ShareUrls[i]));
            if (!known.TryGetValue(reader.Texts[i], out var words))
            {
                known[reader.Texts[i]] = words = ReadyWords.Of(reader.Texts[i], TextBytes / reader.ShareUrls.Count);
            }
            values.Add(words.Html);
            values.Add(words.Text);
        }
        if (_issue.InvitesSuggestions)
        {
            Add(MailUrl.Of(reader.SuggestUrl ?? ""));
        }
        if (_issue.Pulse is not null)
        {
            Add(MailUrl.Of(reader.PulseUrl ?? ""));
        }
        // HTML as it stands, and nothing for the text part.
        values.Add(reader.Measured is { } measured ? TraceOf(measured) : "");
        return new NamedValues(_names, [.. values]);

        void Add(string value)
        {
            values.Add(Markup.Encode(value));
            values.Add(value);
        }
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

    /// <summary>In the order of the values above.</summary>
    private static IEnumerable<string> NamesOf(DigestIssue issue) =>
        [
            "hello",
            "stop",
            "set",
            .. Enumerable.Range(0, issue.Stories.Count).SelectMany(i => new[] { $"read{i}", $"share{i}", $"words{i}" }),
            .. (ReadOnlySpan<string>)(issue.InvitesSuggestions ? ["idea"] : []),
            .. (ReadOnlySpan<string>)(issue.Pulse is null ? [] : ["pulse"]),
        ];
}
