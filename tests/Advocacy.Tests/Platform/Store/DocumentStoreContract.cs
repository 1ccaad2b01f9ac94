using Advocacy.Platform;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Store;

/// <summary>
/// What every document store does, whatever holds the documents. Each test keeps to partitions and field values of its own, so
/// that it also runs against a store that others use.
/// </summary>
public abstract partial class DocumentStoreContract : IAsyncLifetime
{
    protected static readonly Container Leaves = Containers.Deliveries;

    private readonly string _partition = Ids.New();

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    protected IDocumentStore Store { get; private set; } = null!;

    /// <summary>Why time-dependent tests cannot run: the store follows its own clock. <c>null</c> where it follows <see cref="Time"/>.</summary>
    protected virtual string? OwnClock => null;

    public async ValueTask InitializeAsync() => Store = await CreateAsync(Time);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<IDocumentStore> CreateAsync(FakeTimeProvider time);

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_created_document_is_read_back_as_it_was()
    {
        var leaf = New("a") with { State = "Planned", Text = "x", Number = 7, Schema = 3 };

        var etag = await Store.TryCreateAsync(Leaves, leaf, Cancel);

        var stored = await ReadAsync("a");
        stored.ShouldNotBeNull();
        stored.Value.ShouldBe(leaf);
        stored.ETag.ShouldBe(etag);
    }

