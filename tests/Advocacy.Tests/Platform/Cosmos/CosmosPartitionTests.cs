using System.Net;
using Advocacy.Platform;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Cosmos.Gateway;
using Advocacy.Tests.Platform.Store;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>What comes of a container's documents lying in several physical partitions.</summary>
public sealed class CosmosPartitionTests
{
    private static readonly Container Leaves = Containers.Deliveries;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Any_number_of_shards_sees_each_document_once_over_any_number_of_partitions(int partitions)
    {
        await using var on = await StoreOnGateway.StartAsync(partitions);
        var ids = Enumerable.Range(0, 60).Select(i => Ids.Of($"{i}")).ToList();
        foreach (var id in ids)
        {
            await on.UpsertAsync(StoreOnGateway.Leaf(id, id));
        }

        for (var shards = 1; shards <= 7; shards++)
        {
            var seen = new List<string>();
            for (var shard = 0; shard < shards; shard++)
            {
                await foreach (var item in on.Store.ScanAsync<Leaf>(Leaves, shard, shards, Cancel))
                {
                    seen.Add(item.Value.Id);
                }
            }
            seen.Order().ShouldBe(ids.Order(), $"{shards} shards");
        }
    }

    [Fact]
    public async Task Shards_share_the_documents_evenly()
    {
        await using var on = await StoreOnGateway.StartAsync();
        for (var i = 0; i < 200; i++)
        {
            await on.UpsertAsync(StoreOnGateway.Leaf("a", Ids.Of($"{i}")));
        }

        for (var shard = 0; shard < 4; shard++)
        {
            (await on.Store.ScanAsync<Leaf>(Leaves, shard, 4, Cancel).CountAsync(Cancel)).ShouldBeInRange(30, 70);
        }
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    public void A_shard_that_there_cannot_be_is_refused(int shard, int shards) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ScanSlices.Of(shard, shards));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Slices_leave_no_gap(int shards)
    {
        var slices = Enumerable.Range(0, shards).Select(i => ScanSlices.Of(i, shards).ToJsonString()).ToList();

        Bound(slices[0], "min").ShouldBe("");
        Bound(slices[^1], "max").ShouldBe("FF");
        foreach (var (one, next) in slices.Zip(slices.Skip(1)))
        {
            Bound(one, "max").ShouldBe(Bound(next, "min"));
            string.CompareOrdinal(Bound(one, "min"), Bound(one, "max")).ShouldBeLessThan(0);
        }
    }

    /// <summary>The values that Microsoft's SDKs test themselves with.</summary>
    [Theory]
    [InlineData("", 1, "32E9366E637A71B4E710384B2F4970A0")]
    [InlineData("partitionKey", 1, "013AEFCF77FA271571CF665A58C933F1")]
    [InlineData("a", 1024, "332BDF5512AE49615F32C7D98C2DB86C")]
    [InlineData("t1", 1, "3D48BB14DA9D090D22112C96695028B6")]
    [InlineData("t10", 1, "26F9715D00B5EF6DAC84EE93DA7FE88B")]
    [InlineData("ünïcode", 1, "2F659D3306868DADA79E432F48A53236")]
    public void The_gateway_hashes_partition_keys_as_cosmos_does(string text, int times, string hash) =>
        EffectivePartitionKey.Of(string.Concat(Enumerable.Repeat(text, times))).ShouldBe(hash);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task A_continuation_leads_through_all_partitions(int pageSize)
    {
        await using var on = await StoreOnGateway.StartAsync(5);
        var ids = Enumerable.Range(0, 40).Select(i => Ids.Of($"{i}")).ToList();
        foreach (var id in ids)
        {
            await on.UpsertAsync(StoreOnGateway.Leaf(id, id) with { State = "s" });
        }
        var query = new Query(Leaves) { Where = [new("state", Comparison.Equal, "s")], PageSize = pageSize };

        var seen = new List<string>();
        do
        {
            var page = await on.Store.QueryAsync<Leaf>(query, Cancel);
            page.Items.ShouldNotBeEmpty();
            page.Items.Count.ShouldBeLessThanOrEqualTo(pageSize);
            seen.AddRange(page.Items.Select(item => item.Value.Id));
            query = query with { Continuation = page.Continuation };
        } while (query.Continuation is not null);

        seen.Order().ShouldBe(ids.Order());
    }

    [Fact]
    public async Task A_query_that_finds_nothing_in_any_partition_has_no_next_page()
    {
        await using var on = await StoreOnGateway.StartAsync(5);
        var query = new Query(Leaves) { Where = [new("state", Comparison.Equal, "s")] };

        var page = await on.Store.QueryAsync<Leaf>(query, Cancel);

        page.Items.ShouldBeEmpty();
        page.Continuation.ShouldBeNull();
    }

    /// <summary>With session consistency a client must say what it has seen, or a replica that lags may answer.</summary>
    [Fact]
    public async Task A_read_after_a_batch_asks_for_what_the_batch_wrote()
    {
        await using var on = await StoreOnGateway.StartAsync(consistency: "Session");
        await on.Store.TryCommitAsync(Leaves, "p", [new Write.Create(StoreOnGateway.Leaf("a"))], Cancel);
        var written = on.Server.Account.Container("advocacy", "deliveries")!.SessionToken("p");

        await on.Store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel);

        on.Server.Handler.Seen[^1].ShouldBe(new SeenRequest("GET", written, HttpStatusCode.OK));
    }

    private static string Bound(string slice, string name) =>
        System.Text.Json.JsonDocument.Parse(slice).RootElement.GetProperty("Range").GetProperty(name).GetString()!;
}
