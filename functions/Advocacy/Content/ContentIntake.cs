using System.Text.Json;
using Advocacy.Drops;
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
    DropRecords records,
    DropWithdrawals withdrawals,
    DropAnswers answers,
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
        var read = ContentDropReader.Read(message);
        if (read.Withdrawal is { } withdrawal)
        {
            return await withdrawals.WithdrawAsync(withdrawal, cancellationToken) is { } postId
                ? new IntakeResult.Withdrawn(postId)
                : await RefuseAsync(message, read, [NothingToWithdraw(withdrawal)], cancellationToken);
        }
        if (read.Drop is not { } drop)
        {
            return await RefuseAsync(message, read, read.Defects, cancellationToken);
        }
        if (DropExpiry.Defect(drop, time.GetUtcNow()) is { } expired)
        {
            return await RefuseAsync(message, read, [expired], cancellationToken);
        }
        var record = await records.FindAsync(drop.Id, cancellationToken);
        var post = PostOf(drop, record);
        if (record is { State: DropState.Withdrawn })
        {
            // It came again after it was taken back.
            return new IntakeResult.Withdrawn(post.Id);
        }
        if (record?.PostId is { } other && other != post.Id)
        {
            return await RefuseAsync(message, read, [IdTaken(drop)], cancellationToken);
        }
        return await StoreAsync(drop, post, record, cancellationToken);
    }

    private async Task<IntakeResult> StoreAsync(
        ContentDrop drop,
        Post post,
        DropRecord? record,
        CancellationToken cancellationToken
    )
    {
        if (await store.TryCreateAsync(Containers.Posts, post, cancellationToken) is not null)
        {
            await AskForToneAsync(post.Id, cancellationToken);
            var noted = await NoteAsync(drop, post, DropState.TakenIn, cancellationToken);
            if (noted?.State == DropState.Withdrawn)
            {
                // It was taken back between the two steps.
                await withdrawals.WithdrawAsync(new DropWithdrawal(post.Url, drop.Id), cancellationToken);
                return new IntakeResult.Withdrawn(post.Id);
            }
            ContentLog.TakenIn(logger, post.Id);
            return new IntakeResult.TakenIn(post.Id);
        }
        var there = (await store.ReadAsync<Post>(Containers.Posts, post.Id, post.Id, cancellationToken))?.Value;
        if (there?.Status == PostStatus.New)
        {
            // Perhaps an earlier try died between the two steps. Judging twice does no harm, never judging would.
            await AskForToneAsync(post.Id, cancellationToken);
        }
        var isItsOwn = there?.DropId is not null && there.DropId == drop.Id;
        await NoteAsync(drop, post, isItsOwn ? DropState.TakenIn : DropState.Known, cancellationToken);
        if (!isItsOwn && record?.SuggestedBy is { } suggester && there is not null && there.SuggestedBy != suggester)
        {
            await answers.TellKnownAsync(suggester, there, cancellationToken);
        }
        ContentLog.Duplicate(logger, post.Id);
        return new IntakeResult.Duplicate(post.Id);
    }

    private Task<DropRecord?> NoteAsync(ContentDrop drop, Post post, DropState state, CancellationToken cancellationToken) =>
        records.SetAsync(
            drop.Id,
            record =>
                record with
                {
                    State = record.State == DropState.Withdrawn ? DropState.Withdrawn : state,
                    Url = post.Url,
                    PostId = post.Id,
                    Reasons = [],
                },
            cancellationToken
        );

    private async Task<IntakeResult> RefuseAsync(
        string message,
        ContentDropResult read,
        IReadOnlyList<string> reasons,
        CancellationToken cancellationToken
    )
    {
        // Trying again cannot help: kept for a person at once, so returning is safe.
        await failures.KeepAsync(Queues.Content, message, string.Join(' ', reasons), cancellationToken);
        var record = await records.FindAsync(read.Id, cancellationToken);
        // A drop that came to something stays what it is, whatever else is sent under its id.
        if (record is null or { State: DropState.Waiting or DropState.Refused })
        {
            await records.SetAsync(
                read.Id,
                known => known with { State = DropState.Refused, Reasons = reasons },
                cancellationToken
            );
        }
        await answers.TellRefusedAsync(message, read, record, reasons, cancellationToken);
        ContentLog.Refused(logger, reasons.Count);
        return new IntakeResult.Refused(reasons);
    }

    private static string NothingToWithdraw(DropWithdrawal withdrawal) =>
        $"There is nothing to withdraw: no post has the "
        + (withdrawal.Id is { } id ? $"drop id \"{id}\"" : $"URL \"{DropDefects.Shown(withdrawal.Url!)}\"")
        + ". Check it; where the drop itself is still on its way, send the withdrawal again.";

    private static string IdTaken(ContentDrop drop) =>
        $"/id is \"{drop.Id}\", which another page was dropped with; give each drop an id of its own.";

    private Task AskForToneAsync(string postId, CancellationToken cancellationToken) =>
        queue.EnqueueAsync(
            Queues.Tone,
            [JsonSerializer.Serialize(new { PostId = postId }, DocumentJson.Options)],
            cancellationToken: cancellationToken
        );

    private Post PostOf(ContentDrop drop, DropRecord? record)
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
            Priority = drop.Priority ?? PostPriority.Normal,
            WantedReach = drop.WantedReach,
            ForUnits = [.. (drop.ForUnits ?? []).Select(unit => unit.Trim()).Distinct()],
            ForArchetypes = [.. (drop.ForArchetypes ?? []).Distinct()],
            Commercial = drop.Commercial,
            Ttl = options.KeepPostDays * 24 * 60 * 60,
            PublishedAt = drop.PublishedAt ?? now,
            TakenInAt = now,
            ExpiresAt = drop.ExpiresAt,
            SourceId = drop.SourceId,
            DropId = drop.Id,
            SuggestedBy = record?.SuggestedBy,
            NameSuggester = record?.NameSuggester == true,
            ReviewFirst = record?.IsSuggestion == true,
            TraceParent = Tracing.Here,
        };
    }
}
