using Advocacy.Engagement;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights;

/// <summary>Rebuilds the aggregates from the events. Exact: the events are the only source, and each has one id.</summary>
public sealed class InsightRollUp(
    IDocumentStore store,
    TimeProvider time,
    IOptions<InsightOptions> options,
    ILogger<InsightRollUp> logger
)
{
    /// <returns>How many aggregates were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        var sums = new Dictionary<string, Dictionary<EngagementKind, int>>();
        await foreach (
            var (one, _) in store.ScanAsync<EngagementEvent>(Containers.Engagements, 0, 1, cancellationToken)
        )
        {
            if (!sums.TryGetValue(one.PostId, out var kinds))
            {
                sums[one.PostId] = kinds = [];
            }
            kinds[one.Kind] = kinds.GetValueOrDefault(one.Kind) + one.Count;
        }
        foreach (var (postId, kinds) in sums)
        {
            await store.UpsertAsync(Containers.Insights, InsightOf(postId, kinds), cancellationToken);
        }
        InsightLog.RolledUp(logger, sums.Count);
        return sums.Count;
    }

    private Insight InsightOf(string postId, Dictionary<EngagementKind, int> kinds) =>
        new()
        {
            Id = Insight.IdOf(postId),
            PostId = postId,
            Ttl = options.Value.KeepDays * 24 * 60 * 60,
            Delivered = Shown(kinds.GetValueOrDefault(EngagementKind.Delivered)),
            Shared = Shown(kinds.GetValueOrDefault(EngagementKind.Shared)),
            AudienceClicks = kinds.GetValueOrDefault(EngagementKind.AudienceClick),
            RolledUpAt = time.GetUtcNow(),
        };

    private int? Shown(int people) => people >= options.Value.SmallestGroup ? people : null;
}
