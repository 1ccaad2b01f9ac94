using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform.Store;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task A_document_lives_for_its_ttl_and_is_then_invisible_everywhere()
    {
        SkipWithOwnClock();
        await Store.TryCreateAsync(Leaves, New("a") with { Ttl = 60, State = _state }, Cancel);

        Time.Advance(TimeSpan.FromSeconds(59));
        (await ReadAsync("a")).ShouldNotBeNull();
        (await VisibleAsync()).ShouldBe(3);

        Time.Advance(TimeSpan.FromSeconds(2));
        (await ReadAsync("a")).ShouldBeNull();
        (await VisibleAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_expired_document_can_be_created_anew_but_not_replaced_or_deleted()
    {
        SkipWithOwnClock();
        var etag = await Store.TryCreateAsync(Leaves, New("a") with { Ttl = 60 }, Cancel);
        Time.Advance(TimeSpan.FromSeconds(61));

        (await Store.TryReplaceAsync(Leaves, New("a"), etag!, Cancel)).ShouldBeNull();
        (await Store.DeleteAsync(Leaves, _partition, "a", Cancel)).ShouldBeFalse();
        (await CommitAsync(new Write.Replace(New("a"), etag!))).ShouldBeFalse();
        (await Store.TryCreateAsync(Leaves, New("a") with { Text = "anew" }, Cancel)).ShouldNotBeNull();

        Time.Advance(TimeSpan.FromDays(3650));
        (await ReadAsync("a"))!.Value.Text.ShouldBe("anew");
    }

    [Fact]
    public async Task Every_write_starts_the_ttl_again_or_ends_it()
    {
        SkipWithOwnClock();
        var kept = await Store.TryCreateAsync(Leaves, New("kept") with { Ttl = 60 }, Cancel);
        await Store.TryCreateAsync(Leaves, New("renewed") with { Ttl = 60 }, Cancel);
        Time.Advance(TimeSpan.FromSeconds(40));
        await Store.TryReplaceAsync(Leaves, New("kept"), kept!, Cancel);
        await Store.UpsertAsync(Leaves, New("renewed") with { Ttl = 60 }, Cancel);

        Time.Advance(TimeSpan.FromSeconds(40));
        (await ReadAsync("kept")).ShouldNotBeNull();
        (await ReadAsync("renewed")).ShouldNotBeNull();

        Time.Advance(TimeSpan.FromSeconds(40));
        (await ReadAsync("kept")).ShouldNotBeNull();
        (await ReadAsync("renewed")).ShouldBeNull();
    }

    [Fact]
    public async Task A_ttl_of_many_years_does_not_overflow()
    {
        await Store.TryCreateAsync(Leaves, New("a") with { Ttl = int.MaxValue }, Cancel);

        (await ReadAsync("a")).ShouldNotBeNull();
    }

    /// <summary>In how many of a partition query, a field query and a scan the one document is seen.</summary>
    private async Task<int> VisibleAsync()
    {
        var partition = await AllAsync(new Query(Leaves) { PartitionKey = _partition });
        var field = await AllAsync(new Query(Leaves) { Where = [Is("state", _state)] });
        var scanned = 0;
        await foreach (var item in Store.ScanAsync<Leaf>(Leaves, 0, 1, Cancel))
        {
            scanned += item.Value.EmployeeId == _partition ? 1 : 0;
        }
        return partition.Count + field.Count + scanned;
    }

    private void SkipWithOwnClock() => Assert.SkipWhen(OwnClock is not null, OwnClock ?? "");
}
