using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Sqlite;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    private readonly DataFolder _folder = new();
    private SqliteFile _file = null!;

    private SqliteDocumentStore Sqlite => (SqliteDocumentStore)Store;

    protected override ValueTask<IDocumentStore> CreateAsync(FakeTimeProvider time)
    {
        _file = new SqliteFile(_folder.File, time);
        return ValueTask.FromResult<IDocumentStore>(new SqliteDocumentStore(_file));
    }

    protected override async ValueTask CloseAsync()
    {
        await _file.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Purging_removes_what_has_expired_and_nothing_else()
    {
        await Task.WhenAll(Enumerable.Range(0, 1203).Select(i => Store.UpsertAsync(Leaves, Leaf($"x{i}", 60), Cancel)));
        await Store.UpsertAsync(Leaves, Leaf("later", 600), Cancel);
        await Store.UpsertAsync(Leaves, Leaf("forever", null), Cancel);
        await Store.UpsertAsync(Containers.Consents, Leaf("elsewhere", 60), Cancel);
        (await Sqlite.PurgeExpiredAsync(Cancel)).ShouldBe(0);

        Time.Advance(TimeSpan.FromSeconds(61));

        (await Sqlite.PurgeExpiredAsync(Cancel)).ShouldBe(1204);
        (await Sqlite.PurgeExpiredAsync(Cancel)).ShouldBe(0);
        _folder.Ask("SELECT count(*) FROM deliveries").ShouldBe(2L);
        _folder.Ask("SELECT count(*) FROM consents").ShouldBe(0L);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_ttl_that_is_no_time_is_refused(int ttl) =>
        (
            await Should.ThrowAsync<ArgumentException>(() => Store.UpsertAsync(Leaves, Leaf("a", ttl), Cancel))
        ).Message.ShouldContain("ttl");

    [Fact]
    public async Task A_document_whose_json_lacks_the_partition_key_is_refused()
    {
        // Engagements are partitioned by /subject, which a leaf does not have: Cosmos DB would refuse it too.
        var error = await Should.ThrowAsync<ArgumentException>(() =>
            Store.UpsertAsync(Containers.Engagements, Leaf("a", null), Cancel)
        );

        error.Message.ShouldContain("/subject");
    }

    [Fact]
    public async Task A_container_that_nobody_declared_is_refused()
    {
        var unknown = new Container("unknown", "/id");

        await Should.ThrowAsync<ArgumentException>(() => Store.ReadAsync<Leaf>(unknown, "a", "a", Cancel));
        await Should.ThrowAsync<ArgumentException>(() => Store.UpsertAsync(unknown, Leaf("a", null), Cancel));
    }

    [Fact]
    public async Task A_batch_larger_than_cosmos_takes_is_refused()
    {
        var writes = Enumerable
            .Range(0, 3)
            .Select(i => new Write.Upsert(Leaf($"{i}", null) with { Text = new('x', 900_000) }));

        await Should.ThrowAsync<ArgumentException>(() => Store.TryCommitAsync(Leaves, "p", [.. writes], Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("W10")]
    [InlineData("bnVsbA")]
    [InlineData("WyJyb3dpZCIsIngiXQ")]
    [InlineData("WyJyb3dpZCIsIjEiXQ==")]
    public async Task A_continuation_of_something_else_is_refused(string continuation) =>
        await Should.ThrowAsync<ArgumentException>(() =>
            Store.QueryAsync<Leaf>(new Query(Leaves) { PartitionKey = "p", Continuation = continuation }, Cancel)
        );

    [Theory]
    [InlineData("no tag")]
    [InlineData("")]
    [InlineData("-1")]
    public async Task What_was_never_a_tag_matches_nothing(string etag)
    {
        await Store.UpsertAsync(Leaves, Leaf("a", null), Cancel);

        (await Store.TryReplaceAsync(Leaves, Leaf("a", null), etag, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_tag_is_never_given_out_again_after_a_restart()
    {
        var etag = await Store.UpsertAsync(Leaves, Leaf("a", null), Cancel);
        await Store.DeleteAsync(Leaves, "p", "a", Cancel);
        await _file.DisposeAsync();
        await InitializeAsync();

        (await Store.TryCreateAsync(Leaves, Leaf("a", null), Cancel)).ShouldNotBe(etag);
    }

    [Fact]
    public async Task A_cancelled_write_is_not_made()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Store.UpsertAsync(Leaves, Leaf("a", null), cancelled.Token)
        );

        (await Store.ReadAsync<Leaf>(Leaves, "p", "a", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_partition_with_a_comparison_and_every_page_walks_an_index()
    {
        await Store.UpsertAsync(Leaves, Leaf("a", null), Cancel);
        var table = new ContainerTable(Leaves);
        Query[] queries =
        [
            new(Leaves) { PartitionKey = "p", Where = [new("state", Comparison.Equal, "x")] },
            new(Leaves) { Where = [new("state", Comparison.AtMost, "x"), new("editionId", Comparison.Equal, "x")] },
            new(Leaves) { Where = [new("state", Comparison.AtLeast, "x"), new("state", Comparison.AtMost, "x")] },
        ];
        using var reader = _file.Read();

        foreach (var query in queries)
        {
            using var plan = reader.Use("EXPLAIN QUERY PLAN " + QueryPlan.Of(table, query, "Leaf", 0).Sql);
            var steps = new List<string>();
            while (plan.Step())
            {
                steps.Add(plan.Text(3));
            }
            // One search in an index; a second step would be a sort of everything found.
            steps.ShouldHaveSingleItem().ShouldStartWith("SEARCH deliveries USING INDEX");
        }
    }

    private static Leaf Leaf(string id, int? ttl) =>
        new()
        {
            Id = id,
            EmployeeId = "p",
            Ttl = ttl,
        };
}
