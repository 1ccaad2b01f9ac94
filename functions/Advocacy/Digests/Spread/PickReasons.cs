using Advocacy.Content;
using Advocacy.People;

namespace Advocacy.Digests.Spread;

/// <summary>Why a post is picked for somebody, in one word.</summary>
internal static class PickReasons
{
    /// <param name="text">The text that the person gets.</param>
    /// <param name="follows">True where the person follows one of the post's topics.</param>
    public static PickReason Of(SpreadPost post, int text, Employee person, bool follows) =>
        follows && person.Archetype == Archetype.Specialist ? PickReason.Field
        : post.Fresh && person.Archetype == Archetype.Enthusiast ? PickReason.Fresh
        : follows ? PickReason.Topic
        : post.Units.Length > 0 ? PickReason.Unit
        : post.Post.Priority == PostPriority.High ? PickReason.Important
        : post.IsEasy(text) && person.Archetype == Archetype.Colleague ? PickReason.Easy
        : PickReason.Company;
}
