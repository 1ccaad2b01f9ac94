using Advocacy.Content;
using Advocacy.Platform.Telemetry;
using Advocacy.Platform.Tone;
using Advocacy.Tone;
using Microsoft.Extensions.Logging;

namespace Advocacy.Desk;

/// <summary>Reads and judges a post that a person changed, before it is written: so nobody is offered what was not judged.</summary>
public sealed class DeskJudge(ToneReadings readings, TonePolicy policy, Metrics metrics, ILogger<DeskJudge> logger)
{
    /// <summary>
    /// Ready or Held by what the policy makes of it; New, for the tone queue, while the analyser is out. What was rejected or withdrawn stays
    /// that.
    /// </summary>
    public async Task<Post> JudgeAsync(Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var isOut = post.Status is PostStatus.Rejected or PostStatus.Withdrawn;
        try
        {
            var reading = await readings.ReadWholeAsync(PostTone.TextsOf(post), cancellationToken);
            var verdict = policy.Judge(post, reading);
            metrics.PostJudged(verdict.Outcome);
            return post with
            {
                Tone = reading,
                Verdict = verdict,
                Status = isOut ? post.Status : PostTone.StatusOf(verdict),
            };
        }
        catch (LanguageUnavailableException error)
        {
            DeskLog.ToneLater(logger, post.Id, error);
            return isOut ? post : post with { Status = PostStatus.New };
        }
    }

    /// <summary>Whether what the tone gate looks at differs.</summary>
    internal static bool IsReworded(Post before, Post after) =>
        before.Commercial != after.Commercial
        || PostTone.HashOf(PostTone.TextsOf(before)) != PostTone.HashOf(PostTone.TextsOf(after));
}
