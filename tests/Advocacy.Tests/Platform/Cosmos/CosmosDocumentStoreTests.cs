using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Cosmos.Gateway;
using Advocacy.Tests.Platform.Store;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>
/// The contract on the real SDK: against the gateway in this process, or against the account or emulator that
/// <c>ADVOCACY_COSMOS_ENDPOINT</c> names (<c>ADVOCACY_COSMOS_KEY</c> for an emulator's key).
/// </summary>
public sealed class CosmosDocumentStoreTests : DocumentStoreContract
{
    private readonly RealAccount? _real = RealAccount.FromEnvironment();
    private GatewayServer? _server;
    private RequestCharges _charges = null!;

    protected override string? OwnClock =>
        _real is null ? null : $"{RealAccount.EndpointVariable} names a real endpoint, whose clock cannot be set.";

    protected override async ValueTask<IDocumentStore> CreateAsync(FakeTimeProvider time)
    {
        var (client, options) = _real is null ? await StartAsync(time) : await _real.ConnectAsync(Cancel);
        _charges = new RequestCharges(options);
        return new CosmosDocumentStore(client, options, _charges);
    }

    protected override ValueTask CloseAsync()
    {
        _charges.Dispose();
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(CosmosClient, CosmosOptions)> StartAsync(FakeTimeProvider time)
    {
        _server = await GatewayServer.StartAsync(time, cancellationToken: Cancel);
        return (_server.Client, _server.Options);
    }
}
