using Advocacy.Engagement;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.Insights;

/// <summary>
/// Rebuilds the aggregates from the events. Exact: the events are the only source, and each has one id. Events are read only after
/// a recording, and once a day in any case, because events also expire.
/// </summary>
public sealed class InsightRollUp(
    IDocumentStore store,
    TimeProvider time,
    IOptions<InsightOptions> options,
    ILogger<InsightRollUp> logger
)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromDays(1);

    /// <returns>How many aggregates changed and were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        // Before the events are read: a recording that comes meanwhile changes the mark, and the next run reads again.
        var recorded = await RecordedAsync(cancellationToken);
        if (await IsRolledUpAsync(recorded, cancellationToken))
        {
            InsightLog.RolledUp(logger, 0);
            return 0;
        }
        var written = await WriteChangedAsync(await SumAsync(cancellationToken), cancellationToken);
        await store.UpsertAsync(
            Containers.Insights,
            new RollUpMark
            {
                Id = RollUpMark.TheId,
                Recorded = recorded,
                At = time.GetUtcNow(),
            },
            cancellationToken
        );
        InsightLog.RolledUp(logger, written);
        return written;
    }

    /// <returns>The mark's ETag; empty where nothing was ever recorded.</returns>
    private async Task<string> RecordedAsync(CancellationToken cancellationToken) =>
        (
            await store.ReadAsync<RecordingMark>(
                Containers.Insights,
                RecordingMark.TheId,
                RecordingMark.TheId,
                cancellationToken
            )
        )?.ETag
        ?? "";

    private async Task<bool> IsRolledUpAsync(string recorded, CancellationToken cancellationToken) =>
        await store.ReadAsync<RollUpMark>(Containers.Insights, RollUpMark.TheId, RollUpMark.TheId, cancellationToken)
            is { Value: var last }
        && last.Recorded == recorded
        && time.GetUtcNow() - last.At < s_longestPause;

    private async Task<Dictionary<string, Dictionary<EngagementKind, int>>> SumAsync(
        CancellationToken cancellationToken
    )
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
        return sums;
    }

    private async Task<int> WriteChangedAsync(
        Dictionary<string, Dictionary<EngagementKind, int>> sums,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<string, Insight>();
        await foreach (var (one, _) in store.ScanAsync<Insight>(Containers.Insights, 0, 1, cancellationToken))
        {
            known[one.PostId] = one;
        }
        var written = 0;
        foreach (var (postId, kinds) in sums)
        {
            var insight = InsightOf(postId, kinds);
            if (known.GetValueOrDefault(postId) is { } old && old with { RolledUpAt = insight.RolledUpAt } == insight)
            {
                continue;
            }
            await store.UpsertAsync(Containers.Insights, insight, cancellationToken);
            written++;
        }
        return written;
    }

    private Insight InsightOf(string postId, Dictionary<EngagementKind, int> kinds) =>
        new()
        {
            Id = Insight.IdOf(postId),
            PostId = postId,
            Ttl = options.Value.KeepDays * 24 * 60 * 60,
            Delivered = Shown(kinds.GetValueOrDefault(EngagementKind.Delivered)),
            Shared = Shown(kinds.GetValueOrDefault(EngagementKind.Shared)),
            NotForMe = Shown(kinds.GetValueOrDefault(EngagementKind.NotForMe)),
            AudienceClicks = kinds.GetValueOrDefault(EngagementKind.AudienceClick),
            RolledUpAt = time.GetUtcNow(),
        };

    private int? Shown(int people) => people >= options.Value.SmallestGroup ? people : null;
}
