using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Platform.Store;

namespace Advocacy.Desk;

/// <summary>Finds the posts of the desk's list by their status, which the store indexes: those of other statuses are not read.</summary>
public sealed class DeskList(IDocumentStore store, ThinPosts thin, TimeProvider time)
{
    public const int RowsOnAPage = 25;
    private const int PageOfStore = 250;

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
        var now = time.GetUtcNow();
        var more = filter.Thin ? await TurnedAwayAsync(zone, now, cancellationToken) : [];
        var facets = new DeskFacetsBuilder();
        var taken = new List<Place>();
        var held = 0;
        foreach (var status in s_order)
        {
            var isAsked = filter.Status is null || filter.Status == status;
            if (!isAsked && status != PostStatus.Held)
            {
                continue;
            }
            // Of each post only its place is kept: ten thousand of them would be a lot of memory for a page of twenty-five.
            await foreach (var (post, _) in store.QueryAllAsync<Post>(QueryOf(status), cancellationToken))
            {
                held += status == PostStatus.Held ? 1 : 0;
                if (!isAsked)
                {
                    continue;
                }
                facets.Add(post);
                if ((!filter.Thin || IsThin(post, more, now)) && filter.Takes(post, now))
                {
                    taken.Add(new Place(status, more.GetValueOrDefault(post.Id), post.TakenInAt, post.Id));
                }
            }
        }
        var pages = Math.Max(1, (taken.Count + RowsOnAPage - 1) / RowsOnAPage);
        var page = Math.Min(filter.Page, pages);
        var rows = await RowsAsync(taken, page, cancellationToken);
        return new DeskFound(filter with { Page = page }, rows, taken.Count, pages, held, facets.Build(filter));
    }

    /// <summary>What is gone since it was counted is left out.</summary>
    private async Task<IReadOnlyList<DeskRow>> RowsAsync(
        List<Place> taken,
        int page,
        CancellationToken cancellationToken
    )
    {
        var places = taken
            .OrderBy(place => Array.IndexOf(s_order, place.Status))
            .ThenByDescending(place => place.TurnedAway)
            .ThenByDescending(place => place.TakenInAt)
            .ThenBy(place => place.Id, StringComparer.Ordinal)
            .Skip((page - 1) * RowsOnAPage)
            .Take(RowsOnAPage)
            .ToList();
        var posts = await Task.WhenAll(
            places.Select(place => store.ReadAsync<Post>(Containers.Posts, place.Id, place.Id, cancellationToken))
        );
        return
        [
            .. places
                .Zip(posts)
                .Where(pair => pair.Second is not null)
                .Select(pair => new DeskRow(pair.Second!.Value, pair.First.TurnedAway)),
        ];
    }

    /// <summary>Another post that waits for a person; <c>null</c> where none does.</summary>
    public async Task<string?> NextAsync(string postId, CancellationToken cancellationToken = default)
    {
        var page = await store.QueryAsync<Post>(QueryOf(PostStatus.Held) with { PageSize = 2 }, cancellationToken);
        return page.Items.Select(item => item.Value.Id).FirstOrDefault(id => id != postId);
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

    /// <summary>Where a post stands in the list.</summary>
    private readonly record struct Place(PostStatus Status, int TurnedAway, DateTimeOffset TakenInAt, string Id);
}
