using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Advocacy.Platform;
using Advocacy.Platform.Mail.Templates;

namespace Advocacy.Digests.Mail;

/// <summary>
/// Renders each issue once, though its readers come in many messages. Safe from many threads: two that render the same at once make
/// the same.
/// </summary>
internal sealed class DigestRenderings
{
    // Some 100 KB each: 25 MB at most.
    private const int Most = 256;

    private static readonly MailTemplate<DigestView> Template = new("Digest");

    private readonly ConcurrentDictionary<string, DigestRendering> _known = new();

    public DigestRendering Of(DigestIssue issue)
    {
        var key = KeyOf(issue);
        if (!_known.TryGetValue(key, out var rendering))
        {
            if (_known.Count >= Most)
            {
                _known.Clear();
            }
            rendering = Render(issue, key);
            _known[key] = rendering;
        }
        return rendering;
    }

    private static DigestRendering Render(DigestIssue issue, string key)
    {
        var words = new DigestStrings(issue.Language);
        var tags = new ReaderTags(issue, key[..16]);
        var view = DigestViews.Of(issue, words, tags);
        return new DigestRendering(view.Subject, Template.Html(view), Template.Text(view), words, tags);
    }

    /// <summary>A hash of all that a template is given.</summary>
    private static string KeyOf(DigestIssue issue)
    {
        var company = issue.Company;
        string[] all =
        [
            company.Name,
            company.Imprint,
            company.Accent,
            company.LogoUrl ?? "",
            $"{company.Look} {issue.Archetype} {issue.InvitesSuggestions}",
            issue.Language,
            issue.EditionId,
            issue.Stories.Count.ToString(CultureInfo.InvariantCulture),
            .. issue.Stories.SelectMany(story =>
                new[] { story.Post.Title, story.Post.Url, story.Post.ImageUrl ?? "", story.Why ?? "" }
            ),
            issue.Tip?.Title ?? "",
            issue.Tip?.Text ?? "",
            issue.Tip?.Url ?? "",
            issue.Pulse is null ? "" : "pulse",
            issue.Pulse?.Question ?? "",
            .. issue.Pulse?.Answers ?? [],
        ];
        // As JSON, in which no part can pass for two.
        return Ids.Of(JsonSerializer.Serialize(all));
    }
}
