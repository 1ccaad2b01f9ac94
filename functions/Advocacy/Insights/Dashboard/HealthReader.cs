using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights.Dashboard;

/// <summary>Reads whether harvest, tone, mail and the figures themselves work.</summary>
public sealed class HealthReader(
    IDocumentStore store,
    FailureLog failures,
    TimeProvider time,
    IOptions<InsightOptions> options
)
{
    public async Task<ProgrammeHealth> ReadAsync(string week, CancellationToken cancellationToken = default)
    {
        var sources = await store
            .QueryAllAsync<FeedSource>(new Query(Containers.Sources), cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        var mark = await store.ReadAsync<RollUpMark>(
            Containers.Editions,
            RollUpMark.TheId,
            RollUpMark.TheId,
            cancellationToken
        );
        return new ProgrammeHealth(
            sources.Count(source => source is { Gone: false, Paused: false }),
            sources.Count(source => source.Ails),
            sources.Max(source => source.Health.LastSuccess),
            await AnalyzerAsync(cancellationToken),
            await UnsettledAsync(week, cancellationToken),
            (await failures.InStateAsync(FailedMessageState.Kept, cancellationToken: cancellationToken)).Count,
            mark?.Value.At
        );
    }

    /// <summary>Of the newest post of the last month.</summary>
    private async Task<string?> AnalyzerAsync(CancellationToken cancellationToken)
    {
        var recent = new Query(Containers.Posts)
        {
            Where =
            [
                new Condition("publishedAt", Comparison.AtLeast, DocumentJson.Text(time.GetUtcNow().AddDays(-30))),
            ],
            PageSize = 500,
        };
        Post? newest = null;
        await foreach (var (post, _) in store.QueryAllAsync<Post>(recent, cancellationToken))
        {
            if (post.Tone is not null && (newest is null || post.TakenInAt > newest.TakenInAt))
            {
                newest = post;
            }
        }
        return newest?.Tone?.Analyzer;
    }

    private async Task<int?> UnsettledAsync(string week, CancellationToken cancellationToken)
    {
        var unknown = await store
            .QueryAllAsync<Delivery>(
                new Query(Containers.Deliveries)
                {
                    Where =
                    [
                        new Condition("editionId", Comparison.Equal, week),
                        new Condition("state", Comparison.Equal, nameof(DeliveryState.Unknown)),
                    ],
                    PageSize = 500,
                },
                cancellationToken
            )
            .CountAsync(cancellationToken);
        return unknown == 0 || unknown >= options.Value.SmallestGroup ? unknown : null;
    }
}
