using System.Collections.Concurrent;
using Advocacy.Platform.Store;

namespace Advocacy.Digests.Spread;

/// <param name="Now">Of the edition; <c>null</c> where nothing was given yet.</param>
/// <param name="Before">Of the edition a week earlier.</param>
internal sealed record StoredUnit(Stored<UnitTally>? Now, UnitTally? Before);

/// <param name="Now">Of the edition; <c>null</c> where nothing was given yet.</param>
/// <param name="Before">Of the last edition before it that there was.</param>
internal sealed record StoredCompany(Stored<CompanyTally>? Now, CompanyTally? Before);

/// <summary>The tallies in the store: one small document for each edition and unit, and one for each edition.</summary>
internal sealed class SpreadTallies(IDocumentStore store, DigestOptions options)
{
    private CompanyTally? _before;

    public async Task<StoredCompany> CompanyAsync(string editionId, CancellationToken cancellationToken)
    {
        _before ??= await LastBeforeAsync(editionId, cancellationToken);
        var id = CompanyTally.IdOf(editionId);
        return new StoredCompany(
            await store.ReadAsync<CompanyTally>(Containers.Editions, id, id, cancellationToken),
            _before
        );
    }

    public async Task<StoredUnit> UnitAsync(string editionId, string unit, CancellationToken cancellationToken)
    {
        var now = UnitTally.IdOf(editionId, unit);
        var before = UnitTally.IdOf(WeeksBefore(editionId, 1), unit);
        return new StoredUnit(
            await store.ReadAsync<UnitTally>(Containers.Editions, now, now, cancellationToken),
            (await store.ReadAsync<UnitTally>(Containers.Editions, before, before, cancellationToken))?.Value
        );
    }

    public async Task<HourTally?> HourAsync(string editionId, string slot, CancellationToken cancellationToken)
    {
        var id = HourTally.IdOf(editionId, slot);
        return (await store.ReadAsync<HourTally>(Containers.Editions, id, id, cancellationToken))?.Value;
    }

    /// <summary>A run that met fewer people of the hour, as for one who comes late, knows less than what is stored.</summary>
    public async Task SaveHourAsync(HourTally tally, CancellationToken cancellationToken)
    {
        var stored = await HourAsync(tally.EditionId, tally.Slot, cancellationToken);
        if (stored is null || stored.Readers <= tally.Readers)
        {
            await store.UpsertAsync(Containers.Editions, tally, cancellationToken);
        }
    }

    public async Task<IReadOnlyDictionary<string, StoredUnit>> UnitsAsync(
        string editionId,
        IEnumerable<string> units,
        CancellationToken cancellationToken
    )
    {
        var stored = new ConcurrentDictionary<string, StoredUnit>();
        await StoreCalls.ForEachAsync(
            units,
            async (unit, ct) => stored[unit] = await UnitAsync(editionId, unit, ct),
            cancellationToken
        );
        return stored;
    }

    /// <summary><c>false</c> where somebody wrote it meanwhile.</summary>
    public async Task<bool> TrySaveAsync<T>(T tally, string? etag, CancellationToken cancellationToken)
        where T : Document =>
        etag is null
            ? await store.TryCreateAsync(Containers.Editions, tally, cancellationToken) is not null
            : await store.TryReplaceAsync(Containers.Editions, tally, etag, cancellationToken) is not null;

    /// <param name="stored">As it was read; read again where somebody wrote it meanwhile.</param>
    /// <param name="change">Adds to what is stored.</param>
    public async Task SaveCompanyAsync(
        Stored<CompanyTally>? stored,
        string editionId,
        Func<CompanyTally, CompanyTally> change,
        CancellationToken cancellationToken
    )
    {
        var id = CompanyTally.IdOf(editionId);
        var first = new CompanyTally
        {
            Id = id,
            EditionId = editionId,
            // As long as a post that it counts may be offered.
            Ttl = (options.OldestPostDays + 21) * 24 * 60 * 60,
        };
        // Parts of one run follow each other, so this is contended only where somebody comes late.
        while (!await TrySaveAsync(change(stored?.Value ?? first), stored?.ETag, cancellationToken))
        {
            stored = await store.ReadAsync<CompanyTally>(Containers.Editions, id, id, cancellationToken);
        }
    }

    public async Task ForgetAsync(
        string editionId,
        string unit,
        IReadOnlyList<string> deliveryIds,
        CancellationToken cancellationToken
    )
    {
        var id = UnitTally.IdOf(editionId, unit);
        await store.ChangeAsync<UnitTally>(
            Containers.Editions,
            id,
            id,
            tally =>
                deliveryIds.Any(tally.Waiting.ContainsKey)
                    ? tally with
                    {
                        Waiting = tally
                            .Waiting.ExceptBy(deliveryIds, waiting => waiting.Key)
                            .ToDictionary(waiting => waiting.Key, waiting => waiting.Value),
                    }
                    : null,
            cancellationToken
        );
    }

    public Task ForgetPartAsync(string editionId, string part, CancellationToken cancellationToken) =>
        store.ChangeAsync<CompanyTally>(
            Containers.Editions,
            CompanyTally.IdOf(editionId),
            CompanyTally.IdOf(editionId),
            tally => tally with { Parts = [.. tally.Parts.Where(one => one != part)] },
            cancellationToken
        );

    private async Task<CompanyTally?> LastBeforeAsync(string editionId, CancellationToken cancellationToken)
    {
        for (var weeks = 1; weeks <= (options.OldestPostDays / 7) + 1; weeks++)
        {
            var id = CompanyTally.IdOf(WeeksBefore(editionId, weeks));
            if (await store.ReadAsync<CompanyTally>(Containers.Editions, id, id, cancellationToken) is { } found)
            {
                return found.Value;
            }
        }
        return null;
    }

    private static string WeeksBefore(string editionId, int weeks) =>
        Edition.IdOf(Edition.MondayOf(editionId).AddDays(-7 * weeks));
}
