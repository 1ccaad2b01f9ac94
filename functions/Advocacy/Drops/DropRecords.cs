using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Drops;

/// <summary>Remembers what became of drops that have an id, for whoever asks and for withdrawals.</summary>
public sealed class DropRecords(IDocumentStore store, ContentOptions options, TimeProvider time)
{
    /// <summary>The record, or <c>null</c> where no drop has this id.</summary>
    public async Task<DropRecord?> FindAsync(string? dropId, CancellationToken cancellationToken = default) =>
        dropId is null ? null : await ReadAsync(DropRecord.IdOf(dropId), cancellationToken);

    /// <summary>The id of the post that came of a URL as it was dropped, whether there still is one or not.</summary>
    /// <param name="url">Canonical.</param>
    public async Task<string> PostIdOfAsync(string url, CancellationToken cancellationToken = default) =>
        (await ReadAsync(DropRecord.IdOfUrl(url), cancellationToken))?.PostId ?? Ids.Of("post", url);

    /// <summary>Notes a drop that is about to be put on the queue.</summary>
    /// <param name="suggestedBy">The employee; <c>null</c> where the comms team drops it.</param>
    public Task AddAsync(
        string dropId,
        string url,
        string? suggestedBy = null,
        bool nameSuggester = false,
        CancellationToken cancellationToken = default
    ) =>
        store.TryCreateAsync(
            Containers.Posts,
            New(DropRecord.IdOf(dropId)) with
            {
                Url = url,
                SuggestedBy = suggestedBy,
                NameSuggester = nameSuggester,
                IsSuggestion = suggestedBy is not null,
            },
            cancellationToken
        );

    /// <summary>Notes which post came of a drop, or was there, under the drop's id and, where the post's URL is another, under its URL.</summary>
    /// <param name="url">As it was dropped, canonical.</param>
    /// <returns>The record as it stands then; <c>null</c> where the drop has no id.</returns>
    public async Task<DropRecord?> TakenInAsync(
        ContentDrop drop,
        string url,
        string postId,
        DropState state,
        CancellationToken cancellationToken = default
    )
    {
        DropRecord Noted(DropRecord record) =>
            record with
            {
                // Whoever took it back meanwhile has the last word.
                State = record.State == DropState.Withdrawn ? DropState.Withdrawn : state,
                Url = url,
                PostId = postId,
                Reasons = [],
            };
        if (postId != Ids.Of("post", url))
        {
            await ChangeAsync(DropRecord.IdOfUrl(url), Noted, cancellationToken);
        }
        return drop.Id is null ? null : await ChangeAsync(DropRecord.IdOf(drop.Id), Noted, cancellationToken);
    }

    /// <summary>Notes why a drop cannot be used; one that came to something stays what it is, whatever else is sent under its id.</summary>
    /// <returns>As <see cref="TakenInAsync"/>.</returns>
    public async Task<DropRecord?> RefusedAsync(
        string? dropId,
        IReadOnlyList<string> reasons,
        CancellationToken cancellationToken = default
    ) =>
        dropId is null
            ? null
            : await ChangeAsync(
                DropRecord.IdOf(dropId),
                record =>
                    record.State is DropState.Waiting or DropState.Refused
                        ? record with
                        {
                            State = DropState.Refused,
                            Reasons = reasons,
                        }
                        : record,
                cancellationToken
            );

    /// <summary>Notes that a drop was taken back; nothing where it has no id.</summary>
    public async Task WithdrawnAsync(string? dropId, string postId, CancellationToken cancellationToken = default)
    {
        if (dropId is not null)
        {
            await ChangeAsync(
                DropRecord.IdOf(dropId),
                record => record with { State = DropState.Withdrawn, PostId = postId },
                cancellationToken
            );
        }
    }

    private async Task<DropRecord> ChangeAsync(
        string id,
        Func<DropRecord, DropRecord> change,
        CancellationToken cancellationToken
    ) =>
        (
            await store.PutAsync<DropRecord>(
                Containers.Posts,
                id,
                id,
                known => change(known ?? New(id)),
                cancellationToken
            )
        )!;

    private async Task<DropRecord?> ReadAsync(string id, CancellationToken cancellationToken) =>
        (await store.ReadAsync<DropRecord>(Containers.Posts, id, id, cancellationToken))?.Value;

    private DropRecord New(string id) =>
        new()
        {
            Id = id,
            At = time.GetUtcNow(),
            // As long as the post that comes of it, so that it can be withdrawn as long as it is there.
            Ttl = options.KeepPostDays * 24 * 60 * 60,
        };
}
