using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Platform.Store;

namespace Advocacy.Desk;

/// <summary>Finds the posts of the desk's list by their status, which the store indexes: those of other statuses are not read.</summary>
public sealed class DeskList(IDocumentStore store, ThinPosts thin, TimeProvider time)
{
    public const int RowsOnAPage = 25;
    private const int PageOfStore = 1_000;

    // Held before all: somebody waits for a decision.
    private static readonly PostStatus[] s_order =
    [
        PostStatus.Held,
        PostStatus.New,
        PostStatus.Ready,
        PostStatus.Rejected,
        PostStatus.Withdrawn,
    ];

    /// <param name="zone">In which weeks begin.</param>
    public async Task<DeskFound> FindAsync(
        DeskFilter filter,
        TimeZoneInfo zone,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        var held = await OfAsync(PostStatus.Held, cancellationToken);
        var all =
            filter.Status == PostStatus.Held ? held
            : filter.Status is { } status ? await OfAsync(status, cancellationToken)
            : [.. held, .. await RestAsync(cancellationToken)];
        var now = time.GetUtcNow();
        var more = filter.Thin ? await TurnedAwayAsync(zone, now, cancellationToken) : [];
        var taken = all.Where(post => (!filter.Thin || IsThin(post, more, now)) && filter.Takes(post, now))
            .OrderBy(post => Array.IndexOf(s_order, post.Status))
            .ThenByDescending(post => more.GetValueOrDefault(post.Id))
            .ThenByDescending(post => post.TakenInAt)
            .ThenBy(post => post.Id, StringComparer.Ordinal)
            .ToList();
        var pages = Math.Max(1, (taken.Count + RowsOnAPage - 1) / RowsOnAPage);
        var page = Math.Min(filter.Page, pages);
        return new DeskFound(
            filter with
            {
                Page = page,
            },
            [
                .. taken
                    .Skip((page - 1) * RowsOnAPage)
                    .Take(RowsOnAPage)
                    .Select(post => new DeskRow(post, more.GetValueOrDefault(post.Id))),
            ],
            taken.Count,
            pages,
            held.Count,
            DeskFacets.Of(all, filter)
        );
    }

    /// <summary>Another post that waits for a person; <c>null</c> where none does.</summary>
    public async Task<string?> NextAsync(string postId, CancellationToken cancellationToken = default)
    {
        var page = await store.QueryAsync<Post>(QueryOf(PostStatus.Held) with { PageSize = 2 }, cancellationToken);
        return page.Items.Select(item => item.Value.Id).FirstOrDefault(id => id != postId);
    }

    private async Task<List<Post>> OfAsync(PostStatus status, CancellationToken cancellationToken)
    {
        var posts = new List<Post>();
        await foreach (var (post, _) in store.QueryAllAsync<Post>(QueryOf(status), cancellationToken))
        {
            posts.Add(post);
        }
        return posts;
    }

    private async Task<IEnumerable<Post>> RestAsync(CancellationToken cancellationToken)
    {
        var rest = s_order.Where(status => status != PostStatus.Held);
        return (await Task.WhenAll(rest.Select(status => OfAsync(status, cancellationToken)))).SelectMany(one => one);
    }

    /// <summary>This week's, or last week's where nothing was planned yet.</summary>
    private async Task<Dictionary<string, int>> TurnedAwayAsync(
        TimeZoneInfo zone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        foreach (var day in (DateOnly[])[today, today.AddDays(-7)])
        {
            var found = await thin.OfAsync(Edition.IdOf(day), cancellationToken);
            if (found.Count > 0)
            {
                return found.ToDictionary(post => post.PostId, post => post.TurnedAway, StringComparer.Ordinal);
            }
        }
        return [];
    }

    /// <summary>It lost readers for want of texts, or will: of one text in a language the spread offers little.</summary>
    private static bool IsThin(Post post, Dictionary<string, int> turnedAway, DateTimeOffset now) =>
        post.IsOfferableAt(now)
        && (turnedAway.ContainsKey(post.Id) || post.ShareTexts.Count(text => text.Language == post.Language) <= 1);

    private static Query QueryOf(PostStatus status) =>
        new(Containers.Posts)
        {
            Where = [new Condition("status", Comparison.Equal, status.ToString())],
            PageSize = PageOfStore,
        };
}
