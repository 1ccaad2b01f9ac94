using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Tests.Local;

namespace Advocacy.Tests.EndToEnd;

/// <summary>The command that proves the ledger, on the sample company's data.</summary>
public sealed class ConsentVerifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_ledger_ends_with_0_and_a_changed_event_is_named_and_ends_with_1()
    {
        var week = await LocalProcess.RunAsync(_folder, "week", "--now", "2026-11-23T09:00+01:00", "--data", "data");
        week.Code.ShouldBe(0, week.Output + week.Errors);

        var whole = await LocalProcess.RunAsync(_folder, "consent", "verify", "--data", "data");
        whole.Code.ShouldBe(0, whole.Output + whole.Errors);
        whole.Output.ShouldContain("every chain is whole");

        var changed = await TamperAsync();

        var broken = await LocalProcess.RunAsync(_folder, "consent", "verify", "--data", "data");
        broken.Code.ShouldBe(1, broken.Output + broken.Errors);
        broken.Errors.ShouldBe($"{changed} event 1: Changed{Environment.NewLine}");
        broken.Output.ShouldContain("1 breaks");

        var json = await LocalProcess.RunAsync(_folder, "consent", "verify", "--data", "data", "--json");
        json.Code.ShouldBe(1, json.Output + json.Errors);
        using var result = JsonDocument.Parse(json.Output);
        result.RootElement.GetProperty("people").GetInt32().ShouldBeGreaterThan(30);
        var named = result.RootElement.GetProperty("breaks").EnumerateArray().ShouldHaveSingleItem();
        named.GetProperty("employeeId").GetString().ShouldBe(changed);
        named.GetProperty("sequence").GetInt32().ShouldBe(1);
        named.GetProperty("kind").GetString().ShouldBe("Changed");
    }

    [Theory]
    [InlineData("consent verify --data nowhere", "there is no data.")]
    [InlineData("consent verify --date data", "--date")]
    [InlineData("consent", "Required command was not provided.")]
    public async Task Wrong_arguments_are_named_and_end_with_2(string arguments, string named)
    {
        var run = await LocalProcess.RunAsync(_folder, arguments.Split(' '));

        run.Code.ShouldBe(2, run.Output + run.Errors);
        (run.Errors + run.Output).ShouldContain(named);
        Directory.Exists(Path.Combine(_folder.Path, "nowhere")).ShouldBeFalse("asking makes no data");
    }

    /// <summary>Gives somebody another channel in their first event; whose it was.</summary>
    private async Task<string> TamperAsync()
    {
        await using var file = new SqliteFile(Path.Combine(_folder.Path, "data", "advocacy.db"), TimeProvider.System);
        var store = new SqliteDocumentStore(file);
        var query = new Query(Containers.Consents);
        var first = await store
            .QueryAllAsync<ConsentEvent>(query, Cancel)
            .FirstAsync(stored => stored.Value.Sequence == 1, Cancel);
        await store.UpsertAsync(Containers.Consents, first.Value with { Channel = "by phone" }, Cancel);
        return first.Value.EmployeeId;
    }

    public void Dispose() => _folder.Dispose();
}
