using System.Diagnostics;
using System.Globalization;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Sqlite;

/// <summary>A process that is killed with SIGKILL at any moment loses nothing that it was told is written, and leaves nothing half done.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 6;

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_done()
    {
        var random = new Random(2026);
        var counts = new Dictionary<string, int>();
        var documents = new List<string>();
        for (var run = 0; run < Kills; run++)
        {
            // Early kills hit the creation of the tables, late ones the folding of the log into the file.
            var said = await KillAfterAsync(run.ToString(CultureInfo.InvariantCulture), random.Next(1, 6000));
            foreach (var (caller, count) in said["count"].Select(Split))
            {
                counts[caller] = Math.Max(
                    counts.GetValueOrDefault(caller),
                    int.Parse(count, CultureInfo.InvariantCulture)
                );
            }
            documents.AddRange(said["document"]);
            documents.AddRange(said["batch"].SelectMany(name => (string[])[$"{name}-x", $"{name}-y"]));

            _folder.Ask("PRAGMA integrity_check").ShouldBe("ok");
            await using var file = new SqliteFile(_folder.File, InAnHour());
            await CheckDocumentsAsync(new SqliteDocumentStore(file), documents, counts);
            await CheckMessagesAsync(new SqliteWorkQueue(file), said);
        }
        documents.Count.ShouldBeGreaterThan(Kills);
    }

    private static async Task CheckDocumentsAsync(
        SqliteDocumentStore store,
        List<string> acknowledged,
        Dictionary<string, int> counts
    )
    {
        var found = new Dictionary<string, Leaf>();
        await foreach (
            var item in store.QueryAllAsync<Leaf>(
                new Query(Containers.Deliveries) { PartitionKey = CrashWriter.Partition, PageSize = 1000 },
                Cancel
            )
        )
        {
            item.Value.Text.ShouldBe(item.Value.Id);
            found.Add(item.Value.Id, item.Value);
        }
        acknowledged.Where(id => !found.ContainsKey(id)).ShouldBeEmpty();
        found.Keys.Where(id => id.EndsWith('x') && !found.ContainsKey(id[..^1] + 'y')).ShouldBeEmpty();
        found.Keys.Where(id => id.EndsWith('y') && !found.ContainsKey(id[..^1] + 'x')).ShouldBeEmpty();
        counts.Where(count => found[$"{count.Key}-count"].Number < count.Value).ShouldBeEmpty();
        // The index says the same as the rows.
        var indexed = await store
            .QueryAllAsync<Leaf>(
                new Query(Containers.Deliveries)
                {
                    Where = [new Condition("state", Comparison.Equal, "Planned")],
                    PageSize = 1000,
                },
                Cancel
            )
            .CountAsync(Cancel);
        indexed.ShouldBe(found.Count);
    }

    private static async Task CheckMessagesAsync(SqliteWorkQueue queue, ILookup<string, string> said)
    {
        var waiting = await DrainAsync(queue, CrashWriter.Queue);
        var poisoned = await DrainAsync(queue, Queues.PoisonOf(CrashWriter.Queue));

        // In one queue, once; and of each call's messages all or none, but for those that were about to be completed.
        waiting.Concat(poisoned).ShouldBeUnique();
        var standing = waiting.Concat(poisoned).Concat(said["try"]).ToHashSet();
        var calls = said["sent"].Concat(standing.Select(body => body[..^2])).Distinct();
        calls
            .SelectMany(call => (string[])[$"{call}-0", $"{call}-1", $"{call}-2"])
            .Where(body => !standing.Contains(body))
            .ShouldBeEmpty();
        said["done"].Intersect(waiting.Concat(poisoned)).ShouldBeEmpty();
        said["poisoned"].Except(poisoned).ShouldBeEmpty();
    }

    private static async Task<List<string>> DrainAsync(SqliteWorkQueue queue, string name)
    {
        var bodies = new List<string>();
        while (await queue.ReceiveAsync(name, 32, TimeSpan.FromDays(1), Cancel) is { Count: > 0 } items)
        {
            bodies.AddRange(items.Select(item => item.Body));
            await Task.WhenAll(items.Select(item => queue.CompleteAsync(item, Cancel)));
        }
        return bodies;
    }

    /// <summary>What the process said before it was killed at its line <paramref name="lines"/>, by its first word.</summary>
    private async Task<ILookup<string, string>> KillAfterAsync(string run, int lines)
    {
        var program = Path.Combine(
            AppContext.BaseDirectory,
            "Advocacy.Tests" + (OperatingSystem.IsWindows() ? ".exe" : "")
        );
        var start = new ProcessStartInfo(program, [CrashWriter.Command, _folder.File, run])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = new List<string>();
        try
        {
            while (said.Count < lines)
            {
                said.Add(
                    (await process.StandardOutput.ReadLineAsync(Cancel)).ShouldNotBeNull("The writer ended by itself.")
                );
            }
        }
        finally
        {
            process.Kill();
        }
        // What was still in the pipe was said as well; only the last line may be cut.
        var rest = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        said.AddRange(rest.Split('\n', StringSplitOptions.TrimEntries)[..^1]);
        return said.Select(Split).ToLookup(line => line.Verb, line => line.Name);
    }

    private static (string Verb, string Name) Split(string line) =>
        line.IndexOf(' ', StringComparison.Ordinal) is var space and > 0
            ? (line[..space], line[(space + 1)..])
            : (line, "");

    // Later than every message is hidden.
    private static FakeTimeProvider InAnHour() => new(TimeProvider.System.GetUtcNow().AddHours(1));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