    [Fact]
    public async Task What_was_never_written_is_not_there()
    {
        (await ReadAsync("a")).ShouldBeNull();
        (await Store.ReadAsync<Leaf>(Leaves, _partition, "no/such?id", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Creating_an_id_twice_writes_nothing_the_second_time()
    {
        var etag = await Store.TryCreateAsync(Leaves, New("a") with { Text = "first" }, Cancel);

        (await Store.TryCreateAsync(Leaves, New("a") with { Text = "second" }, Cancel)).ShouldBeNull();

        var stored = await ReadAsync("a");
        stored!.Value.Text.ShouldBe("first");
        stored.ETag.ShouldBe(etag);
    }

    [Fact]
    public async Task An_id_stands_once_in_each_partition()
    {
        var other = Ids.New();
        (await Store.TryCreateAsync(Leaves, New("a") with { Text = "here" }, Cancel)).ShouldNotBeNull();
        (await Store.TryCreateAsync(Leaves, New("a", other) with { Text = "there" }, Cancel)).ShouldNotBeNull();

        (await Store.DeleteAsync(Leaves, _partition, "a", Cancel)).ShouldBeTrue();

        (await ReadAsync("a")).ShouldBeNull();
        (await Store.ReadAsync<Leaf>(Leaves, other, "a", Cancel))!.Value.Text.ShouldBe("there");
    }

    [Fact]
    public async Task An_id_stands_once_in_each_container()
    {
        await Store.UpsertAsync(Leaves, New("a"), Cancel);

        (await Store.ReadAsync<Leaf>(Containers.Consents, _partition, "a", Cancel)).ShouldBeNull();
        (await Store.TryCreateAsync(Containers.Consents, New("a"), Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_document_of_another_type_is_none()
    {
        await Store.UpsertAsync(Leaves, New("a"), Cancel);

        (await Store.ReadAsync<Twig>(Leaves, _partition, "a", Cancel)).ShouldBeNull();
        (await Store.TryCreateAsync(Leaves, new Twig { Id = "a", EmployeeId = _partition }, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Replacing_takes_the_latest_tag_and_gives_a_new_one()
    {
        var first = await Store.TryCreateAsync(Leaves, New("a"), Cancel);

        var second = await Store.TryReplaceAsync(Leaves, New("a") with { Text = "second" }, first!, Cancel);

        second.ShouldNotBeNull();
        second.ShouldNotBe(first);
        var stored = await ReadAsync("a");
        stored!.Value.Text.ShouldBe("second");
        stored.ETag.ShouldBe(second);
    }

    [Fact]
    public async Task Replacing_with_a_stale_tag_writes_nothing()
    {
        var stale = await Store.TryCreateAsync(Leaves, New("a"), Cancel);
        await Store.UpsertAsync(Leaves, New("a") with { Text = "newer" }, Cancel);

        (await Store.TryReplaceAsync(Leaves, New("a") with { Text = "late" }, stale!, Cancel)).ShouldBeNull();

        (await ReadAsync("a"))!.Value.Text.ShouldBe("newer");
    }

    [Fact]
    public async Task The_same_content_written_again_makes_a_tag_stale_too()
    {
        var stale = await Store.TryCreateAsync(Leaves, New("a"), Cancel);
        var latest = await Store.UpsertAsync(Leaves, New("a"), Cancel);

        latest.ShouldNotBe(stale);
        (await Store.TryReplaceAsync(Leaves, New("a"), stale!, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Replacing_what_is_deleted_writes_nothing_even_where_it_was_created_anew()
    {
        var etag = await Store.TryCreateAsync(Leaves, New("a"), Cancel);
        await Store.DeleteAsync(Leaves, _partition, "a", Cancel);

        (await Store.TryReplaceAsync(Leaves, New("a"), etag!, Cancel)).ShouldBeNull();
        (await ReadAsync("a")).ShouldBeNull();

        await Store.TryCreateAsync(Leaves, New("a") with { Text = "anew" }, Cancel);
        (await Store.TryReplaceAsync(Leaves, New("a"), etag!, Cancel)).ShouldBeNull();
        (await ReadAsync("a"))!.Value.Text.ShouldBe("anew");
    }

    [Fact]
    public async Task Upserting_creates_and_overwrites()
    {
        var first = await Store.UpsertAsync(Leaves, New("a") with { Text = "first", State = "Sent" }, Cancel);
        var second = await Store.UpsertAsync(Leaves, New("a") with { Text = "second" }, Cancel);

        second.ShouldNotBe(first);
        var stored = await ReadAsync("a");
        stored!.Value.ShouldBe(New("a") with { Text = "second" });
        stored.ETag.ShouldBe(second);
    }

    [Fact]
    public async Task Deleting_says_whether_there_was_anything()
    {
        await Store.UpsertAsync(Leaves, New("a"), Cancel);

        (await Store.DeleteAsync(Leaves, _partition, "a", Cancel)).ShouldBeTrue();
        (await Store.DeleteAsync(Leaves, _partition, "a", Cancel)).ShouldBeFalse();
        (await ReadAsync("a")).ShouldBeNull();
        (await Store.TryCreateAsync(Leaves, New("a"), Cancel)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("æøå ÆØÅ – ”citat” 👩🏽‍💻 日本語 \u0000 \u2028 <b>&amp;</b> \\ \" '")]
    [InlineData("")]
    [InlineData("'; DROP TABLE deliveries; --")]
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        var leaf = New("blåbær–👩🏽‍💻 'x\";--") with { Text = text, State = text };

        await Store.TryCreateAsync(Leaves, leaf, Cancel);

        (await ReadAsync(leaf.Id))!.Value.ShouldBe(leaf);
        var found = await Store.QueryAsync<Leaf>(
            new Query(Leaves) { PartitionKey = _partition, Where = [Is("state", text)] },
            Cancel
        );
        found.Items.ShouldHaveSingleItem().Value.ShouldBe(leaf);
    }

    [Fact]
    public async Task A_partition_key_may_hold_any_text()
    {
        var partition = "a/b\\c?d#e æ👩🏽‍💻 ' " + _partition;
        await Store.TryCreateAsync(Leaves, New("a", partition), Cancel);

        (await Store.ReadAsync<Leaf>(Leaves, partition, "a", Cancel)).ShouldNotBeNull();
        (await Store.DeleteAsync(Leaves, partition, "a", Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_document_of_nearly_two_megabytes_fits_and_a_larger_one_is_refused()
    {
        var large = New("a") with { Text = new string('x', 2_000_000) };
        await Store.TryCreateAsync(Leaves, large, Cancel);

        (await ReadAsync("a"))!.Value.ShouldBe(large);
        var larger = New("b") with { Text = new string('x', 2_200_000) };
        await Should.ThrowAsync<ArgumentException>(() => Store.TryCreateAsync(Leaves, larger, Cancel));
        (await ReadAsync("b")).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    public async Task An_id_that_cannot_be_one_is_refused_by_every_write(string id)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.TryCreateAsync(Leaves, New(id), Cancel));
        await Should.ThrowAsync<ArgumentException>(() => Store.UpsertAsync(Leaves, New(id), Cancel));
        await Should.ThrowAsync<ArgumentException>(() => Store.TryReplaceAsync(Leaves, New(id), "1", Cancel));
        await Should.ThrowAsync<ArgumentException>(() =>
            Store.TryCommitAsync(Leaves, _partition, [new Write.Create(New(id))], Cancel)
        );
    }

    [Fact]
    public async Task An_id_has_at_most_255_characters()
    {
        (await Store.TryCreateAsync(Leaves, New(new string('i', 255)), Cancel)).ShouldNotBeNull();
        (await ReadAsync(new string('i', 255))).ShouldNotBeNull();
        await Should.ThrowAsync<ArgumentException>(() =>
            Store.TryCreateAsync(Leaves, New(new string('i', 256)), Cancel)
        );
    }

    [Fact]
    public async Task No_change_is_lost_among_fifty_that_change_the_same_document()
    {
        await Store.TryCreateAsync(Leaves, New("a"), Cancel);

        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < 20; i++)
                            {
                                var changed = await Store.ChangeAsync<Leaf>(
                                    Leaves,
                                    _partition,
                                    "a",
                                    leaf => leaf with { Number = leaf.Number + 1 },
                                    Cancel
                                );
                                changed.ShouldNotBeNull();
                            }
                        },
                        Cancel
                    )
                )
        );

        (await ReadAsync("a"))!.Value.Number.ShouldBe(1000);
    }

    [Fact]
    public async Task Of_many_that_create_the_same_id_exactly_one_succeeds()
    {
        var etags = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i => Task.Run(() => Store.TryCreateAsync(Leaves, New("a") with { Number = i }, Cancel), Cancel))
        );

        var winner = Array.FindIndex(etags, etag => etag is not null);
        etags.Count(etag => etag is not null).ShouldBe(1);
        (await ReadAsync("a"))!.Value.Number.ShouldBe(winner);
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Leaf New(string id, string? partition = null) => new() { Id = id, EmployeeId = partition ?? _partition };

    private Task<Stored<Leaf>?> ReadAsync(string id) => Store.ReadAsync<Leaf>(Leaves, _partition, id, Cancel);

    private static Condition Is(string field, string value) => new(field, Comparison.Equal, value);
}
