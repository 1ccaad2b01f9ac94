using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform.Store;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task A_batch_writes_everything()
    {
        var etag = await Store.TryCreateAsync(Leaves, New("replaced"), Cancel);
        await Store.TryCreateAsync(Leaves, New("overwritten"), Cancel);
        await Store.TryCreateAsync(Leaves, New("deleted"), Cancel);

        var done = await CommitAsync(
            new Write.Create(New("created") with { Text = "new" }),
            new Write.Replace(New("replaced") with { Text = "new" }, etag!),
            new Write.Upsert(New("overwritten") with { Text = "new" }),
            new Write.Upsert(New("upserted") with { Text = "new" }),
            new Write.Delete("deleted")
        );

        done.ShouldBeTrue();
        foreach (var id in (string[])["created", "replaced", "overwritten", "upserted"])
        {
            (await ReadAsync(id))!.Value.Text.ShouldBe("new", id);
        }
        (await ReadAsync("deleted")).ShouldBeNull();
        (await Store.TryReplaceAsync(Leaves, New("replaced"), etag!, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_may_hold_documents_of_several_types()
    {
        (
            await CommitAsync(
                new Write.Create(New("leaf")),
                new Write.Create(new Twig { Id = "twig", EmployeeId = _partition })
            )
        ).ShouldBeTrue();

        (await ReadAsync("leaf")).ShouldNotBeNull();
        (await Store.ReadAsync<Twig>(Leaves, _partition, "twig", Cancel)).ShouldNotBeNull();
    }

    public static TheoryData<string, int> Conflicts() =>
        new(
            from kind in (string[])["create", "stale", "gone", "delete"]
            from position in (int[])[0, 1, 2, 3]
            select (kind, position)
        );

    [Theory]
    [MemberData(nameof(Conflicts))]
    public async Task A_batch_with_one_conflict_anywhere_writes_nothing(string kind, int position)
    {
        await Store.TryCreateAsync(Leaves, New("deleted"), Cancel);
        var stale = await Store.TryCreateAsync(Leaves, New("taken") with { Text = "old" }, Cancel);
        await Store.UpsertAsync(Leaves, New("taken") with { Text = "old" }, Cancel);
        var writes = new List<Write>
        {
            new Write.Create(New("created")),
            new Write.Upsert(New("upserted")),
            new Write.Delete("deleted"),
        };
        writes.Insert(
            position,
            kind switch
            {
                "create" => new Write.Create(New("taken")),
                "stale" => new Write.Replace(New("taken"), stale!),
                "gone" => new Write.Replace(New("missing"), stale!),
                _ => new Write.Delete("missing"),
            }
        );

        (await CommitAsync([.. writes])).ShouldBeFalse();

        (await ReadAsync("created")).ShouldBeNull();
        (await ReadAsync("upserted")).ShouldBeNull();
        (await ReadAsync("missing")).ShouldBeNull();
        (await ReadAsync("deleted")).ShouldNotBeNull();
        (await ReadAsync("taken"))!.Value.Text.ShouldBe("old");
    }

    [Fact]
    public async Task A_batch_sees_its_own_earlier_writes()
    {
        (await CommitAsync(new Write.Create(New("a")), new Write.Create(New("a")))).ShouldBeFalse();
        (await ReadAsync("a")).ShouldBeNull();

        (await CommitAsync(new Write.Create(New("a")), new Write.Delete("a"))).ShouldBeTrue();
        (await ReadAsync("a")).ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_takes_one_to_a_hundred_writes()
    {
        var writes = Enumerable.Range(0, 101).Select(i => (Write)new Write.Create(New($"{i}"))).ToArray();

        await Should.ThrowAsync<ArgumentException>(() => CommitAsync());
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(writes));
        (await ReadAsync("0")).ShouldBeNull();
        (await CommitAsync(writes[..100])).ShouldBeTrue();
        (await ReadAsync("99")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_batch_refuses_a_document_of_another_partition(int position)
    {
        var strange = New("strange", Ids.New());
        foreach (
            var write in (Write[])
                [new Write.Create(strange), new Write.Upsert(strange), new Write.Replace(strange, "1")]
        )
        {
            var writes = new List<Write> { new Write.Create(New("own")) };
            writes.Insert(position, write);

            await Should.ThrowAsync<ArgumentException>(() => CommitAsync([.. writes]));
        }
        (await ReadAsync("own")).ShouldBeNull();
        (await Store.ReadAsync<Leaf>(Leaves, strange.EmployeeId, "strange", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_deletes_in_its_own_partition_only()
    {
        var other = Ids.New();
        await Store.TryCreateAsync(Leaves, New("a", other), Cancel);

        (await CommitAsync(new Write.Delete("a"))).ShouldBeFalse();

        (await Store.ReadAsync<Leaf>(Leaves, other, "a", Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_many_batches_that_create_the_same_document_exactly_one_succeeds()
    {
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(
                        () => CommitAsync(new Write.Create(New($"own{i}")), new Write.Create(New("shared"))),
                        Cancel
                    )
                )
        );

        outcomes.Count(done => done).ShouldBe(1);
        for (var i = 0; i < 20; i++)
        {
            (await ReadAsync($"own{i}") is not null).ShouldBe(outcomes[i], $"batch {i}");
        }
    }

    private Task<bool> CommitAsync(params Write[] writes) => Store.TryCommitAsync(Leaves, _partition, writes, Cancel);
}
