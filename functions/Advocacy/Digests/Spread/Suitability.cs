using Advocacy.Content;
using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>The rules that look at one post and one person, and count nobody.</summary>
internal static class Suitability
{
    /// <summary>The first rule that speaks against it; <see cref="SpreadRule.Offered"/> where none does.</summary>
    /// <param name="reads">Whether the person reads the post's language.</param>
    /// <param name="topics">The person's.</param>
    /// <param name="follows">True where the person follows one of the post's topics: for a specialist, it is their field.</param>
    public static SpreadRule Of(SpreadPost post, Employee person, bool reads, string[] topics, out bool follows)
    {
        follows = Meet(post.Topics, topics);
        return post.Units.Length > 0 && !IsFor(post.Units, person.Unit) ? SpreadRule.OtherUnit
            : post.Archetypes.Length > 0 && !post.Archetypes.Contains(person.Archetype) ? SpreadRule.OtherArchetype
            : !reads ? SpreadRule.OtherLanguage
            : post.Topics.Length > 0 && topics.Length > 0 && !follows ? SpreadRule.OtherTopic
            : SpreadRule.Offered;
    }

    /// <summary>True where the person follows one of the post's topics.</summary>
    public static bool Follows(Post post, Employee person) => Meet([.. post.Topics], [.. person.Topics]);

    public static bool Reads(Employee person, string language) =>
        person.ReadsLanguages.Count > 0
            ? person.ReadsLanguages.Contains(language)
            : language == person.Language || language == "en";

    private static bool Meet(string[] left, string[] right)
    {
        // Loops and not LINQ: this runs for every person and post.
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one == other)
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>The comms team writes units by hand.</summary>
    private static bool IsFor(string[] units, string unit) =>
        Array.Exists(units, one => string.Equals(one, unit, StringComparison.OrdinalIgnoreCase));
}
