using Microsoft.Extensions.Hosting;

namespace Advocacy.Platform.Cosmos;

/// <summary>Stops a host that could not keep what it is given: it says why at start instead of failing message by message.</summary>
internal sealed class CosmosStartCheck(CosmosSetup setup) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => setup.CheckAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
