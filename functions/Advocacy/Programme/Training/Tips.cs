using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Sharing;

namespace Advocacy.Programme.Training;

/// <summary>The tip of the week: the company's own tips first, then those that the program brings along, in turn.</summary>
public sealed class Tips(IDocumentStore store, SiteLinks links)
{
    /// <summary>All tips as they are now; read once, good for every edition, archetype and language.</summary>
    public async Task<TipRotation> ReadAsync(CancellationToken cancellationToken = default) =>
        new(await OwnAsync(cancellationToken), await UseStarterTipsAsync(cancellationToken))
        {
            MoreAt = links.Training,
        };

    /// <summary>The tip of one edition; <c>null</c> where the company wants none.</summary>
    /// <param name="language">ISO 639-1; any but Danish is given English.</param>
    public async Task<TipOfTheWeek?> ForAsync(
        string editionId,
        Archetype archetype,
        string language,
        CancellationToken cancellationToken = default
    ) => (await ReadAsync(cancellationToken)).For(editionId, archetype, language);

    /// <summary>The company's own, oldest first.</summary>
    public async Task<IReadOnlyList<CompanyTip>> OwnAsync(CancellationToken cancellationToken = default)
    {
        var own = await store
            .QueryAllAsync<CompanyTip>(new Query(Containers.Programme), cancellationToken)
            .Select(stored => stored.Value)
            .ToListAsync(cancellationToken);
        return [.. own.OrderBy(tip => tip.AddedAt).ThenBy(tip => tip.Id, StringComparer.Ordinal)];
    }

    /// <returns><c>false</c> where it is there already.</returns>
    public async Task<bool> AddAsync(CompanyTip tip, CancellationToken cancellationToken = default) =>
        await store.TryCreateAsync(Containers.Programme, tip, cancellationToken) is not null;

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        Removal.RemoveAsync<CompanyTip>(store, id, cancellationToken);

    public async Task<bool> UseStarterTipsAsync(CancellationToken cancellationToken = default) =>
        (
            await store.ReadAsync<TipSettings>(
                Containers.Programme,
                TipSettings.SettingsId,
                TipSettings.SettingsId,
                cancellationToken
            )
        )
            ?.Value
            .UseStarterTips
        ?? true;

    public Task SaveAsync(TipSettings settings, CancellationToken cancellationToken = default) =>
        store.UpsertAsync(Containers.Programme, settings with { Id = TipSettings.SettingsId }, cancellationToken);
}
