using Advocacy.Insights.Days;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Weeks;

/// <summary>Keeps what came of each post in all its weeks.</summary>
public sealed class PostInsights(IDocumentStore store, TimeProvider time, IOptions<InsightOptions> options)
{
    private int Ttl => options.Value.KeepDays * 24 * 60 * 60;

    /// <param name="before">The week as it was summed before; a post that is in it and no more in <paramref name="now"/> loses the week.</param>
    /// <param name="now">The week as it is.</param>
    public async Task UpdateAsync(WeekSummary? before, WeekSummary now, CancellationToken cancellationToken = default)
    {
        var counts = PostsOf(now);
        foreach (var postId in counts.Keys.Union(before is null ? [] : PostsOf(before).Keys.AsEnumerable()))
        {
            var life = await LifeAsync(postId, now.Week, counts.GetValueOrDefault(postId), cancellationToken);
            await SaveAsync(Of(life), cancellationToken);
        }
    }

    private static Dictionary<string, Measures> PostsOf(WeekSummary week) =>
        week.Cells.Where(cell => cell.Dimension == Dimension.Post).ToDictionary(cell => cell.Key, cell => cell.Counts);

    private async Task<PostLife> LifeAsync(
        string postId,
        string week,
        Measures? counts,
        CancellationToken cancellationToken
    )
    {
        var id = PostLife.IdOf(postId);
        var known = (await store.ReadAsync<PostLife>(Containers.Insights, id, id, cancellationToken))?.Value;
        if (known is not null && known.Weeks.GetValueOrDefault(week) == counts)
        {
            return known;
        }
        var weeks = new SortedDictionary<string, Measures>(known?.Weeks.ToDictionary() ?? [], StringComparer.Ordinal);
        if (counts is null)
        {
            weeks.Remove(week);
        }
        else
        {
            weeks[week] = counts;
        }
        var life = new PostLife
        {
            Id = id,
            PostId = postId,
            Weeks = weeks,
            Ttl = Ttl,
        };
        await store.UpsertAsync(Containers.Insights, life, cancellationToken);
        return life;
    }

    /// <summary>Where it says the same, it stays as it is.</summary>
    private async Task SaveAsync(Insight insight, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync<Insight>(Containers.Insights, insight.Id, insight.Id, cancellationToken);
        if (known is null || known.Value with { RolledUpAt = insight.RolledUpAt } != insight)
        {
            await store.UpsertAsync(Containers.Insights, insight, cancellationToken);
        }
    }

    private Insight Of(PostLife life)
    {
        var total = life.Total();
        return new Insight
        {
            Id = Insight.IdOf(life.PostId),
            PostId = life.PostId,
            Ttl = Ttl,
            Delivered = Shown(total.Offered - total.Returned),
            Shared = Shown(total.Shared),
            NotForMe = Shown(total.NotForMe),
            AudienceClicks = total.Clicks,
            RolledUpAt = time.GetUtcNow(),
        };
    }

    private int? Shown(int people) => people >= options.Value.SmallestGroup ? people : null;
}
