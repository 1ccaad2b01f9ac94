using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Cosmos.Gateway;
using Advocacy.Tests.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>A store on a gateway of its own.</summary>
internal sealed class StoreOnGateway : IAsyncDisposable
{
    private readonly RequestCharges _charges;

    private StoreOnGateway(GatewayServer server)
    {
        Server = server;
        _charges = new RequestCharges(server.Options);
        Store = new CosmosDocumentStore(server.Client, server.Options, _charges);
    }

    public GatewayServer Server { get; }
    public CosmosDocumentStore Store { get; }

    public static async Task<StoreOnGateway> StartAsync(int partitions = 3, string consistency = "Strong") =>
        new(
            await GatewayServer.StartAsync(
                new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)),
                partitions,
                consistency,
                TestContext.Current.CancellationToken
            )
        );

    public static Leaf Leaf(string id, string partition = "p", int? ttl = null) =>
        new()
        {
            Id = id,
            EmployeeId = partition,
            Ttl = ttl,
        };

    public Task<string> UpsertAsync(Leaf leaf) =>
        Store.UpsertAsync(Containers.Deliveries, leaf, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _charges.Dispose();
        Server.Dispose();
        return ValueTask.CompletedTask;
    }
}
