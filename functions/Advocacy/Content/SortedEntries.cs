using System.Text;
using System.Text.Json;
using Advocacy.Content.Feeds;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;

namespace Advocacy.Content;

/// <summary>A feed's entries by what becomes of them.</summary>
/// <param name="Messages">ContentDrops as JSON, for the <c>content</c> queue, in the feed's order.</param>
/// <param name="Hashes">Of every usable entry, new or known, in the feed's order.</param>
/// <param name="Known">How many were seen at an earlier visit.</param>
/// <param name="Duplicates">How many share their id or link with an entry before them.</param>
/// <param name="Refused">One sentence for each, with its line.</param>
/// <param name="Unread">How many stood after the first <see cref="FeedSourceState.MostKnown"/>.</param>
internal sealed record SortedEntries(
    IReadOnlyList<string> Messages,
    IReadOnlyList<string> Hashes,
    int Known,
    int Duplicates,
    IReadOnlyList<string> Refused,
    int Unread
)
{
    private const int LongestTitle = 300;
    private const int LongestSummary = 2_000;
    private const int MostTopics = 10;
    private const int LongestTopic = 50;
    private const int TitleFromSummary = 120;

    public static SortedEntries Of(Feed feed, FeedSource source, DateTimeOffset now)
    {
        var known = source.KnownEntries.ToHashSet();
        var seen = new HashSet<string>();
        var messages = new List<string>();
        var hashes = new List<string>();
        var refused = new List<string>();
        var (knownCount, duplicates) = (0, 0);
        // More than can be remembered would come again at every visit.
        foreach (var entry in feed.Entries.Take(FeedSourceState.MostKnown))
        {
            var url = entry.Link is { } link ? UrlCanonicalizer.Canonical(link) : null;
            if (url is null)
            {
                refused.Add(
                    Refusal(
                        entry,
                        entry.Link is null
                            ? "has no link"
                            : $"has a link that is no http(s) address, {Quoted(entry.Link)}"
                    )
                );
                continue;
            }
            var id = string.IsNullOrWhiteSpace(entry.Id) ? url : entry.Id.Trim();
            var (newId, newUrl) = (seen.Add("id " + id), seen.Add("url " + url));
            if (!newId || !newUrl)
            {
                duplicates++;
                continue;
            }
            var hash = Ids.Of("entry", id)[..12];
            if (known.Contains(hash))
            {
                knownCount++;
                hashes.Add(hash);
            }
            else if (Message(entry, url, feed, source, now) is { } message)
            {
                messages.Add(message);
                hashes.Add(hash);
            }
            else
            {
                refused.Add(Refusal(entry, "has neither a title nor a text"));
            }
        }
        var unread = Math.Max(0, feed.Entries.Count - FeedSourceState.MostKnown);
        return new SortedEntries(messages, hashes, knownCount, duplicates, refused, unread);
    }

    private static string? Message(FeedEntry entry, string url, Feed feed, FeedSource source, DateTimeOffset now)
    {
        var summary = PlainText.Of(entry.Summary);
        // The reader made the title plain already: white space is all that is left to do.
        var title = entry.Title is { } words ? PlainText.Of(PlainText.ToHtml(words)) : "";
        if (title.Length == 0)
        {
            title = PlainText.Cut(SuggestedTexts.FirstSentence(summary), TitleFromSummary);
        }
        if (title.Length == 0)
        {
            return null;
        }
        var language = source.Language ?? Language(feed.Language);
        var drop = new ContentDrop
        {
            Url = url,
            Title = Short(title, LongestTitle, LongestTitle),
            Image = entry.Image is { } image ? UrlCanonicalizer.Absolute(image) : null,
            Topics = Topics(entry, source),
            Language = language,
            ShareTexts =
                source.ShareTexts.Count == 0
                    ? null
                    : SourceTexts.Of(source, title, summary, language ?? LanguageGuess.Of(title + " " + summary)),
            // A date to come would keep the post ahead of all others.
            PublishedAt = entry.Published < now ? entry.Published : now,
            SourceId = source.Id,
        };
        for (var most = LongestSummary; ; most /= 2)
        {
            var text = most < 10 ? null : Short(summary, most, ContentDropReader.LongestSummary);
            var message = JsonSerializer.Serialize(
                drop with
                {
                    Summary = string.IsNullOrEmpty(text) ? null : text,
                },
                DocumentJson.Options
            );
            if (text is null || Encoding.UTF8.GetByteCount(message) <= Queues.LongestMessage)
            {
                return message;
            }
        }
    }

    /// <summary>As HTML, because a drop's texts may be HTML: "1 &lt; 2" must arrive as it left.</summary>
    private static string Short(string text, int elements, int characters)
    {
        var html = PlainText.ToHtml(PlainText.Cut(text, elements));
        while (html.Length > characters)
        {
            elements = Math.Max(1, elements * 9 / 10);
            html = PlainText.ToHtml(PlainText.Cut(text, elements));
            if (elements == 1)
            {
                return "…"; // One "letter" of hundreds of marks.
            }
        }
        return html;
    }

    /// <summary>
    /// The source's topics, and the entry's own categories beside them. Where the source has none the post stays of interest
    /// to all: "Uncategorized" must not narrow that.
    /// </summary>
    private static IReadOnlyList<string>? Topics(FeedEntry entry, FeedSource source) =>
        source.Topics.Count == 0
            ? null
            :
            [
                .. source
                    .Topics.Concat(entry.Categories.Select(category => PlainText.Of(category).ToLowerInvariant()))
                    .Where(topic => topic.Length is > 0 and <= LongestTopic)
                    .Distinct()
                    .Take(MostTopics),
            ];

    internal static string? Language(string? named) =>
        named is { Length: >= 2 }
        && char.IsAsciiLetter(named[0])
        && char.IsAsciiLetter(named[1])
        && (named.Length == 2 || named[2] is '-' or '_')
            ? named[..2].ToLowerInvariant()
            : null;

    private static string Refusal(FeedEntry entry, string why)
    {
        var place = entry.Line > 0 ? $"Line {entry.Line}: the entry" : "An entry";
        return entry.Title is { Length: > 0 } title ? $"{place} {Quoted(title)} {why}." : $"{place} {why}.";
    }

    private static string Quoted(string text) => $"\"{PlainText.Cut(PlainText.Of(PlainText.ToHtml(text)), 80)}\"";
}
