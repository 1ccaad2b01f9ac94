using System.Text.Json;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Advocacy.Content;

/// <summary>Makes a Post of a ContentDrop. A message may come again, or its handler die anywhere: the outcome is one Post.</summary>
public sealed class ContentIntake(
    IDocumentStore store,
    IWorkQueue queue,
    FailureLog failures,
    DropFiller filler,
    ContentOptions options,
    TimeProvider time,
    ILogger<ContentIntake> logger
)
{
    private const int LongestSummary = 2_000;

    /// <param name="message">As it stood on the <c>content</c> queue.</param>
    /// <param name="cancellationToken">Cancels; the message may then be taken in again.</param>
    public async Task<IntakeResult> TakeInAsync(string message, CancellationToken cancellationToken = default)
    {
        var (drop, defects) = ContentDropReader.Read(message);
        if (drop is null)
        {
            return await RefuseAsync(message, defects, cancellationToken);
        }
        var (filled, refusal) = await filler.FillAsync(drop, cancellationToken);
        if (filled is null)
        {
            return await RefuseAsync(message, [refusal!], cancellationToken);
        }
        var post = PostOf(filled);
        post = post with { ReviewFirst = post.ReviewFirst || await IsReviewedFirstAsync(filled, cancellationToken) };
        if (await SameStory.FindAsync(store, post, cancellationToken) is { } told)
        {
            return await MergeAsync(told, post, filled, cancellationToken);
        }
        if (await store.TryCreateAsync(Containers.Posts, post, cancellationToken) is null)
        {
            return await MergeAsync(post.Id, post, filled, cancellationToken);
        }
        await AskForToneAsync(post.Id, cancellationToken);
        ContentLog.TakenIn(logger, post.Id);
        return new IntakeResult.TakenIn(post.Id);
    }

    /// <summary>Trying again cannot help: kept for a person at once, so returning is safe.</summary>
    private async Task<IntakeResult> RefuseAsync(
        string message,
        IReadOnlyList<string> reasons,
        CancellationToken cancellationToken
    )
    {
        await failures.KeepAsync(Queues.Content, message, string.Join(' ', reasons), cancellationToken);
        ContentLog.Refused(logger, reasons.Count);
        return new IntakeResult.Refused(reasons);
    }

    /// <summary>The story is a post already, which gets what this coming of it adds.</summary>
    private async Task<IntakeResult> MergeAsync(
        string id,
        Post came,
        ContentDrop drop,
        CancellationToken cancellationToken
    )
    {
        var merged = await store.ChangeAsync<Post>(
            Containers.Posts,
            id,
            id,
            there => SameStory.Merged(there, came, withTexts: drop.ShareTexts is { Count: > 0 }),
            cancellationToken
        );
        var there = merged ?? (await store.ReadAsync<Post>(Containers.Posts, id, id, cancellationToken))?.Value;
        if (there?.Status == PostStatus.New)
        {
            // New words, or an earlier try that died between the two steps. Judging twice does no harm, never judging would.
            await AskForToneAsync(id, cancellationToken);
        }
        ContentLog.Duplicate(logger, id);
        return new IntakeResult.Duplicate(id);
    }

    /// <summary>Asked now and not at the harvest: the comms team may just have changed its mind.</summary>
    private async Task<bool> IsReviewedFirstAsync(ContentDrop drop, CancellationToken cancellationToken) =>
        drop.SourceId is { } id
        && DocumentLimits.IsId(id)
        && await store.ReadAsync<FeedSource>(Containers.Sources, id, id, cancellationToken)
            is { Value.ReviewFirst: true };

    private Task AskForToneAsync(string postId, CancellationToken cancellationToken) =>
        queue.EnqueueAsync(
            Queues.Tone,
            [JsonSerializer.Serialize(new { PostId = postId }, DocumentJson.Options)],
            cancellationToken: cancellationToken
        );

    private Post PostOf(ContentDrop drop)
    {
        var url =
            UrlCanonicalizer.Canonical(drop.Url) ?? throw new InvalidOperationException("The reader checked the URL.");
        var now = time.GetUtcNow();
        var title = PlainText.Of(drop.Title);
        var summary = PlainText.Cut(PlainText.Of(drop.Summary), LongestSummary);
        var language = drop.Language ?? LanguageGuess.Of(title + " " + summary) ?? options.DefaultLanguage;
        return new Post
        {
            Id = Ids.Of("post", url),
            Url = url,
            Title = title,
            Summary = summary,
            ImageUrl = drop.Image is { } image ? UrlCanonicalizer.Absolute(image) : null,
            Topics = [.. (drop.Topics ?? []).Select(topic => PlainText.Of(topic).ToLowerInvariant()).Distinct()],
            Language = language,
            ShareTexts = SuggestedTexts.Of(drop, title, summary, language),
            Commercial = drop.Commercial,
            Ttl = options.KeepPostDays * 24 * 60 * 60,
            PublishedAt = drop.PublishedAt ?? now,
            TakenInAt = now,
            ExpiresAt = drop.ExpiresAt,
            SourceId = drop.SourceId,
            TraceParent = Tracing.Here,
        };
    }
}
