using System.Text.Json;
using Advocacy.Content;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Platform.Tone;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tone;

/// <summary>
/// What AnalyzeTone does: reads a new post's tone and makes it Ready or Held. Safe to run twice and to die half way: only a post
/// that is New changes, and only as it was when its texts were read.
/// </summary>
public sealed class ToneGate(
    IDocumentStore store,
    ToneReadings readings,
    TonePolicy policy,
    Metrics metrics,
    ILogger<ToneGate> logger
)
{
    private const int LongestId = 255;

    /// <summary>The message on the <c>tone</c> queue that has a post judged.</summary>
    public static string MessageFor(string postId) =>
        JsonSerializer.Serialize(new { PostId = postId }, DocumentJson.Options);

    /// <summary>Puts a post on the queue to be judged.</summary>
    internal static Task AskAsync(IWorkQueue queue, string postId, CancellationToken cancellationToken) =>
        queue.EnqueueAsync(Queues.Tone, [MessageFor(postId)], cancellationToken: cancellationToken);

    /// <param name="message"><c>{"postId":"…"}</c></param>
    /// <param name="cancellationToken">Stops between the steps; nothing half-done is left.</param>
    /// <exception cref="Exception">The store or the analyser is out; the queue tries again.</exception>
    public async Task<ToneGateResult> JudgeAsync(string message, CancellationToken cancellationToken = default)
    {
        if (!TryReadPostId(message, out var postId, out var problem))
        {
            return Refuse(problem);
        }

        IReadOnlyList<ToneText> texts = [];
        ToneReading? reading = null;
        while (await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken) is { } stored)
        {
            var post = stored.Value;
            if (post.Status != PostStatus.New)
            {
                ToneLog.AlreadyJudged(logger, postId, post.Status);
                return new ToneGateResult.AlreadyJudged(postId, post.Status);
            }

            var current = PostTone.TextsOf(post);
            if (reading is null || !current.SequenceEqual(texts))
            {
                reading = await readings.ReadWholeAsync(current, cancellationToken);
                texts = current;
            }

            var verdict = policy.Judge(post, reading);
            var judged = post with { Tone = reading, Verdict = verdict, Status = PostTone.StatusOf(verdict) };
            if (await store.TryReplaceAsync(Containers.Posts, judged, stored.ETag, cancellationToken) is not null)
            {
                metrics.PostJudged(verdict.Outcome);
                ToneLog.Judged(logger, postId, verdict.Outcome, verdict.Reasons.Count);
                return new ToneGateResult.Judged(postId, verdict);
            }
            // Somebody wrote in between: look again. The reading stands as long as the texts do.
        }
        return Refuse($"There is no post '{postId}'.");
    }

    private ToneGateResult.Refused Refuse(string reason)
    {
        ToneLog.Refused(logger, reason);
        return new(reason);
    }

    private static bool TryReadPostId(string message, out string postId, out string problem)
    {
        postId = problem = "";
        try
        {
            using var json = JsonDocument.Parse(message);
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("postId", out var value)
                && value.ValueKind == JsonValueKind.String
            )
            {
                postId = value.GetString()!;
            }
        }
        catch (JsonException)
        {
            problem = "The message is not JSON; expected {\"postId\":\"…\"}.";
            return false;
        }

        // An id that the store cannot have is no reason to ask the store.
        if (postId.Length is 0 or > LongestId || postId.AsSpan().ContainsAny("/\\?#"))
        {
            problem = "The message names no post; expected {\"postId\":\"…\"}.";
            return false;
        }
        return true;
    }
}
