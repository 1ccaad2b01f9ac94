using System.Globalization;
using System.Text;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Content;

/// <summary>Which post has a headline: kept beside the posts for as long as the same story may come from another feed.</summary>
public sealed record StoryMark : Document
{
    public override string PartitionKey => Id;

    public required string PostId { get; init; }
    public required string SourceId { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>
/// Recognises a story that two feeds bring under two addresses (the newsroom and the wire service, say): the same headline, published within
/// two days. Careful rather than clever: only between feeds, only for headlines long enough to be nobody else's, and never inside one feed,
/// where "Weekly update" comes every week. What people drop stands for itself.
/// </summary>
internal static class SameStory
{
    private const int MostTexts = 20;
    private const int FewestLetters = 20;
    private const int FewestWords = 3;

    private static readonly TimeSpan s_apart = TimeSpan.FromDays(2);
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(14);

    /// <summary>The post that tells this one's story already; <c>null</c>, and the headline is noted as this one's, where there is none.</summary>
    public static async Task<string?> FindAsync(IDocumentStore store, Post post, CancellationToken cancellationToken)
    {
        if (post.SourceId is not { } sourceId || KeyOf(post.Title) is not { } key)
        {
            return null;
        }
        var mark = new StoryMark
        {
            Id = Ids.Of("story", key),
            PostId = post.Id,
            SourceId = sourceId,
            PublishedAt = post.PublishedAt,
            Ttl = (int)s_remembered.TotalSeconds,
        };
        while (await store.TryCreateAsync(Containers.Posts, mark, cancellationToken) is null)
        {
            if (
                await store.ReadAsync<StoryMark>(Containers.Posts, mark.Id, mark.Id, cancellationToken) is not { } noted
            )
            {
                continue; // It expired between the two.
            }
            if (noted.Value.PostId == post.Id)
            {
                return null;
            }
            var near = (noted.Value.PublishedAt - post.PublishedAt).Duration() <= s_apart;
            if (
                near
                && noted.Value.SourceId != sourceId
                && await store.ReadAsync<Post>(
                    Containers.Posts,
                    noted.Value.PostId,
                    noted.Value.PostId,
                    cancellationToken
                )
                    is not null
            )
            {
                return noted.Value.PostId;
            }
            // Another story under an old headline: from now on the newer one is the one that others may repeat.
            if (
                noted.Value.PublishedAt > post.PublishedAt
                || await store.TryReplaceAsync(Containers.Posts, mark, noted.ETag, cancellationToken) is not null
            )
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>
    /// The post with what the other coming of its story adds: topics, texts, a picture, an end, where else it is. <c>null</c> where that is
    /// nothing, or where a person has decided against the post. New words mean that its tone is judged again.
    /// </summary>
    /// <param name="there">As it is stored.</param>
    /// <param name="came">As it would have become a post of its own.</param>
    /// <param name="withTexts">Whether the drop brought texts; those made of a post's own words are no addition.</param>
    public static Post? Merged(Post there, Post came, bool withTexts)
    {
        if (there.Status is PostStatus.Rejected or PostStatus.Withdrawn)
        {
            return null;
        }
        var texts = withTexts ? Texts(there.ShareTexts, came.ShareTexts) : there.ShareTexts;
        var summary = there.Summary.Length > 0 ? there.Summary : came.Summary;
        var isReworded = texts.Count > there.ShareTexts.Count || summary != there.Summary;
        var merged = there with
        {
            Summary = summary,
            ImageUrl = there.ImageUrl ?? came.ImageUrl,
            ShareTexts = texts,
            // No topics: of interest to all, and that is not narrowed.
            Topics = there.Topics.Count > 0 ? Union(there.Topics, came.Topics) : there.Topics,
            ExpiresAt = there.ExpiresAt ?? came.ExpiresAt,
            Commercial = there.Commercial || came.Commercial,
            // A feed says nothing about either, so what is not as usual is somebody's wish.
            Priority = came.Priority == PostPriority.Normal ? there.Priority : came.Priority,
            WantedReach = came.WantedReach ?? there.WantedReach,
            ReviewFirst = there.ReviewFirst || (isReworded && came.ReviewFirst),
            AlsoFrom = came.SourceId is { } id && id != there.SourceId ? Union(there.AlsoFrom, [id]) : there.AlsoFrom,
            AlsoAt = came.Url != there.Url ? Union(there.AlsoAt, [came.Url]) : there.AlsoAt,
            Status = isReworded ? PostStatus.New : there.Status,
        };
        return IsSame(there, merged) ? null : merged;
    }

    /// <summary>A headline's letters and digits; <c>null</c> where they are too few to tell a story by.</summary>
    internal static string? KeyOf(string title)
    {
        var key = new StringBuilder(title.Length);
        var words = 0;
        var inWord = false;
        foreach (var rune in title.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            var isLetter = Rune.IsLetterOrDigit(rune);
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
            key.Append(isLetter ? rune.ToString() : "");
        }
        return key.Length >= FewestLetters && words >= FewestWords ? key.ToString() : null;
    }

    private static IReadOnlyList<ShareText> Texts(IReadOnlyList<ShareText> there, IReadOnlyList<ShareText> came)
    {
        var known = there.Select(text => (text.Text, text.Language, text.Channel)).ToHashSet();
        var added = came.Where(text => known.Add((text.Text, text.Language, text.Channel)))
            .Take(Math.Max(0, MostTexts - there.Count));
        // Ids that deliveries name already stay what they were.
        var taken = there.Select(text => text.Id).ToHashSet();
        var number = there.Count;
        return
        [
            .. there,
            .. added.Select(text =>
            {
                string id;
                do
                {
                    id = string.Create(CultureInfo.InvariantCulture, $"t{++number}");
                } while (!taken.Add(id));
                return text with { Id = id };
            }),
        ];
    }

    private static IReadOnlyList<string> Union(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        [.. one.Union(other, StringComparer.Ordinal)];

    private static bool IsSame(Post there, Post merged) =>
        merged.Topics.Count == there.Topics.Count
        && merged.ShareTexts.Count == there.ShareTexts.Count
        && merged.AlsoFrom.Count == there.AlsoFrom.Count
        && merged.AlsoAt.Count == there.AlsoAt.Count
        && (merged.Priority, merged.WantedReach) == (there.Priority, there.WantedReach)
        && (merged.Summary, merged.ImageUrl, merged.ExpiresAt, merged.Commercial, merged.ReviewFirst)
            == (there.Summary, there.ImageUrl, there.ExpiresAt, there.Commercial, there.ReviewFirst);
}
