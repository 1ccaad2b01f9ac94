using Advocacy.Platform.Store;

namespace Advocacy.Programme.Branding;

/// <summary>Reads and saves the one <see cref="BrandingText"/>.</summary>
public sealed class BrandingTexts(IDocumentStore store)
{
    /// <summary><c>null</c> where the company adds nothing of its own.</summary>
    public async Task<LocalText?> FindAsync(CancellationToken cancellationToken = default) =>
        (
            await store.ReadAsync<BrandingText>(
                Containers.Programme,
                BrandingText.BrandingId,
                BrandingText.BrandingId,
                cancellationToken
            )
        )
            ?.Value
            .Text;

    /// <param name="text"><c>null</c> takes it away.</param>
    public Task SaveAsync(LocalText? text, CancellationToken cancellationToken = default) =>
        text is null
            ? store.DeleteAsync(
                Containers.Programme,
                BrandingText.BrandingId,
                BrandingText.BrandingId,
                cancellationToken
            )
            : store.UpsertAsync(
                Containers.Programme,
                new BrandingText { Id = BrandingText.BrandingId, Text = text },
                cancellationToken
            );
}
