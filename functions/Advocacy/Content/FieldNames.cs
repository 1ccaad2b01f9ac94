namespace Advocacy.Content;

/// <summary>What a misspelt field was meant to be.</summary>
internal static class FieldNames
{
    /// <summary>The known name at most two slips away, or of which one is the other's beginning; <c>null</c> where none is.</summary>
    public static string? Closest(string name, IReadOnlyList<string> known)
    {
        if (name.Length > 30)
        {
            return null;
        }
        var wanted = name.Trim().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var (closest, distance) = known
            .Select(candidate => (candidate, Distance(wanted.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .MinBy(pair => pair.Item2);
        if (distance <= 2 && distance < closest.Length - 1)
        {
            return closest;
        }
        return wanted.Length < 3
            ? null
            : known.FirstOrDefault(candidate =>
                candidate.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
                || wanted.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>Levenshtein's, with two rows.</summary>
    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.Length];
    }
}
