using System.Collections.Concurrent;

namespace Advocacy.Digests.Holidays;

/// <summary>The days on which people in a country are not at work. A country that is not listed has none: its companies name their own.</summary>
public static class CountryHolidays
{
    private static readonly Dictionary<string, Func<int, IEnumerable<DateOnly>>> Countries = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["DK"] = Denmark.Of,
        ["SE"] = Sweden.Of,
        ["NO"] = Norway.Of,
        ["DE"] = Germany.Of,
        ["GB"] = England.Of,
        ["US"] = UnitedStates.Of,
    };

    private static readonly ConcurrentDictionary<(string Country, int Year), IReadOnlySet<DateOnly>> Known = [];

    /// <summary>In their order.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static IReadOnlyList<DateOnly> Of(string country, int year) => [.. SetOf(country, year).Order()];

    /// <inheritdoc cref="Of"/>
    public static bool Contains(string country, DateOnly date) => SetOf(country, date.Year).Contains(date);

    private static IReadOnlySet<DateOnly> SetOf(string country, int year) =>
        Countries.TryGetValue(country, out var days)
            ? Known.GetOrAdd(
                (country.ToUpperInvariant(), year),
                key => days(key.Year).Where(date => date.Year == key.Year).ToHashSet()
            )
            : new HashSet<DateOnly>();
}
