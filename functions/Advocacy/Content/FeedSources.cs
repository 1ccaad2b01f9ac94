using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Content;

/// <summary>The list of feeds that are harvested.</summary>
public sealed class FeedSources(IDocumentStore store)
{
    /// <summary>Adds a feed, or renames it and gives it other topics where its address is known already.</summary>
    /// <inheritdoc cref="RegisterAsync(string, string, string, IReadOnlyList{string}, string?, CancellationToken)"/>
    public Task<FeedSource> RegisterAsync(
        string name,
        string url,
        IReadOnlyList<string> topics,
        string? language,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(url);
        // The key is the address itself: what is stored is that, or where a permanent redirect led from it.
        return RegisterAsync(
            UrlCanonicalizer.Canonical(url) ?? url,
            name,
            url,
            topics,
            language,
            keepUrl: true,
            cancellationToken
        );
    }

    /// <summary>
    /// Adds a feed under a key that stays when its address changes (a file's path, say, that is served at another port each
    /// time). Registered again it takes the new address, name, topics and language and keeps what its visits left behind.
    /// </summary>
    /// <param name="stableKey">The source's id is derived from it.</param>
    /// <param name="name">For people.</param>
    /// <param name="url">Absolute, http(s).</param>
    /// <param name="topics">Every entry gets them; lower-cased here.</param>
    /// <param name="language">ISO 639-1; <c>null</c> to take the feed's own, or guess.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The address is not http(s).</exception>
    public Task<FeedSource> RegisterAsync(
        string stableKey,
        string name,
        string url,
        IReadOnlyList<string> topics,
        string? language,
        CancellationToken cancellationToken = default
    ) => RegisterAsync(stableKey, name, url, topics, language, keepUrl: false, cancellationToken);

    private async Task<FeedSource> RegisterAsync(
        string stableKey,
        string name,
        string url,
        IReadOnlyList<string> topics,
        string? language,
        bool keepUrl,
        CancellationToken cancellationToken
    )
    {
        if (UrlCanonicalizer.Canonical(url) is null)
        {
            throw new ArgumentException($"\"{url}\" is no absolute http or https address.", nameof(url));
        }
        var source = new FeedSource
        {
            Id = Ids.Of("source", stableKey),
            Name = name,
            Url = url,
            Topics = [.. topics.Select(topic => topic.Trim().ToLowerInvariant()).Distinct()],
            Language = language,
        };
        while (true)
        {
            if (await store.TryCreateAsync(Containers.Sources, source, cancellationToken) is not null)
            {
                return source;
            }
            var changed = await store.ChangeAsync<FeedSource>(
                Containers.Sources,
                source.Id,
                source.Id,
                known => Again(known, source, keepUrl),
                cancellationToken
            );
            if (changed is not null)
            {
                return changed;
            }
            // Deleted between the two: create it after all.
        }
    }

    private static FeedSource Again(FeedSource known, FeedSource wanted, bool keepUrl)
    {
        var same = known with { Name = wanted.Name, Topics = wanted.Topics, Language = wanted.Language };
        // A new address deserves a visit at once, even where the old one had failed or was gone.
        return keepUrl || known.Url == wanted.Url
            ? same
            : same with
            {
                Url = wanted.Url,
                Gone = false,
                NotBefore = null,
            };
    }
}
