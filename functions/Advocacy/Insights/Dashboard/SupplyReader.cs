using Advocacy.Content;
using Advocacy.Digests.Spread;
using Advocacy.Insights.Weeks;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Dashboard;

/// <summary>Reads what there is to offer, and what is lacking.</summary>
public sealed class SupplyReader(
    IDocumentStore store,
    ThinPosts thin,
    TimeProvider time,
    IOptions<InsightOptions> options
)
{
    private const int SoonDays = 7;

    /// <param name="week">Whose followers and thin posts are told.</param>
    public async Task<ContentSupply> ReadAsync(string week, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var ready = (await InStatusAsync(PostStatus.Ready, cancellationToken)).FindAll(post => post.IsOfferableAt(now));
        var held = InStatusAsync(PostStatus.Held, cancellationToken);
        var unjudged = InStatusAsync(PostStatus.New, cancellationToken);
        var factsId = WeekFacts.IdOf(week);
        var facts = await store.ReadAsync<WeekFacts>(Containers.Editions, factsId, factsId, cancellationToken);
        return new ContentSupply(
            ready.Count,
            (await held).Count,
            (await unjudged).Count,
            ready.Count(post => post.ExpiresAt <= now.AddDays(SoonDays)),
            TopicsOf(ready, facts?.Value.Followers ?? new Dictionary<string, int>()),
            [
                .. ready
                    .CountBy(post => post.Language)
                    .OrderByDescending(one => one.Value)
                    .ThenBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => new LanguageSupply(one.Key, one.Value)),
            ],
            [
                .. (await thin.OfAsync(week, cancellationToken)).Select(post => new ThinSupply(
                    post.PostId,
                    post.Title,
                    post.Texts,
                    AtLeast(post.TurnedAway)
                )),
            ]
        );
    }

    private async Task<List<Post>> InStatusAsync(PostStatus status, CancellationToken cancellationToken) =>
        await store
            .QueryAllAsync<Post>(
                new Query(Containers.Posts)
                {
                    Where = [new Condition("status", Comparison.Equal, status.ToString())],
                    PageSize = 500,
                },
                cancellationToken
            )
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);

    /// <summary>A topic that few follow is named only where there are posts about it: what one person follows is their own.</summary>
    private List<TopicSupply> TopicsOf(List<Post> ready, IReadOnlyDictionary<string, int> followers)
    {
        var posts = ready.SelectMany(post => post.Topics).CountBy(topic => topic).ToDictionary();
        var followed = followers.Where(one => AtLeast(one.Value) is not null).Select(one => one.Key);
        return
        [
            .. posts
                .Keys.Union(followed)
                .Select(topic => new TopicSupply(
                    topic,
                    posts.GetValueOrDefault(topic),
                    AtLeast(followers.GetValueOrDefault(topic))
                ))
                .OrderBy(topic => topic.Ready)
                .ThenByDescending(topic => topic.Followers)
                .ThenBy(topic => topic.Topic, StringComparer.Ordinal),
        ];
    }

    private int? AtLeast(int people) =>
        people / options.Value.SmallestGroup * options.Value.SmallestGroup is > 0 and var shown ? shown : null;
}
