using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Store;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>What is refused before anything is asked of the account.</summary>
public sealed class CosmosLimitTests : IAsyncLifetime
{
    private static readonly Container Leaves = Containers.Deliveries;
    private StoreOnGateway _on = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _on = await StoreOnGateway.StartAsync();

    public ValueTask DisposeAsync()
    {
        _on.Server.Handler.Seen.ShouldNotContain(seen => seen.Status == System.Net.HttpStatusCode.BadRequest);
        return _on.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_ttl_that_is_no_time_is_refused(int ttl) =>
        (
            await Should.ThrowAsync<ArgumentException>(() => _on.UpsertAsync(StoreOnGateway.Leaf("a", ttl: ttl)))
        ).Message.ShouldContain("ttl");

    [Fact]
    public async Task A_document_whose_json_lacks_the_partition_key_is_refused()
    {
        var error = await Should.ThrowAsync<ArgumentException>(() =>
            _on.Store.UpsertAsync(Containers.Engagements, StoreOnGateway.Leaf("a"), Cancel)
        );

        error.Message.ShouldContain("/subject");
    }

    [Fact]
    public async Task A_container_that_nobody_declared_is_refused()
    {
        var unknown = new Container("unknown", "/id");

        await Should.ThrowAsync<ArgumentException>(() => _on.Store.ReadAsync<Leaf>(unknown, "a", "a", Cancel));
        await Should.ThrowAsync<ArgumentException>(() =>
            _on.Store.UpsertAsync(unknown, StoreOnGateway.Leaf("a"), Cancel)
        );
    }

    [Fact]
    public async Task A_batch_larger_than_cosmos_takes_is_refused()
    {
        var writes = Enumerable
            .Range(0, 3)
            .Select(i => new Write.Upsert(StoreOnGateway.Leaf($"{i}") with { Text = new('x', 900_000) }));

        await Should.ThrowAsync<ArgumentException>(() => _on.Store.TryCommitAsync(Leaves, "p", [.. writes], Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("00000000.")]
    [InlineData("00000000.{}")]
    public async Task A_continuation_of_something_else_is_refused(string continuation) =>
        await Should.ThrowAsync<ArgumentException>(() =>
            _on.Store.QueryAsync<Leaf>(new Query(Leaves) { PartitionKey = "p", Continuation = continuation }, Cancel)
        );

    [Fact]
    public async Task A_continuation_works_for_its_own_query_only()
    {
        await _on.UpsertAsync(StoreOnGateway.Leaf("a"));
        await _on.UpsertAsync(StoreOnGateway.Leaf("b"));
        var query = new Query(Leaves) { PartitionKey = "p", PageSize = 1 };
        var continuation = (await _on.Store.QueryAsync<Leaf>(query, Cancel)).Continuation;
        continuation.ShouldNotBeNull();

        foreach (
            var other in (Query[])
                [
                    query with
                    {
                        PartitionKey = "q",
                    },
                    query with
                    {
                        PartitionKey = null,
                    },
                    query with
                    {
                        Where = [new("state", Comparison.Equal, "s")],
                    },
                ]
        )
        {
            await Should.ThrowAsync<ArgumentException>(() =>
                _on.Store.QueryAsync<Leaf>(other with { Continuation = continuation }, Cancel)
            );
        }
        await Should.ThrowAsync<ArgumentException>(() =>
            _on.Store.QueryAsync<Twig>(query with { Continuation = continuation }, Cancel)
        );
        (
            await _on.Store.QueryAsync<Leaf>(query with { Continuation = continuation, PageSize = 2 }, Cancel)
        ).Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("no tag")]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("-1")]
    [InlineData("\"\r\nx: y\"")]
    public async Task What_was_never_a_tag_matches_nothing(string etag)
    {
        await _on.UpsertAsync(StoreOnGateway.Leaf("a") with { Text = "old" });

        (await _on.Store.TryReplaceAsync(Leaves, StoreOnGateway.Leaf("a"), etag, Cancel)).ShouldBeNull();
        (
            await _on.Store.TryCommitAsync(Leaves, "p", [new Write.Replace(StoreOnGateway.Leaf("a"), etag)], Cancel)
        ).ShouldBeFalse();

        (await _on.Store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel))!.Value.Text.ShouldBe("old");
    }

    [Fact]
    public async Task What_cannot_be_an_id_is_not_there_to_be_deleted()
    {
        (await _on.Store.DeleteAsync(Leaves, "p", "a/b", Cancel)).ShouldBeFalse();
        (await _on.Store.TryCommitAsync(Leaves, "p", [new Write.Delete("a/b")], Cancel)).ShouldBeFalse();
    }
}
