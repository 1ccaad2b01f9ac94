using Advocacy.Platform;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>
/// The substitution tags of one issue. Their names end in a hash of the issue, so that no title or text can hold one: it would
/// have to contain its own hash.
/// </summary>
internal sealed class ReaderTags(DigestIssue issue)
{
    private readonly SubstitutionTags _tags = new(
        Ids.Of([
            issue.Company.Name,
            issue.EditionId,
            .. issue.Stories.SelectMany(s => new[] { s.Post.Title, s.Text, s.Why ?? "" }),
        ])[..16]
    );

    public string GreetingHtml => _tags.Html("hello");
    public string GreetingText => _tags.Text("hello");
    public string UnsubscribeHtml => _tags.Html("stop");
    public string UnsubscribeText => _tags.Text("stop");
    public string PreferencesHtml => _tags.Html("set");
    public string PreferencesText => _tags.Text("set");

    public string ShareHtml(int story) => _tags.Html($"share{story}");

    public string ShareText(int story) => _tags.Text($"share{story}");

    /// <summary>What the tags stand for with this reader. URLs are absolute http(s).</summary>
    public IReadOnlyDictionary<string, string> Of(DigestReader reader, string greeting)
    {
        var values = new Dictionary<string, string>(2 * (reader.ShareUrls.Count + 3));
        _tags.Add(values, "hello", greeting);
        _tags.Add(values, "stop", MailUrl.Of(reader.UnsubscribeUrl));
        _tags.Add(values, "set", MailUrl.Of(reader.PreferencesUrl));
        for (var i = 0; i < reader.ShareUrls.Count; i++)
        {
            _tags.Add(values, $"share{i}", MailUrl.Of(reader.ShareUrls[i]));
        }
        return values;
    }
}
