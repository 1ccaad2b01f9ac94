using Advocacy.Platform.Store;

namespace Advocacy.Consent;

/// <summary>
/// Finds the few records whose lifetime a decision could not set at once: those of more events than a batch takes, whose writer died
/// between two batches, and those that ended before there were lifetimes.
/// </summary>
public sealed class ConsentRetention(IDocumentStore store, ConsentLedger ledger)
{
    /// <summary>Looks through all states; how many records were looked at more closely.</summary>
    public async Task<int> SettleAsync(CancellationToken cancellationToken = default)
    {
        var looked = 0;
        await foreach (
            var (state, _) in store.ScanAsync<CurrentConsent>(
                Containers.Consents,
                shard: 0,
                shards: 1,
                cancellationToken
            )
        )
        {
            if ((!state.AnyGiven && state.KeptUntil is null) || state.Sequence >= ConsentStore.MostEvents)
            {
                await ledger.SettleLifetimeAsync(state.EmployeeId, cancellationToken);
                looked++;
            }
        }
        return looked;
    }
}
