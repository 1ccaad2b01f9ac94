using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Programme;

/// <summary>Reads and saves the one <see cref="CompanyProfile"/> and the company's guidelines.</summary>
public sealed class Company(IDocumentStore store)
{
    /// <exception cref="InvalidOperationException">No profile has been saved yet.</exception>
    public async Task<CompanyProfile> ProfileAsync(CancellationToken cancellationToken = default) =>
        await FindAsync(cancellationToken)
        ?? throw new InvalidOperationException(
            "The company has no profile yet: save one (in Advocacy.Local: `week --company DIR`, or start with an empty data folder)."
        );

    public async Task<CompanyProfile?> FindAsync(CancellationToken cancellationToken = default) =>
        (
            await store.ReadAsync<CompanyProfile>(
                Containers.Programme,
                CompanyProfile.CompanyId,
                CompanyProfile.CompanyId,
                cancellationToken
            )
        )?.Value;

    /// <summary>The guidelines as they are now; <c>null</c> where the company has none.</summary>
    public async Task<Guidelines?> GuidelinesAsync(CancellationToken cancellationToken = default) =>
        (
            await store.ReadAsync<Guidelines>(
                Containers.Programme,
                Guidelines.GuidelinesId,
                Guidelines.GuidelinesId,
                cancellationToken
            )
        )?.Value;

    /// <summary>Every version that there was, newest first.</summary>
    public async Task<IReadOnlyList<Guidelines>> GuidelinesHistoryAsync(CancellationToken cancellationToken = default)
    {
        var all = await store
            .QueryAllAsync<Guidelines>(new Query(Containers.Programme), cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return [.. all.DistinctBy(one => one.Version).OrderByDescending(one => GuidelinesVersions.Order(one.Version))];
    }

    /// <summary>Saves them as those of today, and what they are in their version beside the versions before.</summary>
    public async Task SaveAsync(Guidelines guidelines, CancellationToken cancellationToken = default)
    {
        // The one before first: it may have been saved when versions were not kept yet.
        if (await GuidelinesAsync(cancellationToken) is { } before && before.Version != guidelines.Version)
        {
            await KeepAsync(before, cancellationToken);
        }
        await KeepAsync(guidelines, cancellationToken);
        await store.UpsertAsync(
            Containers.Programme,
            guidelines with
            {
                Id = Guidelines.GuidelinesId,
            },
            cancellationToken
        );
    }

    /// <summary>Changes the profile, whoever else changes another part of it at the same time.</summary>
    public Task<CompanyProfile?> ChangeAsync(
        Func<CompanyProfile, CompanyProfile> change,
        CancellationToken cancellationToken = default
    ) =>
        store.ChangeAsync<CompanyProfile>(
            Containers.Programme,
            CompanyProfile.CompanyId,
            CompanyProfile.CompanyId,
            change,
            cancellationToken
        );

    public Task SaveAsync(CompanyProfile profile, CancellationToken cancellationToken = default) =>
        store.UpsertAsync(Containers.Programme, profile with { Id = CompanyProfile.CompanyId }, cancellationToken);

    private Task<string> KeepAsync(Guidelines guidelines, CancellationToken cancellationToken) =>
        store.UpsertAsync(
            Containers.Programme,
            guidelines with
            {
                Id = Ids.Of(Guidelines.GuidelinesId, guidelines.Version),
            },
            cancellationToken
        );
}
