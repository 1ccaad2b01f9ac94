using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Store;
using Microsoft.Data.Sqlite;

namespace Advocacy.Tests.Platform.Sqlite;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();
    private readonly SqliteFile _file;
    private readonly SqliteDocumentStore _store;

    public SqliteWriterTests()
    {
        _file = new SqliteFile(_folder.File, TimeProvider.System);
        _store = new SqliteDocumentStore(_file);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_write_that_throws_takes_back_its_own_changes_and_not_its_neighbours()
    {
        // The first write holds the loop until the others wait behind it, so that all share one transaction.
        using var go = new ManualResetEventSlim();
        var before = _file.Writer.WriteAsync(
            _ =>
            {
                go.Wait(Cancel);
                return true;
            },
            Cancel
        );
        var first = CreateAsync("first");
        var failing = _file.Writer.WriteAsync(
            writer =>
                writer.Atomically(inner =>
                {
                    inner.Session.Execute("DELETE FROM deliveries");
                    throw new InvalidOperationException("half way");
                }),
            Cancel
        );
        var last = CreateAsync("last");
        go.Set();

        await before;
        (await Should.ThrowAsync<InvalidOperationException>(() => failing)).Message.ShouldBe("half way");
        (await first).ShouldNotBeNull();
        (await last).ShouldNotBeNull();
        _folder.Ask("SELECT count(*) FROM deliveries").ShouldBe(2L);
    }

    [Fact]
    public async Task A_lost_transaction_fails_everyone_in_it_and_the_next_one_works()
    {
        using var go = new ManualResetEventSlim();
        var before = _file.Writer.WriteAsync(
            _ =>
            {
                go.Wait(Cancel);
                return true;
            },
            Cancel
        );
        var first = CreateAsync("first");
        // As SQLite does by itself where the disk is full.
        var lost = _file.Writer.WriteAsync(writer => writer.Session.Execute("ROLLBACK"), Cancel);
        var last = CreateAsync("last");
        go.Set();
        await Task.WhenAny(Task.WhenAll(before, first, lost, last));

        // Whatever was told to have succeeded is there, and the others are not.
        foreach (var (id, task) in (IEnumerable<(string, Task<string?>)>)[("first", first), ("last", last)])
        {
            (await _store.ReadAsync<Leaf>(Containers.Deliveries, "p", id, Cancel) is not null).ShouldBe(
                task.IsCompletedSuccessfully,
                id
            );
        }
        (await Should.ThrowAsync<IOException>(() => lost)).Message.ShouldContain("gave up");
        (await CreateAsync("after")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_full_disk_fails_the_writes_that_met_it_and_room_made_later_is_used()
    {
        await _file.Writer.WriteAsync(
            writer => writer.Session.ReadLong("PRAGMA max_page_count = 1"), // SQLite takes it as "no page more".
            Cancel
        );
        var writes = Enumerable.Range(0, 200).Select(i => (Id: $"{i}", Task: CreateAsync($"{i}"))).ToList();
        await Task.WhenAny(Task.WhenAll(writes.Select(write => write.Task)));

        writes.ShouldContain(write => write.Task.IsFaulted);
        foreach (var (id, task) in writes)
        {
            (await _store.ReadAsync<Leaf>(Containers.Deliveries, "p", id, Cancel) is not null).ShouldBe(
                task.IsCompletedSuccessfully,
                id
            );
        }
        await _file.Writer.WriteAsync(writer => writer.Session.ReadLong("PRAGMA max_page_count = 100000"), Cancel);
        (await CreateAsync("after")).ShouldNotBeNull();
        _folder.Ask("PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    public async Task While_another_process_keeps_the_lock_writes_fail_and_reads_go_on()
    {
        await using var impatient = new SqliteFile(
            _folder.File,
            TimeProvider.System,
            Containers.All,
            TimeSpan.FromMilliseconds(1)
        );
        await CreateAsync("a");
        using var connection = _folder.Connect();
        await using (connection.BeginTransaction(deferred: false))
        {
            var store = new SqliteDocumentStore(impatient);
            await Should.ThrowAsync<SqliteException>(() => store.UpsertAsync(Containers.Deliveries, Leaf("b"), Cancel));
            (await store.ReadAsync<Leaf>(Containers.Deliveries, "p", "a", Cancel)).ShouldNotBeNull();
        }
        (await CreateAsync("b")).ShouldNotBeNull();
    }

    [Fact]
    public async Task More_writes_than_one_group_takes_all_arrive()
    {
        var etags = await Task.WhenAll(Enumerable.Range(0, 6000).Select(i => CreateAsync($"{i}")));

        etags.ShouldNotContain((string?)null);
        etags.ShouldBeUnique();
        _folder.Ask("SELECT count(*) FROM deliveries").ShouldBe(6000L);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Leaf Leaf(string id) => new() { Id = id, EmployeeId = "p" };

    private Task<string?> CreateAsync(string id) => _store.TryCreateAsync(Containers.Deliveries, Leaf(id), Cancel);
}
