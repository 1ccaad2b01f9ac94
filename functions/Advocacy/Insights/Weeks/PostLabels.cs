using System.Collections.Concurrent;
using Advocacy.Content;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Weeks;

/// <summary>Remembers what posts were, from the first time that something came of them.</summary>
public sealed class PostLabels(IDocumentStore store, IOptions<InsightOptions> options)
{
    private const int LongestText = 80;

    /// <param name="texts">By post, the texts that are to be named; an empty id asks for the post alone.</param>
    public async Task<IReadOnlyDictionary<string, PostLabel>> OfAsync(
        ILookup<string, string> texts,
        CancellationToken cancellationToken = default
    )
    {
        var labels = new ConcurrentDictionary<string, PostLabel>(StringComparer.Ordinal);
        await Digests.StoreCalls.ForEachAsync(
            texts,
            async (post, ct) => labels[post.Key] = await OfAsync(post.Key, [.. post.Where(id => id.Length > 0)], ct),
            cancellationToken
        );
        return labels;
    }

    private async Task<PostLabel> OfAsync(
        string postId,
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        var id = PostLabel.IdOf(postId);
        var known = (await store.ReadAsync<PostLabel>(Containers.Editions, id, id, cancellationToken))?.Value;
        if (known is not null && texts.All(known.Texts.ContainsKey))
        {
            return known;
        }
        var post = await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken);
        var label = With(known ?? New(postId, post?.Value), post?.Value, texts);
        if (label != known)
        {
            await store.UpsertAsync(Containers.Editions, label, cancellationToken);
        }
        return label;
    }

    private PostLabel New(string postId, Post? post) =>
        new()
        {
            Id = PostLabel.IdOf(postId),
            PostId = postId,
            Title = post?.Title,
            Url = post?.Url,
            Topics = post is null ? [] : [.. post.Topics.Order(StringComparer.Ordinal)],
            Language = post?.Language,
            Tone = post?.Tone is { Error: null } tone ? tone.Sentiment : null,
            Ttl = options.Value.KeepDays * 24 * 60 * 60,
        };

    /// <summary>A text that is not there any more is named by its id, so that it is not looked for again.</summary>
    private static PostLabel With(PostLabel label, Post? post, IReadOnlyList<string> texts) =>
        label with
        {
            Texts = label
                .Texts.Concat(
                    texts
                        .Where(id => !label.Texts.ContainsKey(id))
                        .Select(id =>
                            KeyValuePair.Create(
                                id,
                                post?.ShareTexts.FirstOrDefault(text => text.Id == id)?.Text is { } text
                                    ? FirstWords(text)
                                    : id
                            )
                        )
                )
                .ToDictionary(StringComparer.Ordinal),
        };

    private static string FirstWords(string text) =>
        PlainText.Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestText);
}
