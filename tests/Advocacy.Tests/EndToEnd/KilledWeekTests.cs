using Advocacy.Digests;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Tests.Local;
using Microsoft.Data.Sqlite;

namespace Advocacy.Tests.EndToEnd;

/// <summary>
/// Kills a week's run at several points and lets it finish. What it comes to in the end is compared with a run that nobody
/// disturbed: the same people, one mail each.
/// </summary>
public sealed class KilledWeekTests : IDisposable
{
    private const int People = 1500;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_any_number_of_kills_everyone_has_one_digest_and_nobody_two()
    {
        (
            await LocalProcess.RunAsync(_folder, "roster", "--generate", $"{People}", "--out", "people.csv")
        ).Code.ShouldBe(0);
        (await Week("calm").EndAsync()).Code.ShouldBe(0);
        var expected = Addresses("calm");
        expected.Count.ShouldBeInRange(People / 2, People);
        // The same secrets: the same ids, and so the same choices.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "data"));
        File.Copy(
            Path.Combine(_folder.Path, "calm", "secrets.json"),
            Path.Combine(_folder.Path, "data", "secrets.json")
        );

        var random = new Random(20261123);
        await KillWhenAsync(local => File.Exists(Path.Combine(_folder.Path, "data", "advocacy.db")));
        await KillWhenAsync(local => local.Output.Contains("People", StringComparison.Ordinal));
        await KillWhenAsync(local => local.Output.Contains("Tone", StringComparison.Ordinal));
        for (var part = 1; part <= 3; part++)
        {
            var mails = random.Next(expected.Count * (part - 1) / 4, expected.Count * part / 4);
            await KillWhenAsync(_ => Mails("data").Length > mails);
        }
        Mails("data").Length.ShouldBeLessThan(expected.Count);
        var end = await Week("data").EndAsync();

        end.Code.ShouldBe(0, end.Output + end.Errors);
        Addresses("data").ShouldBe(expected);
        (await StatesAsync()).ShouldBe([(DeliveryState.Sent, expected.Count)]);
        Ask("PRAGMA integrity_check").ShouldBe("ok");
        Ask("SELECT count(*) FROM queue_messages").ShouldBe(0L);
    }

    public void Dispose() => _folder.Dispose();

    private LocalProcess Week(string data) =>
        LocalProcess.Start(
            _folder,
            "week",
            "--now",
            "2026-11-23T09:00+01:00",
            "--roster",
            "people.csv",
            "--company",
            LocalProcess.Sample,
            "--data",
            data
        );

    private async Task KillWhenAsync(Func<LocalProcess, bool> isSo)
    {
        await using var local = Week("data");
        await local.UntilAsync(() => isSo(local));
        await local.KillAsync();
    }

    private string[] Mails(string data)
    {
        var outbox = Path.Combine(_folder.Path, data, "outbox");
        return Directory.Exists(outbox) ? Directory.GetFiles(outbox, "*.eml") : [];
    }

    /// <summary>To whom each mail goes, in order; twice where there are two.</summary>
    private List<string> Addresses(string data) =>
        [
            .. Mails(data)
                .Select(file =>
                    File.ReadLines(file).First(line => line.StartsWith("To:", StringComparison.OrdinalIgnoreCase))
                )
                .Order(StringComparer.Ordinal),
        ];

    private async Task<IReadOnlyList<(DeliveryState, int)>> StatesAsync()
    {
        await using var file = new SqliteFile(Database, TimeProvider.System);
        var states = await new SqliteDocumentStore(file)
            .QueryAllAsync<Delivery>(new Query(Containers.Deliveries) { PageSize = 1000 }, Cancel)
            .Select(item => item.Value.State)
            .ToListAsync(Cancel);
        return [.. states.CountBy(state => state).Select(count => (count.Key, count.Value))];
    }

    private string Database => Path.Combine(_folder.Path, "data", "advocacy.db");

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
