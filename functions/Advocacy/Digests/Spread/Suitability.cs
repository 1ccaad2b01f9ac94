using Advocacy.Content;
using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>The rules that look at one post and one person, and count nobody.</summary>
internal static class Suitability
{
    /// <summary>The first rule that speaks against it; <see cref="SpreadRule.Offered"/> where none does.</summary>
    public static SpreadRule Of(Post post, Employee person) =>
        !IsFor(post.ForUnits, person.Unit) ? SpreadRule.OtherUnit
        : post.ForArchetypes.Count > 0 && !post.ForArchetypes.Contains(person.Archetype) ? SpreadRule.OtherArchetype
        : !Reads(person, post.Language) ? SpreadRule.OtherLanguage
        : post.Topics.Count > 0 && person.Topics.Count > 0 && !Follows(post, person) ? SpreadRule.OtherTopic
        : SpreadRule.Offered;

    /// <summary>True where the person follows one of the post's topics: for a specialist, it is their field.</summary>
    public static bool Follows(Post post, Employee person)
    {
        // Loops and not LINQ: this runs for every person and post.
        for (var i = 0; i < post.Topics.Count; i++)
        {
            for (var j = 0; j < person.Topics.Count; j++)
            {
                if (post.Topics[i] == person.Topics[j])
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool IsFor(IReadOnlyList<string> units, string unit)
    {
        for (var i = 0; i < units.Count; i++)
        {
            // The comms team writes them by hand.
            if (string.Equals(units[i].Trim(), unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return units.Count == 0;
    }

    private static bool Reads(Employee person, string language) =>
        person.ReadsLanguages.Count > 0
            ? person.ReadsLanguages.Contains(language)
            : language == person.Language || language == "en";
}
