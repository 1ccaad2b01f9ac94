using System.Text.Encodings.Web;
using System.Text.Unicode;
using Advocacy.Platform;

namespace Advocacy.Digests.Mail;

/// <summary>
/// The substitution tags of one issue. Their names end in a hash of the issue, so that no title or text can hold one: it would
/// have to contain its own hash.
/// </summary>
internal sealed class ReaderTags(DigestIssue issue)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _salt = Ids.Of([
        issue.Company.Name,
        issue.EditionId,
        .. issue.Stories.SelectMany(s => new[] { s.Post.Title, s.Text, s.Why ?? "" }),
    ])[..16];

    public string GreetingHtml => Tag("hello", html: true);
    public string GreetingText => Tag("hello", html: false);
    public string UnsubscribeHtml => Tag("stop", html: true);
    public string UnsubscribeText => Tag("stop", html: false);
    public string PreferencesHtml => Tag("set", html: true);
    public string PreferencesText => Tag("set", html: false);

    public string ShareHtml(int story) => Tag($"share{story}", html: true);

    public string ShareText(int story) => Tag($"share{story}", html: false);

    /// <summary>What the tags stand for with this reader. URLs are absolute http(s).</summary>
    public IReadOnlyDictionary<string, string> Of(DigestReader reader, string greeting)
    {
        var values = new Dictionary<string, string>(2 * (reader.ShareUrls.Count + 3));
        Add("hello", greeting);
        Add("stop", Url(reader.UnsubscribeUrl));
        Add("set", Url(reader.PreferencesUrl));
        for (var i = 0; i < reader.ShareUrls.Count; i++)
        {
            Add($"share{i}", Url(reader.ShareUrls[i]));
        }
        return values;

        void Add(string name, string value)
        {
            values[Tag(name, html: true)] = Encoder.Encode(value);
            values[Tag(name, html: false)] = value;
        }
    }

    /// <summary>Percent-encoded as far as needed, so that it can end neither an attribute nor a header's angle brackets.</summary>
    /// <exception cref="ArgumentException">Not an absolute http(s) URL.</exception>
    public static string Url(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : throw new ArgumentException("A link in a digest must be an absolute http(s) URL.", nameof(url));

    private string Tag(string name, bool html) => $"-{name}{(html ? 'H' : 'T')}{_salt}-";
}
