using System.Net;
using System.Text;
using Microsoft.Azure.Cosmos;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>The gateway in this process says no where Cosmos DB does; else the adapter's tests would prove nothing.</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private StoreOnGateway _on = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Container Deliveries => _on.Server.Client.GetContainer("advocacy", "deliveries");

    public async ValueTask InitializeAsync() => _on = await StoreOnGateway.StartAsync();

    public ValueTask DisposeAsync() => _on.DisposeAsync();

    [Theory]
    [InlineData("SELECT * FROM c")]
    [InlineData("SELECT VALUE COUNT(1) FROM c")]
    [InlineData("SELECT * FROM c WHERE c.type = @p0")]
    [InlineData("SELECT * FROM c WHERE c[\"type\"] = 'Leaf'")]
    [InlineData("SELECT * FROM c WHERE c[\"type\"] = @p0 OR c[\"type\"] = @p0")]
    [InlineData("SELECT * FROM c WHERE c[\"type\"] = @p1")]
    [InlineData("SELECT * FROM c WHERE c[\"type\"] = @p0 AND c[\"type\"] = @p0")]
    [InlineData("SELECT * FROM c WHERE c[\"text\"] = @p0")]
    public async Task It_refuses_sql_that_the_product_does_not_speak_and_paths_without_an_index(string sql)
    {
        using var pages = Deliveries.GetItemQueryStreamIterator(new QueryDefinition(sql).WithParameter("@p0", "Leaf"));

        using var response = await pages.ReadNextAsync(Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_refuses_a_query_whose_partition_key_stands_in_one_place_only()
    {
        var sql = new QueryDefinition("SELECT * FROM c WHERE c[\"type\"] = @p0").WithParameter("@p0", "Leaf");
        using var pages = Deliveries.GetItemQueryStreamIterator(
            sql,
            requestOptions: new QueryRequestOptions { PartitionKey = new PartitionKey("p") }
        );

        using var response = await pages.ReadNextAsync(Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"employeeId\":\"q\"}")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{\"id\":\"a/b\",\"employeeId\":\"p\"}")]
    [InlineData("{\"id\":\"\",\"employeeId\":\"p\"}")]
    [InlineData("{\"employeeId\":\"p\"}")]
    [InlineData("{\"id\":\"a\",\"employeeId\":\"p\",\"ttl\":0}")]
    public async Task It_refuses_a_document_that_cosmos_would_refuse(string json)
    {
        using var created = await Deliveries.CreateItemStreamAsync(Stream(json), new PartitionKey("p"), null, Cancel);
        using var batch = await Deliveries
            .CreateTransactionalBatch(new PartitionKey("p"))
            .CreateItemStream(Stream(json))
            .ExecuteAsync(Cancel);

        created.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        batch.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_refuses_what_is_too_large()
    {
        var large = $"{{\"id\":\"a\",\"employeeId\":\"p\",\"text\":\"{new string('x', 2_100_000)}\"}}";
        using var created = await Deliveries.CreateItemStreamAsync(Stream(large), new PartitionKey("p"), null, Cancel);
        created.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        var batch = Deliveries.CreateTransactionalBatch(new PartitionKey("p"));
        foreach (var id in (string[])["a", "b", "c"])
        {
            batch.CreateItemStream(
                Stream($"{{\"id\":\"{id}\",\"employeeId\":\"p\",\"text\":\"{new string('x', 900_000)}\"}}")
            );
        }
        using var response = await batch.ExecuteAsync(Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task What_fails_in_a_batch_makes_the_others_depend_on_it()
    {
        await _on.UpsertAsync(StoreOnGateway.Leaf("b"));
        using var response = await Deliveries
            .CreateTransactionalBatch(new PartitionKey("p"))
            .CreateItemStream(Stream("{\"id\":\"a\",\"employeeId\":\"p\"}"))
            .CreateItemStream(Stream("{\"id\":\"b\",\"employeeId\":\"p\"}"))
            .CreateItemStream(Stream("{\"id\":\"c\",\"employeeId\":\"p\"}"))
            .ExecuteAsync(Cancel);

        response
            .Select(result => result.StatusCode)
            .ShouldBe([HttpStatusCode.FailedDependency, HttpStatusCode.Conflict, HttpStatusCode.FailedDependency]);
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
