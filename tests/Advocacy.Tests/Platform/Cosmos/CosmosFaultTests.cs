using System.Net;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Store;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>What an account that is busy, gone or wrongly set up looks like to callers: an exception, never an outcome.</summary>
public sealed class CosmosFaultTests : IAsyncLifetime
{
    private static readonly Container Leaves = Containers.Deliveries;
    private StoreOnGateway _on = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _on = await StoreOnGateway.StartAsync();

    public ValueTask DisposeAsync() => _on.DisposeAsync();

    public static TheoryData<string> Operations() =>
        ["read", "create", "replace", "upsert", "delete", "batch", "query", "partition query", "scan"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_busy_account_is_tried_again(string operation)
    {
        var etag = await _on.UpsertAsync(StoreOnGateway.Leaf("a"));
        _on.Server.Handler.Seen.Clear();
        _on.Server.Handler.Faults.BeBusy(2);

        await DoAsync(operation, etag);

        _on.Server.Handler.Seen.Count(seen => seen.Status == HttpStatusCode.TooManyRequests).ShouldBe(2);
        _on.Server.Handler.Seen[^1]
            .Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.NoContent);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_account_that_stays_busy_is_given_up_after_the_last_try(string operation)
    {
        var etag = await _on.UpsertAsync(StoreOnGateway.Leaf("a"));
        _on.Server.Handler.Seen.Clear();
        _on.Server.Handler.Faults.BeBusy(1000);

        var error = await Should.ThrowAsync<CosmosStoreException>(() => DoAsync(operation, etag));

        error.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        error.Message.ShouldContain("429/3200");
        error.Message.ShouldContain("'deliveries'");
        error.Message.ShouldContain("Raise the container's throughput");
        // The first try and MostRetries more; a query also asks for its plan.
        _on.Server.Handler.Seen.Count.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_missing_container_is_no_missing_document(string operation)
    {
        var etag = await _on.UpsertAsync(StoreOnGateway.Leaf("a"));
        _on.Server.Account.RemoveContainer("advocacy", "deliveries");

        var error = await Should.ThrowAsync<CosmosStoreException>(() => DoAsync(operation, etag));

        error.Status.ShouldBe(HttpStatusCode.NotFound);
        error.Message.ShouldContain("Deploy infra/");
    }

    [Theory]
    [InlineData("read")]
    [InlineData("create")]
    [InlineData("batch")]
    [InlineData("query")]
    public async Task An_account_that_does_not_answer_is_an_error(string operation)
    {
        var etag = await _on.UpsertAsync(StoreOnGateway.Leaf("a"));
        _on.Server.Handler.Faults.IsDown = true;

        await Should.ThrowAsync<CosmosStoreException>(() => DoAsync(operation, etag));
    }

    [Fact]
    public async Task A_replica_that_lags_is_no_missing_document()
    {
        await _on.UpsertAsync(StoreOnGateway.Leaf("a"));
        _on.Server.Handler.Faults.IsBehind = true;

        var error = await Should.ThrowAsync<CosmosStoreException>(() =>
            _on.Store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel)
        );

        error.Message.ShouldContain("404/1002");
    }

    [Fact]
    public async Task Whoever_stops_is_not_told_of_an_outage()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            _on.Store.UpsertAsync(Leaves, StoreOnGateway.Leaf("a"), stopped.Token)
        );

        (await _on.Store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel)).ShouldBeNull();
    }

    private async Task DoAsync(string operation, string etag)
    {
        var leaf = StoreOnGateway.Leaf("a");
        var query = new Query(Leaves);
        switch (operation)
        {
            case "read":
                await _on.Store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel);
                break;
            case "create":
                await _on.Store.TryCreateAsync(Leaves, StoreOnGateway.Leaf("b"), Cancel);
                break;
            case "replace":
                await _on.Store.TryReplaceAsync(Leaves, leaf, etag, Cancel);
                break;
            case "upsert":
                await _on.Store.UpsertAsync(Leaves, leaf, Cancel);
                break;
            case "delete":
                await _on.Store.DeleteAsync(Leaves, "p", "a", Cancel);
                break;
            case "batch":
                await _on.Store.TryCommitAsync(Leaves, "p", [new Write.Upsert(leaf)], Cancel);
                break;
            case "query":
                await _on.Store.QueryAsync<Leaf>(query, Cancel);
                break;
            case "partition query":
                await _on.Store.QueryAsync<Leaf>(query with { PartitionKey = "p" }, Cancel);
                break;
            default:
                await _on.Store.ScanAsync<Leaf>(Leaves, 0, 1, Cancel).ToListAsync(Cancel);
                break;
        }
    }
}
