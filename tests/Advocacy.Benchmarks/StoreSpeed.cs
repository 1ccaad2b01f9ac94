using Advocacy.Platform;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Advocacy.Benchmarks;

/// <summary>
/// The embedded store and queue, 64 callers at once, on documents of about 300 bytes with two indexed fields. Times and memory are
/// per operation: 25 µs mean 40,000 a second.
/// </summary>
[Config(typeof(Settings))]
[MemoryDiagnoser]
public class StoreSpeed : IAsyncDisposable
{
    private const int Callers = 64;
    private const int Operations = 64_000;
    private const int Batch = 16;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"advocacy-{Ids.New()}");
    private readonly Item[] _items =
    [
        .. Enumerable
            .Range(0, Operations)
            .Select(i => new Item
            {
                Id = Ids.New(),
                EmployeeId = Ids.Of($"{i}"),
                State = i % 3 == 0 ? "Planned" : "Sent",
                EditionId = $"2026-W{10 + (i * 40L / Operations)}",
                Text = new string('x', 120),
            }),
    ];
    private SqliteFile _file = null!;
    private SqliteDocumentStore _store = null!;
    private SqliteWorkQueue _queue = null!;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _file = new SqliteFile(Path.Combine(_folder, "advocacy.db"), TimeProvider.System);
        _store = new SqliteDocumentStore(_file);
        _queue = new SqliteWorkQueue(_file);
        await UpsertsAsync();
        // What receiving must not look through.
        await _queue.EnqueueAsync("digests", [.. Enumerable.Range(0, 100_000).Select(i => $"waiting {i}")]);
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public Task CreatesAsync() =>
        ForEachAsync(i => _store.TryCreateAsync(Containers.Deliveries, _items[i] with { Id = Ids.New() }));

    [Benchmark(OperationsPerInvoke = Operations)]
    public Task UpsertsAsync() => ForEachAsync(i => _store.UpsertAsync(Containers.Deliveries, _items[i]));

    [Benchmark(OperationsPerInvoke = Operations)]
    public Task ReadsAsync() =>
        ForEachAsync(i => _store.ReadAsync<Item>(Containers.Deliveries, _items[i].EmployeeId, _items[i].Id));

    /// <summary>A consent event with the current state beside it: two documents in one atomic batch.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public Task BatchesOfTwoAsync() =>
        ForEachAsync(i =>
            _store.TryCommitAsync(
                Containers.Consents,
                _items[i].EmployeeId,
                [new Write.Create(_items[i] with { Id = Ids.New() }), new Write.Upsert(_items[i])]
            )
        );

    /// <summary>Each message enqueued by itself, received sixteen at a time out of 100,000 and completed by itself.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task QueueRoundTripsAsync()
    {
        await ForEachAsync(i => _queue.EnqueueAsync("digests", [_items[i].Id]));
        await ForEachAsync(
            async _ =>
            {
                foreach (var item in await _queue.ReceiveAsync("digests", Batch, TimeSpan.FromMinutes(5)))
                {
                    await _queue.CompleteAsync(item);
                }
            },
            Operations / Batch
        );
    }

    private static Task ForEachAsync(Func<int, Task> operation, int count = Operations)
    {
        var next = -1;
        return Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (int i; (i = Interlocked.Increment(ref next)) < count; )
                        {
                            await operation(i);
                        }
                    })
                )
        );
    }

    public sealed record Item : Document
    {
        public override string PartitionKey => EmployeeId;

        public required string EmployeeId { get; init; }
        public required string State { get; init; }
        public required string EditionId { get; init; }
        public required string Text { get; init; }
    }

    /// <summary>In this process (the file stays open between rounds), a few rounds of a second or so.</summary>
    private sealed class Settings : ManualConfig
    {
        public Settings() =>
            AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithStrategy(RunStrategy.Monitoring)
                    .WithWarmupCount(1)
                    .WithIterationCount(5)
                    .WithInvocationCount(1)
                    .WithUnrollFactor(1)
            );
    }
}
