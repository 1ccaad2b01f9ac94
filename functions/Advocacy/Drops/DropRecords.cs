using Advocacy.Content;
using Advocacy.Platform.Store;

namespace Advocacy.Drops;

/// <summary>Remembers what became of drops that have an id, for whoever asks and for withdrawals.</summary>
public sealed class DropRecords(IDocumentStore store, ContentOptions options, TimeProvider time)
{
    /// <summary>The record, or <c>null</c> where no drop has this id.</summary>
    public async Task<DropRecord?> FindAsync(string? dropId, CancellationToken cancellationToken = default)
    {
        if (dropId is null)
        {
            return null;
        }
        var id = DropRecord.IdOf(dropId);
        return (await store.ReadAsync<DropRecord>(Containers.Posts, id, id, cancellationToken))?.Value;
    }

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
            New(dropId) with
            {
                Url = url,
                SuggestedBy = suggestedBy,
                NameSuggester = nameSuggester,
                IsSuggestion = suggestedBy is not null,
            },
            cancellationToken
        );

    /// <summary>Notes what became of a drop; nothing where it has no id.</summary>
    /// <returns>The record as it stands then.</returns>
    public async Task<DropRecord?> SetAsync(
        string? dropId,
        Func<DropRecord, DropRecord> change,
        CancellationToken cancellationToken = default
    )
    {
        if (dropId is null)
        {
            return null;
        }
        var id = DropRecord.IdOf(dropId);
        while (true)
        {
            var stored = await store.ReadAsync<DropRecord>(Containers.Posts, id, id, cancellationToken);
            var changed = change(stored?.Value ?? New(dropId));
            var written = stored is null
                ? await store.TryCreateAsync(Containers.Posts, changed, cancellationToken)
                : await store.TryReplaceAsync(Containers.Posts, changed, stored.ETag, cancellationToken);
            if (written is not null)
            {
                return changed;
            }
        }
    }

    private DropRecord New(string dropId) =>
        new()
        {
            Id = DropRecord.IdOf(dropId),
            At = time.GetUtcNow(),
            // As long as the post that comes of it, so that it can be withdrawn as long as it is there.
            Ttl = options.KeepPostDays * 24 * 60 * 60,
        };
}
