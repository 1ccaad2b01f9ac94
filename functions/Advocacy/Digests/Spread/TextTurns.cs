using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>Which text of a post is whose.</summary>
internal static class TextTurns
{
    /// <summary>
    /// The text that the unit was given least in this edition; of those one that it did not have in the last; of those an easy one for a
    /// colleague; and of those by a draw of the unit, so that units begin with different ones.
    /// </summary>
    public static int Next(SpreadPost post, Employee person, UnitCounts unit)
    {
        var best = -1;
        var bestKey = (Given: 0, LastWeek: false, Long: false, Draw: 0UL);
        var draw = Draws.Of(post.Draw, unit.Draw);
        foreach (var text in post.TextsFor(person.Language))
        {
            var place = post.FirstText + text;
            var key = (
                Given: unit.Texts[place],
                LastWeek: unit.LastWeek[place],
                Long: person.Archetype == Archetype.Colleague && !post.IsEasy(text),
                Draw: Draws.Of(draw, (ulong)text)
            );
            if (best < 0 || key.CompareTo(bestKey) < 0)
            {
                (best, bestKey) = (text, key);
            }
        }
        return best;
    }
}
