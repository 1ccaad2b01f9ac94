using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Weeks;

/// <summary>Keeps what came of each post in all its weeks: the sum of its weekly rows as they are shown, so that it tells nothing besides.</summary>
public sealed class PostInsights(IDocumentStore store, TimeProvider time, IOptions<InsightOptions> options)
{
    private int Ttl => options.Value.KeepDays * 24 * 60 * 60;

    /// <param name="week">The week whose rows changed.</param>
    /// <param name="rows">Its posts' rows as they are now.</param>
    /// <param name="gone">Posts that had a row in the week and have none any more.</param>
    /// <param name="labels">What the posts were.</param>
    public async Task UpdateAsync(
        string week,
        IReadOnlyCollection<GroupInsight> rows,
        IEnumerable<string> gone,
        IReadOnlyDictionary<string, PostLabel> labels,
        CancellationToken cancellationToken = default
    )
    {
        await Digests.StoreCalls.ForEachAsync(
            rows.Select(row => (row.Key, Row: (GroupInsight?)row))
                .Concat(gone.Select(id => (Key: id, Row: (GroupInsight?)null))),
            async (post, ct) =>
            {
                var life = await LifeAsync(post.Key, week, post.Row, ct);
                await SaveAsync(Of(life, labels.GetValueOrDefault(post.Key)), ct);
            },
            cancellationToken
        );
    }

    private async Task<PostLife> LifeAsync(
        string postId,
        string week,
        GroupInsight? row,
        CancellationToken cancellationToken
    )
    {
        var id = PostLife.IdOf(postId);
        var known = (await store.ReadAsync<PostLife>(Containers.Editions, id, id, cancellationToken))?.Value;
        if (known is not null && known.Weeks.GetValueOrDefault(week) == row)
        {
            return known;
        }
        var weeks = new SortedDictionary<string, GroupInsight>(
            known?.Weeks.ToDictionary() ?? [],
            StringComparer.Ordinal
        );
        if (row is null)
        {
            weeks.Remove(week);
        }
        else
        {
            weeks[week] = row;
        }
        var life = new PostLife
        {
            Id = id,
            PostId = postId,
            Weeks = weeks,
            Ttl = Ttl,
        };
        await store.UpsertAsync(Containers.Editions, life, cancellationToken);
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

    private Insight Of(PostLife life, PostLabel? label)
    {
        var weeks = life.Weeks.Values;
        // Worths of two currencies do not add up: the last one's counts.
        var currency = life.Weeks.LastOrDefault(week => week.Value.Currency is not null).Value?.Currency;
        var valued = weeks.Where(week => currency is not null && week.Currency == currency).ToList();
        return new Insight
        {
            Id = Insight.IdOf(life.PostId),
            PostId = life.PostId,
            Title = label?.Title,
            Url = label?.Url,
            Language = label?.Language,
            Ttl = Ttl,
            Delivered = Sum(weeks, week => week.Offered),
            Shared = Sum(weeks, week => week.Shared),
            NotForMe = Sum(weeks, week => week.NotForMe),
            AudienceClicks = weeks.Sum(week => week.Clicks),
            Emv = valued.Exists(week => week.Emv is not null) ? valued.Sum(week => week.Emv) : null,
            Currency = currency,
            Conversions = weeks.Sum(week => week.Conversions),
            ConversionValue = valued.Sum(week => week.ConversionValue),
            Provisional = weeks.Any(week => week.Provisional),
            RolledUpAt = time.GetUtcNow(),
        };
    }

    /// <summary>Of the weeks that show it; <c>null</c> where none does.</summary>
    internal static int? Sum<TWeek>(IEnumerable<TWeek> weeks, Func<TWeek, int?> of) =>
        weeks.Select(of).Aggregate((int?)null, (sum, one) => one is null ? sum : (sum ?? 0) + one);
}
