using Advocacy.Platform.Queue;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform.Store;

namespace Advocacy.Tests.Platform.Sqlite;

/// <summary>
/// The process that <see cref="CrashTests"/> kills: eight callers write documents and messages as fast as they can. Each line on
/// standard output says what is about to be done with a message (<c>try</c>) or what was acknowledged.
/// </summary>
internal static class CrashWriter
{
    public const string Command = "crash-writer";
    public const string Queue = "crash";
    public const string Partition = "p";
    private const int Callers = 8;

    public static async Task<int> RunAsync(string path, string run)
    {
        await using var file = new SqliteFile(path, TimeProvider.System);
        // Whoever ends first met an error (the test has gone, so has its end of the pipe): end the process with it.
        await await Task.WhenAny(
            Enumerable.Range(0, Callers).Select(i => Task.Run(() => LoopAsync(file, $"{run}-{i}")))
        );
        return 1;
    }

    private static async Task LoopAsync(SqliteFile file, string caller)
    {
        var store = new SqliteDocumentStore(file);
        var queue = new SqliteWorkQueue(file);
        for (var i = 0; ; i++)
        {
            var name = $"{caller}-{i}";
            await store.TryCreateAsync(Containers.Deliveries, New(name), default);
            Say("document", name);

            await store.TryCommitAsync(
                Containers.Deliveries,
                Partition,
                [new Write.Create(New($"{name}-x")), new Write.Create(New($"{name}-y"))]
            );
            Say("batch", name);

            await store.UpsertAsync(Containers.Deliveries, New($"{caller}-count") with { Number = i });
            Say($"count {caller}", $"{i}");

            await queue.EnqueueAsync(Queue, [$"{name}-0", $"{name}-1", $"{name}-2"]);
            Say("sent", name);

            foreach (var item in await queue.ReceiveAsync(Queue, 3, TimeSpan.FromMinutes(5)))
            {
                await SettleAsync(queue, item);
            }
        }
    }

    private static async Task SettleAsync(SqliteWorkQueue queue, QueueItem item)
    {
        switch (item.Body[^1])
        {
            case '0':
                Say("try", item.Body);
                await queue.CompleteAsync(item);
                Say("done", item.Body);
                break;
            case '1':
                await queue.MoveToPoisonAsync(item);
                Say("poisoned", item.Body);
                break;
            default:
                await queue.ReleaseAsync(item, TimeSpan.FromSeconds(30));
                break;
        }
    }

    private static Leaf New(string id) =>
        new()
        {
            Id = id,
            EmployeeId = Partition,
            State = "Planned",
            Text = id,
        };

    private static void Say(string what, string name) => Console.Out.WriteLine($"{what} {name}");
}
