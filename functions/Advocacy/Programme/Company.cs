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

    public Task SaveAsync(Guidelines guidelines, CancellationToken cancellationToken = default) =>
        store.UpsertAsync(Containers.Programme, guidelines with { Id = Guidelines.GuidelinesId }, cancellationToken);

    public Task SaveAsync(CompanyProfile profile, CancellationToken cancellationToken = default) =>
        store.UpsertAsync(Containers.Programme, profile with { Id = CompanyProfile.CompanyId }, cancellationToken);
}
