namespace Advocacy.Tests.Insights;

/// <summary>
/// Somebody who has every published figure of one count and knows which parts each is the sum of. They subtract what lies within another from it, add what does not overlap, and
/// go on with what they found. Knows nothing of how the figures were chosen.
/// </summary>
/// <param name="parts">The true count of each part, which the attacker is after.</param>
internal sealed class Attacker(IReadOnlyList<int> parts)
{
    private const int MostKnown = 3000;

    /// <summary>Sums that are known, by the parts that they are made of.</summary>
    public Dictionary<ulong, int> Known { get; } = [];

    public void Read(IEnumerable<int> of, int? shown)
    {
        var mask = of.Aggregate(0UL, (mask, part) => mask | (1UL << part));
        if (shown is { } figure && mask != 0)
        {
            Known[mask] = figure;
        }
    }

    /// <summary>Adds and subtracts until nothing new comes.</summary>
    public void Reason()
    {
        var todo = new Queue<ulong>(Known.Keys);
        while (todo.TryDequeue(out var a) && Known.Count < MostKnown)
        {
            foreach (var b in Known.Keys.ToList())
            {
                foreach (var (mask, sum) in Combine(a, b))
                {
                    if (mask != 0 && Known.TryAdd(mask, sum))
                    {
                        todo.Enqueue(mask);
                    }
                }
            }
        }
    }

    /// <summary>What the parts really come to.</summary>
    public int Truth(ulong mask) => parts.Index().Where(part => (mask >> part.Index & 1) == 1).Sum(part => part.Item);

    private IEnumerable<(ulong Mask, int Sum)> Combine(ulong a, ulong b)
    {
        if ((a & b) == b)
        {
            yield return (a & ~b, Known[a] - Known[b]);
        }
        if ((a & b) == a)
        {
            yield return (b & ~a, Known[b] - Known[a]);
        }
        if ((a & b) == 0)
        {
            yield return (a | b, Known[a] + Known[b]);
        }
    }
}
