using Advocacy.Content;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Functions;

/// <summary>Fetches every feed that is due; its new entries become ContentDrops.</summary>
public sealed class HarvestFeeds(FeedHarvester harvester)
{
    [Function(nameof(HarvestFeeds))]
    public Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        harvester.RunAsync(cancellationToken: cancellationToken);
}
