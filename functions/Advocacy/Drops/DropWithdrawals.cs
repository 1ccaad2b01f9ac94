using Advocacy.Content;
using Advocacy.Platform.Store;

namespace Advocacy.Drops;

/// <summary>Takes drops back: the post is offered to nobody from then on. Taking back twice is taking back once.</summary>
public sealed class DropWithdrawals(IDocumentStore store, DropRecords records, SuggestionOutcome outcome)
{
    /// <returns>The post's id; <c>null</c> where there is none.</returns>
    public async Task<string?> WithdrawAsync(DropWithdrawal withdrawal, CancellationToken cancellationToken = default)
    {
        var record = await records.FindAsync(withdrawal.Id, cancellationToken);
        if (await PostIdOfAsync(withdrawal, record, cancellationToken) is not { } postId)
        {
            return null;
        }
        var stored = await store.ReadAsync<Post>(Containers.Posts, postId, postId, cancellationToken);
        // What stands there may be another's: by its own id a drop takes back only what it brought.
        if (stored is null || (withdrawal.Url is null && stored.Value.DropId != withdrawal.Id))
        {
            if (record is not { State: DropState.Waiting or DropState.Withdrawn })
            {
                return null;
            }
            // The drop itself is still on its way: it finds this when it comes.
            await records.WithdrawnAsync(withdrawal.Id, postId, cancellationToken);
            return postId;
        }
        var withdrawn = await store.ChangeAsync<Post>(
            Containers.Posts,
            postId,
            postId,
            post => post.Status == PostStatus.Withdrawn ? null : post with { Status = PostStatus.Withdrawn },
            cancellationToken
        );
        await records.WithdrawnAsync(withdrawal.Id ?? stored.Value.DropId, postId, cancellationToken);
        // Also where it was withdrawn before: the earlier try may have died here, and the mail is sent once anyhow.
        await outcome.TellAsync(
            withdrawn ?? stored.Value with { Status = PostStatus.Withdrawn },
            cancellationToken: cancellationToken
        );
        return postId;
    }

    /// <summary>A drop whose page was a post already brought nothing in: by its id nothing of it can be taken back, only by the URL.</summary>
    private async Task<string?> PostIdOfAsync(
        DropWithdrawal withdrawal,
        DropRecord? record,
        CancellationToken cancellationToken
    )
    {
        if (record is { State: DropState.TakenIn or DropState.Withdrawn, PostId: { } id })
        {
            return id;
        }
        var url = withdrawal.Url ?? (record?.State == DropState.Waiting ? record.Url : null);
        return url is not null && UrlCanonicalizer.Canonical(url) is { } canonical
            ? await records.PostIdOfAsync(canonical, cancellationToken)
            : null;
    }
}
