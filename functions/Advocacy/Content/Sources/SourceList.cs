using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Content.Sources;

/// <summary>The feeds as the comms team keeps them: added, changed, paused, removed. Their posts stay in any case.</summary>
public sealed class SourceList(IDocumentStore store)
{
    /// <summary>All of them, the ailing first, then by name.</summary>
    public async Task<IReadOnlyList<FeedSource>> AllAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<FeedSource>();
        await foreach (
            var (source, _) in store.QueryAllAsync<FeedSource>(new Query(Containers.Sources), cancellationToken)
        )
        {
            all.Add(source);
        }
        return
        [
            .. all.OrderByDescending(source => source.Gone)
                .ThenByDescending(source => source.Health.FailuresInARow)
                .ThenBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(source => source.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<FeedSource?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        DocumentLimits.IsId(id)
            ? (await store.ReadAsync<FeedSource>(Containers.Sources, id, id, cancellationToken))?.Value
            : null;

    /// <summary>Adds a feed. One that is fetched from the same address already stays as it is.</summary>
    /// <returns>What is stored, and whether it is new.</returns>
    /// <exception cref="ArgumentException">The address is not http(s).</exception>
    public async Task<(FeedSource Source, bool IsNew)> AddAsync(
        string url,
        SourceSettings settings,
        CancellationToken cancellationToken = default
    ) => await AddAsync(url, settings, await AllAsync(cancellationToken), cancellationToken);

    /// <inheritdoc cref="AddAsync(string, SourceSettings, CancellationToken)"/>
    /// <param name="known">All that there are, for those who add many.</param>
    internal async Task<(FeedSource Source, bool IsNew)> AddAsync(
        string url,
        SourceSettings settings,
        IEnumerable<FeedSource> known,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        var key =
            UrlCanonicalizer.Canonical(url)
            ?? throw new ArgumentException($"\"{url}\" is no http(s) address.", nameof(url));
        if (known.FirstOrDefault(source => IsAt(source, url)) is { } there)
        {
            return (there, false);
        }
        var id = Ids.Of("source", key);
        while (true)
        {
            var source = settings.On(
                new FeedSource
                {
                    Id = id,
                    Name = settings.Name,
                    Url = url,
                }
            );
            if (await store.TryCreateAsync(Containers.Sources, source, cancellationToken) is not null)
            {
                return (source, true);
            }
            // Added by somebody else a moment ago, or once and moved since: that one is it.
            if (await FindAsync(id, cancellationToken) is { } stored)
            {
                return (stored, false);
            }
        }
    }

    /// <returns>As stored; <c>null</c> where there is no such source any more.</returns>
    public Task<FeedSource?> ChangeAsync(
        string id,
        SourceSettings settings,
        CancellationToken cancellationToken = default
    ) => ChangeAsync(id, settings.On, cancellationToken);

    /// <inheritdoc cref="ChangeAsync(string, SourceSettings, CancellationToken)"/>
    public Task<FeedSource?> PauseAsync(string id, bool paused, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, source => source with { Paused = paused }, cancellationToken);

    /// <summary>Has it visited at the next harvest, even where it failed or was gone.</summary>
    /// <inheritdoc cref="ChangeAsync(string, SourceSettings, CancellationToken)"/>
    public Task<FeedSource?> VisitSoonAsync(string id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, source => source with { Gone = false, NotBefore = null }, cancellationToken);

    /// <returns><c>false</c> where there was none.</returns>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        DocumentLimits.IsId(id) && await store.DeleteAsync(Containers.Sources, id, id, cancellationToken);

    internal static bool IsAt(FeedSource source, string url) =>
        UrlCanonicalizer.Canonical(source.Url) is { } canonical && canonical == UrlCanonicalizer.Canonical(url);

    private async Task<FeedSource?> ChangeAsync(
        string id,
        Func<FeedSource, FeedSource> change,
        CancellationToken cancellationToken
    ) =>
        DocumentLimits.IsId(id) ? await store.ChangeAsync(Containers.Sources, id, id, change, cancellationToken) : null;
}
