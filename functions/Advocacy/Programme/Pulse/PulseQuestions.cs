using Advocacy.Platform.Store;

namespace Advocacy.Programme.Pulse;

/// <summary>The company's pulse questions.</summary>
public sealed class PulseQuestions(IDocumentStore store)
{
    /// <summary>What an edition's digests ask; <c>null</c> for nothing. The same for every digest of the edition.</summary>
    /// <param name="editionId">For example <c>2026-W48</c>.</param>
    public async Task<PulseInvitation?> DueAsync(string editionId, CancellationToken cancellationToken = default) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(one => one.IsAskedIn(editionId))?.In(editionId);

    /// <summary>All that there ever were, newest first.</summary>
    public async Task<IReadOnlyList<PulseQuestion>> AllAsync(CancellationToken cancellationToken = default)
    {
        var all = await store
            .QueryAllAsync<PulseQuestion>(new Query(Containers.Programme), cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return
        [
            .. all.OrderByDescending(one => one.FirstEdition, StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<PulseQuestion?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        (await store.ReadAsync<PulseQuestion>(Containers.Programme, id, id, cancellationToken))?.Value;

    /// <returns><c>false</c> where it is there already, or where an edition would ask two.</returns>
    public async Task<bool> AddAsync(PulseQuestion question, CancellationToken cancellationToken = default) =>
        !(await AllAsync(cancellationToken)).Any(one => one.Overlaps(question))
        && await store.TryCreateAsync(Containers.Programme, question, cancellationToken) is not null;

    /// <summary>Takes back a question that no edition has asked yet.</summary>
    /// <param name="now">The edition of today.</param>
    public Task<bool> RemoveAsync(string id, string now, CancellationToken cancellationToken = default) =>
        Removal.RemoveAsync<PulseQuestion>(
            store,
            id,
            cancellationToken,
            one => string.CompareOrdinal(one.FirstEdition, now) > 0
        );
}
