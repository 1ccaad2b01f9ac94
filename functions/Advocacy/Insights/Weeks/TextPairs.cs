using System.Runtime.InteropServices;
using Advocacy.Digests.Spread;

namespace Advocacy.Insights.Weeks;

/// <summary>How various the texts were that people of the same unit were given.</summary>
/// <param name="Pairs">Of two people of a unit who were given the same post.</param>
/// <param name="SameText">Of them, those with the same text.</param>
/// <param name="Bound">The fewest that these could be with the texts that the post had in the edition (Digests/Spread/README.md).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextPairs(long Pairs, long SameText, long Bound)
{
    public static TextPairs Of(IReadOnlyCollection<UnitTally> units)
    {
        var texts = units
            .SelectMany(unit => unit.Posts)
            .GroupBy(post => post.Key, post => post.Value.Texts.Keys)
            .ToDictionary(post => post.Key, post => post.SelectMany(ids => ids).Distinct().Count());
        var sum = default(TextPairs);
        foreach (var (id, given) in units.SelectMany(unit => unit.Posts))
        {
            long people = given.Texts.Values.Sum();
            sum = new TextPairs(
                sum.Pairs + Of(people),
                sum.SameText + given.Texts.Values.Sum(heap => Of(heap)),
                sum.Bound + Fewest(people, texts[id])
            );
        }
        return sum;
    }

    /// <summary>Heaps that differ by one at most.</summary>
    private static long Fewest(long people, long heaps) =>
        heaps == 0
            ? 0
            : (people % heaps * Of((people / heaps) + 1)) + ((heaps - (people % heaps)) * Of(people / heaps));

    private static long Of(long people) => people * (people - 1) / 2;
}
