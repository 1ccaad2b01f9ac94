namespace Advocacy.Programme.Pulse;

/// <summary>Turns counts into figures that are about nobody.</summary>
internal static class PulseGroups
{
    public const int SmallestGroup = 5;

    /// <summary>
    /// Answers that fewer than five gave are counted as one, together with the next rarest until they are five. So the sum stays exact, and no
    /// subtraction tells a smaller group.
    /// </summary>
    /// <param name="counts">Per answer.</param>
    /// <returns>In the order of the answers; empty where all together are fewer than five.</returns>
    public static IReadOnlyList<PulseGroup> Of(IReadOnlyList<int> counts)
    {
        if (counts.Sum() < SmallestGroup)
        {
            return [];
        }
        var rising = Enumerable.Range(0, counts.Count).OrderBy(answer => counts[answer]).ThenBy(answer => answer);
        var merged = new List<int>();
        var groups = new List<PulseGroup>();
        foreach (var answer in rising)
        {
            var together = merged.Sum(one => counts[one]);
            if (counts[answer] < SmallestGroup || (merged.Count > 0 && together < SmallestGroup))
            {
                merged.Add(answer);
            }
            else
            {
                groups.Add(new PulseGroup([answer], counts[answer]));
            }
        }
        if (merged.Count > 0)
        {
            groups.Add(new PulseGroup([.. merged.Order()], merged.Sum(one => counts[one])));
        }
        return [.. groups.OrderBy(group => group.Answers[0])];
    }
}
