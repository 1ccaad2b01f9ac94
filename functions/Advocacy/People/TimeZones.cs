using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Advocacy.People;

/// <summary>IANA time zones by the names that people write.</summary>
internal static class TimeZones
{
    /// <summary>Wrong names, each of them remembered; whoever has more of them is helped no further by suggestions.</summary>
    private const int MostRemembered = 1_000;

    private static readonly ConcurrentDictionary<string, string?> s_nearest = new(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyList<string>> s_known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id)]
    );

    private static readonly Lazy<Dictionary<string, string>> s_byName = new(() =>
        s_known
            .Value.Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(id => id, StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Names to offer somebody: those of their own part of the world, and <paramref name="others"/>; in ordinal order.</summary>
    public static IReadOnlyList<string> Near(string zone, IEnumerable<string> others)
    {
        var region = zone[..(zone.IndexOf('/', StringComparison.Ordinal) + 1)];
        return
        [
            .. s_known
                .Value.Where(known => region.Length > 0 && known.StartsWith(region, StringComparison.Ordinal))
                .Concat(others)
                .Append(zone)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Finds a zone by its IANA name, whatever its case.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        // Old names ("Asia/Calcutta") are valid without being listed; a Windows name is found too, but is no IANA name.
        var id = s_byName.Value.GetValueOrDefault(name, name);
        if (id.Length is > 0 and <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone) && zone.HasIanaId)
        {
            return true;
        }
        zone = null;
        return false;
    }

    /// <summary>The zone that was probably meant, or <c>null</c>.</summary>
    public static string? Nearest(string name)
    {
        // A whole column of a file is often wrong in one way, and comparing with every zone takes a while.
        if (s_nearest.TryGetValue(name, out var known))
        {
            return known;
        }
        return s_nearest.Count >= MostRemembered ? null : s_nearest.GetOrAdd(name, Search);
    }

    private static string? Search(string name)
    {
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, "DK", out var iana))
        {
            return iana;
        }
        if (name.Length is 0 or > 64)
        {
            return null;
        }
        var (id, distance) = s_known
            .Value.Select(known => (Id: known, Distance: Distance(name, known)))
            .Append((Id: "", Distance: int.MaxValue))
            .MinBy(candidate => candidate.Distance);
        return distance <= 1 + (name.Length / 5) ? id : null;
    }

    /// <summary>Letters to change, insert or leave out (Levenshtein); a city without its continent counts from the city.</summary>
    private static int Distance(string written, string known)
    {
        var city = known[(known.LastIndexOf('/') + 1)..];
        return Math.Min(
            Edits(written, known),
            written.Contains('/', StringComparison.Ordinal) ? int.MaxValue : Edits(written, city)
        );
    }

    private static int Edits(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var change = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
