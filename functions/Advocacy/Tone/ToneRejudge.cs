using Advocacy.Content;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tone;

/// <summary>
/// Judges stored readings anew where the policy has changed since. The analyser is not called: what was measured stands, only what is
/// allowed has changed. What a person decided stays.
/// </summary>
public sealed class ToneRejudge(
    IDocumentStore store,
    IWorkQueue queue,
    TonePolicy policy,
    Metrics metrics,
    TimeProvider time,
    ILogger<ToneRejudge> logger
)
{
    private const int Shards = 4;

    /// <summary>Nothing where every post has been judged by this policy; costs one read then.</summary>
    public async Task<RejudgeReport> IfPolicyChangedAsync(CancellationToken cancellationToken = default)
    {
        const string id = TonePolicyMark.MarkId;
        var mark = await store.ReadAsync<TonePolicyMark>(Containers.Programme, id, id, cancellationToken);
        return mark?.Value.Version == policy.Version ? new() : await AllAsync(cancellationToken);
    }

    /// <summary>Every post that another policy judged. May be stopped anywhere and begun again.</summary>
    public async Task<RejudgeReport> AllAsync(CancellationToken cancellationToken = default)
    {
        var report = new RejudgeReport();
        for (var shard = 0; shard < Shards; shard++)
        {
            await foreach (var stored in store.ScanAsync<Post>(Containers.Posts, shard, Shards, cancellationToken))
            {
                report = report.With(await OneAsync(stored, cancellationToken));
            }
        }
        // Last: a run that died half way is not taken for a whole one.
        await store.UpsertAsync(
            Containers.Programme,
            new TonePolicyMark { Version = policy.Version, At = time.GetUtcNow() },
            cancellationToken
        );
        ToneLog.Rejudged(logger, report.Judged, report.NowHeld, report.NowReady);
        return report;
    }

    private async Task<Rejudged> OneAsync(Stored<Post>? stored, CancellationToken cancellationToken)
    {
        for (; stored is not null; stored = await AgainAsync(stored.Value.Id, cancellationToken))
        {
            var post = stored.Value;
            if (post is { Status: PostStatus.New, Verdict: not null })
            {
                // A run before may have died between the two steps below.
                await ToneGate.AskAsync(queue, post.Id, cancellationToken);
                return Rejudged.ReadAnew;
            }
            if (post.Verdict is not { } verdict || post.Tone is not { } tone || verdict.PolicyVersion == policy.Version)
            {
                return Rejudged.Untouched;
            }
            if (post.Status != PostTone.StatusOf(verdict))
            {
                return Rejudged.DecidedByPerson;
            }
            if (tone.TextHash is { } hash && hash != PostTone.HashOf(PostTone.TextsOf(post)))
            {
                // Not a reading of what stands there now: the gate reads it, and until then it goes out to nobody.
                if (await ReplaceAsync(post with { Status = PostStatus.New }, stored.ETag, cancellationToken))
                {
                    await ToneGate.AskAsync(queue, post.Id, cancellationToken);
                    return Rejudged.ReadAnew;
                }
                continue;
            }
            var judged = policy.Judge(post, tone);
            var changed = post with { Verdict = judged, Status = PostTone.StatusOf(judged) };
            if (await ReplaceAsync(changed, stored.ETag, cancellationToken))
            {
                metrics.PostJudged(judged.Outcome);
                return (changed.Status == post.Status) ? Rejudged.Same
                    : changed.Status == PostStatus.Held ? Rejudged.NowHeld
                    : Rejudged.NowReady;
            }
        }
        return Rejudged.Untouched;
    }

    private async Task<bool> ReplaceAsync(Post post, string etag, CancellationToken cancellationToken) =>
        await store.TryReplaceAsync(Containers.Posts, post, etag, cancellationToken) is not null;

    private Task<Stored<Post>?> AgainAsync(string id, CancellationToken cancellationToken) =>
        store.ReadAsync<Post>(Containers.Posts, id, id, cancellationToken);
}
