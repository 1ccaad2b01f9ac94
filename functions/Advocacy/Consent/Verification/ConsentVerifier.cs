using System.Collections.Concurrent;
using Advocacy.Platform.Store;

namespace Advocacy.Consent.Verification;

/// <summary>
/// Looks at every chain of a store: shard by shard, one person's record in memory at a time. Others may write meanwhile. It is about
/// the chains only; who may write to the store could still rewrite a whole one.
/// </summary>
public sealed class ConsentVerifier(IDocumentStore store, ConsentWordings wordings)
{
    /// <summary>The steps that progress is told in.</summary>
    public const int Shards = 64;

    /// <summary>The most breaks that are named: of a store that is broken throughout, the rest is counted.</summary>
    public const int MostNamed = 1_000;

    private const int ShardsAtATime = 8;

    /// <summary>Reads of one record before it is believed broken: whoever is fast enough to decide between them, each time, is not there.</summary>
    private const int MostTries = 5;

    /// <param name="progress">Told after each shard, from the thread that read it.</param>
    public async Task<ConsentVerification> VerifyAsync(
        Action? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var tally = new Tally();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Shards),
            new ParallelOptions { MaxDegreeOfParallelism = ShardsAtATime, CancellationToken = cancellationToken },
            async (shard, ct) =>
            {
                await VerifyShardAsync(shard, tally, ct);
                progress?.Invoke();
            }
        );
        return tally.Sum();
    }

    private async Task VerifyShardAsync(int shard, Tally tally, CancellationToken cancellationToken)
    {
        await foreach (
            var (state, _) in store.ScanAsync<AsStored.CurrentConsent>(
                Containers.Consents,
                shard,
                Shards,
                cancellationToken
            )
        )
        {
            await VerifyAsync(state.EmployeeId, tally, cancellationToken);
        }
        // And those whose state is gone, whom nothing above has met.
        var met = "";
        var orphans = new HashSet<string>();
        await foreach (
            var (one, _) in store.ScanAsync<AsStored.ConsentEvent>(
                Containers.Consents,
                shard,
                Shards,
                cancellationToken
            )
        )
        {
            if (one.EmployeeId == met)
            {
                continue;
            }
            met = one.EmployeeId;
            var state = await StateAsync(met, cancellationToken);
            if (state?.Value.EmployeeId != met && orphans.Add(met))
            {
                await VerifyAsync(met, tally, cancellationToken);
            }
        }
    }

    private async Task VerifyAsync(string employeeId, Tally tally, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var state = await StateAsync(employeeId, cancellationToken);
            var query = new Query(Containers.Consents) { PartitionKey = employeeId };
            var events = await store
                .QueryAllAsync<AsStored.ConsentEvent>(query, cancellationToken)
                .Select(stored => stored.Value)
                .ToListAsync(cancellationToken);
            if (state is null && events.Count == 0)
            {
                // Its lifetime ended between the scan and now.
                return;
            }
            var breaks = ChainCheck.Of(employeeId, state?.Value, events, wordings);
            // Every decision writes the state: where that is as it was, what was read belongs together.
            if (
                breaks.Count == 0
                || tries == MostTries
                || (await StateAsync(employeeId, cancellationToken))?.ETag == state?.ETag
            )
            {
                tally.Add(events, breaks);
                return;
            }
        }
    }

    private Task<Stored<AsStored.CurrentConsent>?> StateAsync(string employeeId, CancellationToken cancellationToken) =>
        store.ReadAsync<AsStored.CurrentConsent>(
            Containers.Consents,
            employeeId,
            CurrentConsent.CurrentId,
            cancellationToken
        );

    private sealed class Tally
    {
        private readonly ConcurrentQueue<ChainBreak> _named = [];
        private long _people;
        private long _events;
        private long _unchained;
        private long _peopleUnchained;
        private long _breaks;

        public void Add(List<AsStored.ConsentEvent> events, IReadOnlyCollection<ChainBreak> breaks)
        {
            var unchained = events.Count(one => one.Schema < ConsentChain.Schema);
            Interlocked.Increment(ref _people);
            Interlocked.Add(ref _events, events.Count);
            Interlocked.Add(ref _unchained, unchained);
            Interlocked.Add(ref _peopleUnchained, unchained > 0 ? 1 : 0);
            foreach (var one in breaks)
            {
                if (Interlocked.Increment(ref _breaks) <= MostNamed)
                {
                    _named.Enqueue(one);
                }
            }
        }

        public ConsentVerification Sum() => new(_people, _events, _unchained, _peopleUnchained, _breaks, [.. _named]);
    }
}
