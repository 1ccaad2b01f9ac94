using Advocacy.Platform.Store;

namespace Advocacy.Programme.Challenges;

/// <summary>The company's challenges.</summary>
public sealed class ChallengeBook(IDocumentStore store)
{
    /// <summary>All of them, newest first.</summary>
    public async Task<IReadOnlyList<Challenge>> AllAsync(CancellationToken cancellationToken = default)
    {
        var all = await store
            .QueryAllAsync<Challenge>(new Query(Containers.Programme), cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return [.. all.OrderByDescending(one => one.From).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    /// <summary>Those that are on.</summary>
    /// <param name="day">In the reader's own zone.</param>
    public async Task<IReadOnlyList<Challenge>> OnAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        [.. (await AllAsync(cancellationToken)).Where(one => one.IsOn(day))];

    /// <returns><c>false</c> where it is there already.</returns>
    public async Task<bool> AddAsync(Challenge challenge, CancellationToken cancellationToken = default) =>
        await store.TryCreateAsync(Containers.Programme, challenge, cancellationToken) is not null;

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        Removal.RemoveAsync<Challenge>(store, id, cancellationToken);
}
