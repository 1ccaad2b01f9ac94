using Advocacy.Content;
using Advocacy.Drops;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tone;
using Microsoft.Extensions.Logging;

namespace Advocacy.Desk;

/// <summary>
/// Does what is decided on the desk: the change and its audit entry together, or neither. Whoever acts on what somebody else changed meanwhile
/// is told, and nothing is done.
/// </summary>
public sealed class DeskWork(
    IDocumentStore store,
    IWorkQueue queue,
    DeskBook book,
    DeskJudge judge,
    SuggestionOutcome outcome,
    TimeProvider time,
    ILogger<DeskWork> logger
)
{
    public async Task<Stored<Post>?> FindAsync(string postId, CancellationToken cancellationToken = default) =>
        DocumentLimits.IsId(postId)
            ? await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken)
            : null;

    /// <exception cref="Exception">The store or the queue is out; ask again.</exception>
    public async Task<DeskResult> DoAsync(DeskOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await FindAsync(order.PostId, cancellationToken) is not { } stored)
        {
            return new DeskResult.Gone();
        }
        if (stored.ETag != order.ETag || !DeskOrder.IsPossible(order.Act, stored.Value.Status))
        {
            return await TooLateAsync(order, stored, cancellationToken);
        }
        var entryId = Ids.New();
        var changed = await ChangedAsync(order, stored.Value, entryId, cancellationToken);
        var entry = new DeskEntry
        {
            Id = entryId,
            Subject = DeskEntry.SubjectOf(order.PostId),
            PostId = order.PostId,
            By = order.By,
            At = time.GetUtcNow(),
            Act = order.Act,
            Note = order.Note.Length == 0 ? null : order.Note,
            Changes = DeskChanges.Between(stored.Value, changed),
        };
        if (entry is { Changes.Count: 0, Note: null, Act: not DeskAct.Judge })
        {
            return new DeskResult.Done(stored.Value);
        }
        if (await book.TryWriteAsync(stored, changed, entry, cancellationToken) is not { } written)
        {
            return await FindAsync(order.PostId, cancellationToken) is { } now
                ? await TooLateAsync(order, now, cancellationToken)
                : new DeskResult.Gone();
        }
        DeskLog.Done(logger, order.Act, written.Id, written.Status);
        await FollowAsync(written, order.Act == DeskAct.Reject ? order.Note : null, cancellationToken);
        return new DeskResult.Done(written);
    }

    private async Task<Post> ChangedAsync(
        DeskOrder order,
        Post post,
        string entryId,
        CancellationToken cancellationToken
    )
    {
        var changed = order.Change(post);
        var isJudged =
            order.Act is DeskAct.Judge or DeskAct.PutBack
            || (order.Act is DeskAct.Edit or DeskAct.Texts && DeskJudge.IsReworded(post, changed));
        return isJudged ? await judge.JudgeAsync(changed with { DeskEntryId = entryId }, cancellationToken) : changed;
    }

    private async Task<DeskResult> TooLateAsync(DeskOrder order, Stored<Post> now, CancellationToken cancellationToken)
    {
        DeskLog.TooLate(logger, order.Act, order.PostId);
        // The one who was quicker may have died before this; the mail goes out once anyhow.
        var history = await book.HistoryAsync(now.Value, cancellationToken);
        await FollowAsync(
            now.Value,
            history is [{ Act: DeskAct.Reject } last, ..] ? last.Note : null,
            cancellationToken
        );
        return new DeskResult.Changed(now);
    }

    /// <summary>What comes of a post's status elsewhere. Safe to repeat.</summary>
    private async Task FollowAsync(Post post, string? reason, CancellationToken cancellationToken)
    {
        if (post.Status == PostStatus.New)
        {
            await ToneGate.AskAsync(queue, post.Id, cancellationToken);
        }
        await outcome.TellAsync(post, reason, cancellationToken);
    }
}
