using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>
/// The substitution tags of one rendered part of a digest: of what stands around the stories, or of one story. Each part has a salt of
/// its own, so that a story can stand in any digest; nothing that it says can hold its tags, because the salt is random.
/// </summary>
internal sealed class ReaderTags(string salt)
{
    private readonly SubstitutionTags _tags = new(salt);

    /// <summary>What differs per list of stories, not per reader; the HTML part only.</summary>
    public string Subject => _tags.Html("subject");
    public string Preheader => _tags.Html("preheader");

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

    /// <summary>HTML as it stands, and nothing in the text part.</summary>
    public string TraceHtml => _tags.Html("trace");

    public string ReadHtml => _tags.Html("read");
    public string ReadText => _tags.Text("read");
    public string ShareHtml => _tags.Html("share");
    public string ShareText => _tags.Text("share");
    public string WordsHtml => _tags.Html("words");
    public string WordsText => _tags.Text("words");

    /// <summary>Around the stories, in the order of <see cref="ReaderValues"/>.</summary>
    public IReadOnlyList<string> OfShell(DigestIssue issue) =>
        [
            GreetingHtml,
            GreetingText,
            UnsubscribeHtml,
            UnsubscribeText,
            PreferencesHtml,
            PreferencesText,
            .. (ReadOnlySpan<string>)(issue.InvitesSuggestions ? [SuggestHtml, SuggestText] : []),
            .. (ReadOnlySpan<string>)(issue.Pulse is null ? [] : [PulseHtml, PulseText]),
            TraceHtml,
        ];

    /// <summary>In a story.</summary>
    public IReadOnlyList<string> OfStory => [ReadHtml, ReadText, ShareHtml, ShareText, WordsHtml, WordsText];
}
