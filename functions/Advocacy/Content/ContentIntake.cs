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
            // Trying again cannot help: kept for a person at once, so returning is safe.
            await failures.KeepAsync(Queues.Content, message, string.Join(' ', defects), cancellationToken);
            ContentLog.Refused(logger, defects.Count);
            return new IntakeResult.Refused(defects);
        }
        var post = PostOf(drop);
        if (await store.TryCreateAsync(Containers.Posts, post, cancellationToken) is not null)
        {
            await AskForToneAsync(post.Id, cancellationToken);
            ContentLog.TakenIn(logger, post.Id);
            return new IntakeResult.TakenIn(post.Id);
        }
        var there = await store.ReadAsync<Post>(Containers.Posts, post.Id, post.Id, cancellationToken);
        if (there?.Value.Status == PostStatus.New)
        {
            // Perhaps an earlier try died between the two steps. Judging twice does no harm, never judging would.
            await AskForToneAsync(post.Id, cancellationToken);
        }
        ContentLog.Duplicate(logger, post.Id);
        return new IntakeResult.Duplicate(post.Id);
    }

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
