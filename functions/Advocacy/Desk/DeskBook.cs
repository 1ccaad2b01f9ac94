using Advocacy.Content;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Options;

namespace Advocacy.Desk;

/// <summary>
/// The audit trail. An entry is written before the change that it tells of, and the change names it: so no change is without its entry, and
/// an entry that nothing names (the process died, somebody else was quicker) tells of nothing and is shown to nobody.
/// </summary>
public sealed class DeskBook(IDocumentStore store, IOptions<DeskOptions> options)
{
    /// <param name="before">As it was read.</param>
    /// <param name="changed">As it is to be.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="cancellationToken">Cancels; nothing half-done is seen.</param>
    /// <returns>The post as written; <c>null</c> where somebody changed it since it was read.</returns>
    public async Task<Post?> TryWriteAsync(
        Stored<Post> before,
        Post changed,
        DeskEntry entry,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(entry);
        await store.TryCreateAsync(
            Containers.Engagements,
            entry with
            {
                Previous = before.Value.DeskEntryId,
                Ttl = options.Value.KeepEntriesDays * 24 * 60 * 60,
            },
            cancellationToken
        );
        changed = changed with { DeskEntryId = entry.Id };
        var etag = await store.TryReplaceAsync(Containers.Posts, changed, before.ETag, cancellationToken);
        return etag is null ? null : changed;
    }

    /// <summary>What was done with the post, the last first.</summary>
    public async Task<IReadOnlyList<DeskEntry>> HistoryAsync(Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var history = new List<DeskEntry>();
        if (post.DeskEntryId is not { } id)
        {
            return history;
        }
        var query = new Query(Containers.Engagements) { PartitionKey = DeskEntry.SubjectOf(post.Id) };
        var entries = await store
            .QueryAllAsync<DeskEntry>(query, cancellationToken)
            .ToDictionaryAsync(entry => entry.Value.Id, entry => entry.Value, cancellationToken: cancellationToken);
        for (var next = entries.GetValueOrDefault(id); next is not null; next = Before(next))
        {
            history.Add(next);
        }
        return history;

        DeskEntry? Before(DeskEntry entry) =>
            entry.Previous is { } previous ? entries.GetValueOrDefault(previous) : null;
    }
}
