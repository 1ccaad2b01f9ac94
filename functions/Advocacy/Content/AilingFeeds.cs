using Advocacy.Platform.Store;
using Microsoft.Extensions.Logging;

namespace Advocacy.Content;

/// <summary>Names feeds that keep failing, once a day: each failure alone is only kept as the feed's health.</summary>
public sealed class AilingFeeds(IDocumentStore store, ILogger<AilingFeeds> logger)
{
    /// <returns>How many feeds are ailing.</returns>
    public async Task<int> NameAsync(CancellationToken cancellationToken = default)
    {
        var count = 0;
        await foreach (
            var (source, _) in store.QueryAllAsync<FeedSource>(new Query(Containers.Sources), cancellationToken)
        )
        {
            if (source.Ails)
            {
                ContentLog.FeedAils(logger, source.Id, source.Health.FailuresInARow);
                count++;
            }
        }
        return count;
    }
}
