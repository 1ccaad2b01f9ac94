using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Store;

namespace Advocacy.Tests.Platform.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private static readonly Container Bare = new("trees", "/employeeId");
    private static readonly Container Indexed = new("trees", "/employeeId", "state", "number");

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_folder_and_the_file_are_created_and_say_which_format_they_have()
    {
        await using (new SqliteFile(_folder.File, TimeProvider.System)) { }

        _folder.Ask("PRAGMA user_version").ShouldBe((long)SqliteSchema.Version);
        _folder.Ask("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task Closing_folds_the_log_into_the_file_and_lets_go_of_it()
    {
        await using (var file = new SqliteFile(_folder.File, TimeProvider.System))
        {
            var store = new SqliteDocumentStore(file);
            await store.UpsertAsync(Containers.Deliveries, Leaf("a"), Cancel);
            (await store.ReadAsync<Leaf>(Containers.Deliveries, "p", "a", Cancel)).ShouldNotBeNull();
        }

        File.Exists(_folder.File + "-wal").ShouldBeFalse();
        _folder.Ask("SELECT count(*) FROM deliveries").ShouldBe(1L);
    }

    [Fact]
    public async Task Writes_that_wait_are_finished_when_the_file_is_closed_and_later_ones_refused()
    {
        var file = new SqliteFile(_folder.File, TimeProvider.System);
        var store = new SqliteDocumentStore(file);
        var writes = Enumerable
            .Range(0, 500)
            .Select(i => store.TryCreateAsync(Containers.Deliveries, Leaf($"{i}"), Cancel))
            .ToList();

        await file.DisposeAsync();
        await file.DisposeAsync();

        (await Task.WhenAll(writes)).ShouldAllBe(etag => etag != null);
        await Should.ThrowAsync<ObjectDisposedException>(() =>
            store.TryCreateAsync(Containers.Deliveries, Leaf("late"), Cancel)
        );
        await Should.ThrowAsync<ObjectDisposedException>(() =>
            store.ReadAsync<Leaf>(Containers.Deliveries, "p", "1", Cancel)
        );
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        await using (new SqliteFile(_folder.File, TimeProvider.System)) { }
        _folder.Ask("PRAGMA user_version = 99");

        Refusal().ShouldContain("newer version");
        _folder.Ask("PRAGMA user_version").ShouldBe(99L);
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        _folder.Ask("CREATE TABLE songs (title TEXT)");

        Refusal().ShouldContain("another program's database");
        _folder.Ask("SELECT count(*) FROM sqlite_schema").ShouldBe(1L);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        _folder.Connect().Dispose();
        File.WriteAllText(_folder.File, new string('x', 5000));

        Refusal().ShouldContain("no database");
        File.ReadAllText(_folder.File).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public void A_file_that_another_process_holds_is_named()
    {
        using var connection = _folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (x)";
        command.ExecuteNonQuery();

        Refusal().ShouldContain("another process holds it");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        _folder.Connect().Dispose();
        File.WriteAllText(_folder.File, "a file where the folder should be");
        var inside = Path.Combine(_folder.File, "inside", "advocacy.db");

        Should.Throw<IOException>(() => new SqliteFile(inside, TimeProvider.System)).Message.ShouldContain(inside);
    }

    [Fact]
    public void A_folder_in_the_files_place_is_named()
    {
        Directory.CreateDirectory(_folder.File);

        Refusal().ShouldContain("may not write it");
    }

    [Fact]
    public async Task A_second_process_may_write_between_the_firsts_transactions()
    {
        // Two files in one process stand for the running host and a command beside it.
        await using var host = new SqliteFile(_folder.File, TimeProvider.System);
        await using var command = new SqliteFile(_folder.File, TimeProvider.System);
        SqliteDocumentStore[] stores = [new(host), new(command)];

        var etags = await Task.WhenAll(
            Enumerable
                .Range(0, 400)
                .Select(i => stores[i % 2].TryCreateAsync(Containers.Deliveries, Leaf($"{i}"), Cancel))
        );

        etags.ShouldBeUnique();
        etags.ShouldNotContain((string?)null);
        (await stores[1].ReadAsync<Leaf>(Containers.Deliveries, "p", "0", Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_field_that_is_indexed_later_is_filled_from_the_documents()
    {
        await using (var file = Open(Bare))
        {
            var store = new SqliteDocumentStore(file);
            await store.UpsertAsync(Bare, Leaf("old") with { State = "Å'\"s", Number = 5 }, Cancel);
            await store.UpsertAsync(Bare, Leaf("none") with { Number = 6 }, Cancel);
        }
        await using var reopened = Open(Indexed);
        var again = new SqliteDocumentStore(reopened);
        await again.UpsertAsync(Indexed, Leaf("new") with { State = "Å'\"s", Number = 7 }, Cancel);

        (await IdsAsync(again, new Condition("state", Comparison.Equal, "Å'\"s"))).ShouldBe(["new", "old"]);
        (await IdsAsync(again, new Condition("state", Comparison.AtLeast, ""))).ShouldBe(["new", "old"]);
        (await IdsAsync(again, new Condition("number", Comparison.Equal, "5"))).ShouldBe(["old"]);
        (await IdsAsync(again, new Condition("number", Comparison.Equal, "7"))).ShouldBe(["new"]);
    }

    [Theory]
    [InlineData("trees; DROP TABLE posts", "state")]
    [InlineData("", "state")]
    [InlineData("trees", "sta te")]
    public void A_name_that_cannot_stand_in_a_statement_is_refused(string container, string field) =>
        Should.Throw<ArgumentException>(() => Open(new Container(container, "/id", field)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SqliteFile Open(Container container) =>
        new(_folder.File, TimeProvider.System, [container], TimeSpan.FromSeconds(5));

    private static Leaf Leaf(string id) => new() { Id = id, EmployeeId = "p" };

    private string Refusal()
    {
        var error = Should.Throw<IOException>(() =>
            new SqliteFile(_folder.File, TimeProvider.System, Containers.All, TimeSpan.Zero)
        );
        error.Message.ShouldContain(_folder.File);
        return error.Message;
    }

    private static async Task<IEnumerable<string>> IdsAsync(SqliteDocumentStore store, Condition condition)
    {
        var page = await store.QueryAsync<Leaf>(new Query(Indexed) { Where = [condition] }, Cancel);
        return page.Items.Select(item => item.Value.Id).Order(StringComparer.Ordinal);
    }
}
