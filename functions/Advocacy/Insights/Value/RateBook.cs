using System.Globalization;
using Advocacy.Platform.Store;

namespace Advocacy.Insights.Value;

/// <summary>Reads and sets what a click costs the company.</summary>
public sealed class RateBook(IDocumentStore store, TimeProvider time)
{
    /// <summary><c>null</c> where nobody has set any.</summary>
    public async Task<RateSets?> FindAsync(CancellationToken cancellationToken = default) =>
        (
            await store.ReadAsync<RateSets>(Containers.Programme, RateSets.TheId, RateSets.TheId, cancellationToken)
        )?.Value;

    /// <summary>Sets rates from the next Monday on; the first ones hold for all weeks before too. Setting the same again changes nothing.</summary>
    /// <param name="currency">ISO 4217.</param>
    /// <param name="perClick">By channel, 0 or more.</param>
    /// <param name="other">For every other channel, 0 or more.</param>
    /// <returns>The set that holds then.</returns>
    /// <exception cref="ArgumentException">The currency is no code, or a rate is below zero.</exception>
    public async Task<RateSet> SetAsync(
        string currency,
        IReadOnlyDictionary<string, decimal> perClick,
        decimal other,
        CancellationToken cancellationToken = default
    )
    {
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException(
                $"'{currency}' is no currency: three capital letters, for example DKK.",
                nameof(currency)
            );
        }
        if (perClick.Values.Append(other).Min() < 0)
        {
            throw new ArgumentException("A click cannot cost less than nothing.", nameof(perClick));
        }
        var since = Digests.Edition.MondayOf(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).AddDays(7);
        while (true)
        {
            var stored = await store.ReadAsync<RateSets>(
                Containers.Programme,
                RateSets.TheId,
                RateSets.TheId,
                cancellationToken
            );
            var sets = stored?.Value.Sets ?? [];
            var set = new RateSet(
                (sets.Count + 1).ToString(CultureInfo.InvariantCulture),
                currency,
                perClick,
                other,
                since
            );
            if (sets.Count > 0 && set.SaysAs(sets[^1]))
            {
                return sets[^1];
            }
            var changed = new RateSets { Id = RateSets.TheId, Sets = [.. sets, set] };
            var written = stored is null
                ? await store.TryCreateAsync(Containers.Programme, changed, cancellationToken)
                : await store.TryReplaceAsync(Containers.Programme, changed, stored.ETag, cancellationToken);
            if (written is not null)
            {
                return set;
            }
        }
    }
}
