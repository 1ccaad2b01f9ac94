using Advocacy.Drops;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tone;
using Microsoft.Extensions.Logging;

namespace Advocacy.Content;

/// <summary>Makes a Post of a ContentDrop. A message may come again, or its handler die anywhere: the outcome is one Post.</summary>
public sealed class ContentIntake(
    IDocumentStore store,
    IWorkQueue queue,
    FailureLog failures,
    DropChecks checks,
    DropFiller filler,
    PostDraft draft,
    DropRecords records,
    DropWithdrawals withdrawals,
    DropAnswers answers,
    ILogger<ContentIntake> logger
)
{
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
        var defects = await checks.DefectsAsync(read, cancellationToken);
        if (read.Drop is not { } drop || defects.Count > 0)
        {
            return await RefuseAsync(message, read, defects, cancellationToken);
        }
        var record = await records.FindAsync(drop.Id, cancellationToken);
        if (record is { State: DropState.Withdrawn, PostId: { } gone })
        {
            // It came again after it was taken back.
            return new IntakeResult.Withdrawn(gone);
        }
        if (record is { State: DropState.TakenIn or DropState.Known } && record.Url != UrlOf(drop))
        {
            return await RefuseAsync(message, read, [IdTaken(drop)], cancellationToken);
        }
        var (filled, refusal) = await filler.FillAsync(drop, cancellationToken);
        return filled is null
            ? await RefuseAsync(message, read, [refusal!], cancellationToken)
            : await StoreAsync(drop, filled, record, cancellationToken);
    }

    private async Task<IntakeResult> StoreAsync(
        ContentDrop drop,
        ContentDrop filled,
        DropRecord? record,
        CancellationToken cancellationToken
    )
    {
        var post = draft.Of(filled) with
        {
            SuggestedBy = record?.SuggestedBy,
            NameSuggester = record?.NameSuggester == true,
            ReviewFirst = record?.IsSuggestion == true || await IsReviewedFirstAsync(filled, cancellationToken),
        };
        if (await SameStory.FindAsync(store, post, cancellationToken) is { } told)
        {
            return await MergeAsync(told, post, drop, record, cancellationToken);
        }
        if (await store.TryCreateAsync(Containers.Posts, post, cancellationToken) is null)
        {
            return await MergeAsync(post.Id, post, drop, record, cancellationToken);
        }
        await ToneGate.AskAsync(queue, post.Id, cancellationToken);
        var noted = await records.TakenInAsync(drop, UrlOf(drop), post.Id, DropState.TakenIn, cancellationToken);
        if (noted?.State == DropState.Withdrawn)
        {
            // It was taken back between the two steps.
            await withdrawals.WithdrawAsync(new DropWithdrawal(post.Url, drop.Id), cancellationToken);
            return new IntakeResult.Withdrawn(post.Id);
        }
        ContentLog.TakenIn(logger, post.Id);
        return new IntakeResult.TakenIn(post.Id);
    }

    /// <summary>The story is a post already, which gets what this coming of it adds; of a suggestion nothing, because nobody has looked at it.</summary>
    private async Task<IntakeResult> MergeAsync(
        string id,
        Post came,
        ContentDrop drop,
        DropRecord? record,
        CancellationToken cancellationToken
    )
    {
        var merged = await store.ChangeAsync<Post>(
            Containers.Posts,
            id,
            id,
            there =>
                record?.IsSuggestion == true
                    ? null
                    : SameStory.Merged(there, came, withTexts: drop.ShareTexts is { Count: > 0 }),
            cancellationToken
        );
        var there = merged ?? (await store.ReadAsync<Post>(Containers.Posts, id, id, cancellationToken))?.Value;
        if (there?.Status == PostStatus.New)
        {
            // New words, or an earlier try that died between the two steps. Judging twice does no harm, never judging would.
            await ToneGate.AskAsync(queue, id, cancellationToken);
        }
        var isItsOwn = there?.DropId is not null && there.DropId == drop.Id;
        await records.TakenInAsync(
            drop,
            UrlOf(drop),
            id,
            isItsOwn ? DropState.TakenIn : DropState.Known,
            cancellationToken
        );
        if (!isItsOwn && record?.SuggestedBy is { } suggester && there is not null && there.SuggestedBy != suggester)
        {
            await answers.TellKnownAsync(suggester, there, cancellationToken);
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

    private async Task<IntakeResult> RefuseAsync(
        string message,
        ContentDropResult read,
        IReadOnlyList<string> reasons,
        CancellationToken cancellationToken
    )
    {
        // Trying again cannot help: kept for a person at once, so returning is safe.
        await failures.KeepAsync(Queues.Content, message, string.Join(' ', reasons), cancellationToken);
        await answers.TellRefusedAsync(message, read, reasons, cancellationToken);
        ContentLog.Refused(logger, reasons.Count);
        return new IntakeResult.Refused(reasons);
    }

    private static string NothingToWithdraw(DropWithdrawal withdrawal) =>
        $"There is nothing to withdraw: no post has the "
        + (withdrawal.Id is { } id ? $"drop id \"{id}\"" : $"URL \"{DropDefects.Shown(withdrawal.Url!)}\"")
        + ". Check it; where the drop itself is still on its way, send the withdrawal again.";

    private static string IdTaken(ContentDrop drop) =>
        $"/id is \"{drop.Id}\", which another page was dropped with; give each drop an id of its own.";

    private static string UrlOf(ContentDrop drop) =>
        UrlCanonicalizer.Canonical(drop.Url) ?? throw new InvalidOperationException("The reader checked the URL.");
}
