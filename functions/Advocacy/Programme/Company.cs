using Advocacy.Platform.Store;

namespace Advocacy.Programme;

/// <summary>Reads and saves the one <see cref="CompanyProfile"/>.</summary>
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

    public Task SaveAsync(CompanyProfile profile, CancellationToken cancellationToken = default) =>
        store.UpsertAsync(Containers.Programme, profile with { Id = CompanyProfile.CompanyId }, cancellationToken);
}
