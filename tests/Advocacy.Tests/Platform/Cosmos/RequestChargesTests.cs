using System.Diagnostics.Metrics;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Cosmos.Gateway;
using Advocacy.Tests.Platform.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Cosmos;

public sealed class RequestChargesTests : IAsyncLifetime
{
    private static readonly Container Leaves = Containers.Deliveries;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private GatewayServer _server = null!;
    private CosmosDocumentStore _store = null!;
    private MetricCollector<double> _measured = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Session: reads cost what the documentation's tables say.
        _server = await GatewayServer.StartAsync(
            new FakeTimeProvider(),
            consistency: "Session",
            cancellationToken: Cancel
        );
        var meters = _services.GetRequiredService<IMeterFactory>();
        _store = new CosmosDocumentStore(_server.Client, _server.Options, new RequestCharges(_server.Options, meters));
        _measured = new MetricCollector<double>(meters, RequestCharges.MeterName, RequestCharges.InstrumentName);
    }

    public async ValueTask DisposeAsync()
    {
        _measured.Dispose();
        _server.Dispose();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Each_operation_is_measured_with_its_name_container_and_status()
    {
        var leaf = StoreOnGateway.Leaf("a") with { State = "s", Text = new('x', 900) };

        var etag = await _store.TryCreateAsync(Leaves, leaf, Cancel);
        ShouldHaveMeasured("create_item", 201, 5.5 + 0.9);
        await _store.TryCreateAsync(Leaves, leaf, Cancel);
        ShouldHaveMeasured("create_item", 409, 1.25);
        await _store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel);
        ShouldHaveMeasured("read_item", 200, 1);
        await _store.ReadAsync<Leaf>(Leaves, "p", "b", Cancel);
        ShouldHaveMeasured("read_item", 404, 1);
        await _store.TryReplaceAsync(Leaves, leaf, etag!, Cancel);
        ShouldHaveMeasured("replace_item", 200, 2 * (5.5 + 0.9));
        await _store.TryReplaceAsync(Leaves, leaf, etag!, Cancel);
        ShouldHaveMeasured("replace_item", 412, 1.25);
        await _store.UpsertAsync(Leaves, leaf, Cancel);
        ShouldHaveMeasured("upsert_item", 200, 2 * (5.5 + 0.9));
        await _store.TryCommitAsync(
            Leaves,
            "p",
            [new Write.Create(leaf with { Id = "b" }), new Write.Create(leaf with { Id = "c" })],
            Cancel
        );
        ShouldHaveMeasured("execute_batch", 200, 2 * (5.5 + 0.9));
        await _store.DeleteAsync(Leaves, "p", "b", Cancel);
        ShouldHaveMeasured("delete_item", 204, 5.5 + 0.9);
    }

    [Fact]
    public async Task Each_page_of_a_query_is_measured()
    {
        for (var i = 0; i < 4; i++)
        {
            await _store.UpsertAsync(Leaves, StoreOnGateway.Leaf($"{i}"), Cancel);
        }
        _measured.Clear();

        await _store
            .QueryAllAsync<Leaf>(new Query(Leaves) { PartitionKey = "p", PageSize = 2 }, Cancel)
            .ToListAsync(Cancel);

        var pages = _measured.GetMeasurementSnapshot();
        pages.Count.ShouldBe(2);
        pages.ShouldAllBe(page => (string?)page.Tags["db.operation.name"] == "query_items" && page.Value > 2.3);
    }

    [Fact]
    public async Task What_is_given_up_is_measured_too()
    {
        _server.Handler.Faults.BeBusy(1000);

        await Should.ThrowAsync<CosmosStoreException>(() => _store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel));

        ShouldHaveMeasured("read_item", 429, 0);
    }

    private void ShouldHaveMeasured(string operation, int status, double charge)
    {
        var measured = _measured.LastMeasurement.ShouldNotBeNull();
        measured.Tags.ShouldBe(
            new Dictionary<string, object?>
            {
                ["db.system.name"] = "azure.cosmosdb",
                ["db.namespace"] = "advocacy",
                ["db.collection.name"] = "deliveries",
                ["db.operation.name"] = operation,
                ["db.response.status_code"] = status,
            },
            ignoreOrder: true
        );
        measured.Value.ShouldBe(charge, 0.2);
    }
}
