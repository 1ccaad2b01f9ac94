using System.Globalization;
using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform.Store;

public abstract partial class DocumentStoreContract
{
    // Values of indexed fields that no other test has.
    private readonly string _state = Ids.New();
    private readonly string _edition = Ids.New();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task A_query_by_partition_finds_all_of_it_page_by_page(int pageSize)
    {
        await FillAsync();

        await ShouldFindAsync(
            new Query(Leaves) { PartitionKey = _partition, PageSize = pageSize },
            leaf => leaf.EmployeeId == _partition
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task A_query_by_a_field_finds_it_in_every_partition(int pageSize)
    {
        await FillAsync();

        await ShouldFindAsync(
            new Query(Leaves) { Where = [Is("state", _state)], PageSize = pageSize },
            leaf => leaf.State == _state
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task A_query_by_partition_and_fields_meets_all_conditions(int pageSize)
    {
        await FillAsync();
        var middle = _edition + "05";

        await ShouldFindAsync(
            new Query(Leaves)
            {
                PartitionKey = _partition,
                Where = [Is("state", _state), new Condition("editionId", Comparison.AtMost, middle)],
                PageSize = pageSize,
            },
            leaf =>
                leaf.EmployeeId == _partition
                && leaf.State == _state
                && string.CompareOrdinal(leaf.EditionId, middle) <= 0
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task At_least_and_at_most_include_their_bounds(int pageSize)
    {
        await FillAsync();
        var (least, most) = (_edition + "03", _edition + "06");

        await ShouldFindAsync(
            new Query(Leaves)
            {
                Where =
                [
                    new Condition("editionId", Comparison.AtLeast, least),
                    new Condition("editionId", Comparison.AtMost, most),
                ],
                PageSize = pageSize,
            },
            leaf =>
                string.CompareOrdinal(leaf.EditionId, least) >= 0 && string.CompareOrdinal(leaf.EditionId, most) <= 0
        );
        await ShouldFindAsync(
            new Query(Leaves)
            {
                Where =
                [
                    new Condition("editionId", Comparison.AtMost, most),
                    Is("state", _state),
                    new Condition("editionId", Comparison.AtLeast, least),
                ],
                PageSize = pageSize,
            },
            leaf =>
                leaf.State == _state
                && string.CompareOrdinal(leaf.EditionId, least) >= 0
                && string.CompareOrdinal(leaf.EditionId, most) <= 0
        );
    }

    [Fact]
    public async Task Two_values_for_one_field_are_never_met_and_the_narrower_bound_holds()
    {
        await FillAsync();

        await ShouldFindAsync(new Query(Leaves) { Where = [Is("state", _state), Is("state", "Other")] }, _ => false);
        await ShouldFindAsync(
            new Query(Leaves)
            {
                Where =
                [
                    new Condition("editionId", Comparison.AtLeast, _edition + "02"),
                    new Condition("editionId", Comparison.AtLeast, _edition + "07"),
                    new Condition("editionId", Comparison.AtMost, _edition + "99"),
                ],
                PageSize = 2,
            },
            leaf => string.CompareOrdinal(leaf.EditionId, _edition + "07") >= 0
        );
    }

    [Fact]
    public async Task Text_is_compared_ordinally()
    {
        string[] values = ["Z", "a", "B", "æ", "z", "10", "9", "", "Ø", "a ", "-"];
        foreach (var (index, value) in values.Index())
        {
            await Store.UpsertAsync(Leaves, New($"{index}") with { State = value }, Cancel);
        }
        foreach (var bound in values)
        {
            (await StatesAsync(Comparison.AtMost, bound)).ShouldBe(
                values.Where(value => string.CompareOrdinal(value, bound) <= 0),
                ignoreOrder: true
            );
            (await StatesAsync(Comparison.AtLeast, bound)).ShouldBe(
                values.Where(value => string.CompareOrdinal(value, bound) >= 0),
                ignoreOrder: true
            );
        }
    }

    [Fact]
    public async Task A_document_without_the_field_meets_no_condition_on_it()
    {
        await Store.UpsertAsync(Leaves, New("a"), Cancel);

        (await StatesAsync(Comparison.AtLeast, "")).ShouldBeEmpty();
        (await StatesAsync(Comparison.AtMost, "zzz")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_follows_a_document_that_changes()
    {
        await Store.UpsertAsync(Leaves, New("a") with { State = _state }, Cancel);
        var etag = await Store.UpsertAsync(Leaves, New("b") with { State = _state }, Cancel);

        await Store.UpsertAsync(Leaves, New("a") with { State = "Other" }, Cancel);
        await Store.TryReplaceAsync(Leaves, New("b"), etag, Cancel);

        (await AllAsync(new Query(Leaves) { Where = [Is("state", _state)] })).ShouldBeEmpty();
        (await StatesAsync(Comparison.Equal, "Other")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_query_returns_only_documents_of_its_type()
    {
        await Store.UpsertAsync(Leaves, New("leaf") with { State = _state }, Cancel);
        var twig = new Twig
        {
            Id = "twig",
            EmployeeId = _partition,
            State = _state,
        };
        await Store.UpsertAsync(Leaves, twig, Cancel);

        foreach (
            var query in (Query[])
                [
                    new(Leaves) { PartitionKey = _partition },
                    new(Leaves) { Where = [Is("state", _state)] },
                    new(Leaves) { PartitionKey = _partition, Where = [Is("state", _state)] },
                ]
        )
        {
            (await AllAsync(query)).ShouldHaveSingleItem().Value.Id.ShouldBe("leaf");
            (await Store.QueryAsync<Twig>(query, Cancel)).Items.ShouldHaveSingleItem().Value.ShouldBe(twig);
        }
    }

    [Fact]
    public async Task What_a_query_finds_can_be_replaced_by_its_tag()
    {
        await Store.UpsertAsync(Leaves, New("a") with { State = _state }, Cancel);

        var found = (await AllAsync(new Query(Leaves) { Where = [Is("state", _state)] })).ShouldHaveSingleItem();

        (await Store.TryReplaceAsync(Leaves, found.Value, found.ETag, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_field_that_is_not_indexed_cannot_be_asked_for()
    {
        foreach (var field in (string[])["text", "employeeId", "State", "state; --", ""])
        {
            await Should.ThrowAsync<ArgumentException>(() =>
                Store.QueryAsync<Leaf>(
                    new Query(Leaves) { PartitionKey = _partition, Where = [Is(field, "x")] },
                    Cancel
                )
            );
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_page_holds_one_to_a_thousand_documents(int pageSize) =>
        await Should.ThrowAsync<ArgumentException>(() =>
            Store.QueryAsync<Leaf>(new Query(Leaves) { PartitionKey = _partition, PageSize = pageSize }, Cancel)
        );

    [Fact]
    public async Task A_query_that_finds_nothing_has_no_next_page()
    {
        var page = await Store.QueryAsync<Leaf>(new Query(Leaves) { PartitionKey = _partition }, Cancel);

        page.Items.ShouldBeEmpty();
        page.Continuation.ShouldBeNull();
    }

    [Fact]
    public async Task Documents_deleted_between_two_pages_do_not_move_the_others()
    {
        await FillAsync();
        var query = new Query(Leaves) { Where = [Is("state", _state)], PageSize = 4 };
        var first = await Store.QueryAsync<Leaf>(query, Cancel);
        foreach (var item in first.Items)
        {
            await Store.DeleteAsync(Leaves, item.Value.EmployeeId, item.Value.Id, Cancel);
        }

        var rest = await AllAsync(query with { Continuation = first.Continuation });

        first
            .Items.Concat(rest)
            .Select(item => item.Value)
            .ShouldBe(Filled().Where(leaf => leaf.State == _state), ignoreOrder: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    public async Task A_scan_sees_each_document_in_exactly_one_shard(int shards)
    {
        var ids = Enumerable.Range(0, 500).Select(i => $"{_edition}-{i}").ToList();
        await Task.WhenAll(ids.Select(id => Store.UpsertAsync(Leaves, New(id, Ids.Of(id)), Cancel)));
        await Task.WhenAll(ids.Take(50).Select(id => Store.UpsertAsync(Leaves, New(id), Cancel)));
        await Store.UpsertAsync(Leaves, new Twig { Id = _edition, EmployeeId = _partition }, Cancel);

        var seen = new List<(string, string)>();
        for (var shard = 0; shard < shards; shard++)
        {
            await foreach (var item in Store.ScanAsync<Leaf>(Leaves, shard, shards, Cancel))
            {
                if (item.Value.Id.StartsWith(_edition, StringComparison.Ordinal))
                {
                    item.ETag.ShouldNotBeNullOrEmpty();
                    seen.Add((item.Value.EmployeeId, item.Value.Id));
                }
            }
        }

        seen.ShouldBe(
            ids.Select(id => (Ids.Of(id), id)).Concat(ids.Take(50).Select(id => (_partition, id))),
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_scan_sees_a_document_that_is_written_meanwhile_at_most_once()
    {
        var ids = Enumerable.Range(0, 300).Select(i => $"{_edition}-{i}").ToList();
        await Task.WhenAll(ids.Select(id => Store.UpsertAsync(Leaves, New(id, Ids.Of(id)), Cancel)));

        var seen = new HashSet<string>();
        await foreach (var item in Store.ScanAsync<Leaf>(Leaves, 0, 1, Cancel))
        {
            if (item.Value.Id.StartsWith(_edition, StringComparison.Ordinal))
            {
                seen.Add(item.Value.Id).ShouldBeTrue();
                await Store.DeleteAsync(Leaves, item.Value.EmployeeId, item.Value.Id, Cancel);
                await Store.UpsertAsync(Leaves, item.Value with { Text = "again" }, Cancel);
            }
        }

        seen.Count.ShouldBe(ids.Count);
    }

    private IEnumerable<Leaf> Filled() =>
        Enumerable
            .Range(0, 30)
            .Select(i =>
                New($"{i}", i % 3 == 0 ? _partition : $"{_partition}-{i % 4}") with
                {
                    State = i % 2 == 0 ? _state : "Other",
                    EditionId = _edition + (i % 10).ToString("00", CultureInfo.InvariantCulture),
                    Number = i,
                }
            );

    private Task<string[]> FillAsync() =>
        Task.WhenAll(Filled().Select(leaf => Store.UpsertAsync(Leaves, leaf, Cancel)));

    private async Task ShouldFindAsync(Query query, Func<Leaf, bool> expected) =>
        (await AllAsync(query)).Select(item => item.Value).ShouldBe(Filled().Where(expected), ignoreOrder: true);

    private async Task<List<Stored<Leaf>>> AllAsync(Query query)
    {
        var all = new List<Stored<Leaf>>();
        string? continuation = query.Continuation;
        do
        {
            var page = await Store.QueryAsync<Leaf>(query with { Continuation = continuation }, Cancel);
            page.Items.Count.ShouldBeLessThanOrEqualTo(query.PageSize);
            all.AddRange(page.Items);
            continuation = page.Continuation;
        } while (continuation is not null);
        return all;
    }

    private async Task<IEnumerable<string?>> StatesAsync(Comparison comparison, string value)
    {
        var query = new Query(Leaves)
        {
            PartitionKey = _partition,
            Where = [new Condition("state", comparison, value)],
        };
        return (await AllAsync(query)).Select(item => item.Value.State);
    }
}
