using System.Globalization;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.Local.Weeks;
using Advocacy.People;

namespace Advocacy.Local.Explain;

/// <summary>Verdicts in the words of a comms lead.</summary>
internal static class ExplainWords
{
    /// <summary>Of the digest as a whole.</summary>
    public static string Of(SpreadExplanation explanation) =>
        (explanation.Skip, explanation.Delivery) switch
        {
            (_, { } delivery) => Text(
                $"Their digest was planned {Instant(delivery.PlannedAt)} with {delivery.Picks.Count} posts, and is {delivery.State}. The numbers are of what others have by now."
            ),
            (null, _) => Text(
                $"No digest was planned for them in this week. What follows is what it would be with what others have so far ({Instant(explanation.At)})."
            ),
            ({ } skip, _) => Text(
                $"No digest for them in this week: {Summaries.Word(skip)}. What follows is what it would be without that."
            ),
        };

    /// <summary>Of one post.</summary>
    public static string Of(ExplainedPost post, SpreadExplanation explanation)
    {
        var person = explanation.Person;
        return post.Text is { } text
            ? $"{WhyPost(text.Pick.Why, post.Post, person)}\n{WhyText(text, person)}"
            : WhyNot(post.Verdict, post.Post, person);
    }

    private static string WhyPost(PickReason? why, Post post, Employee person) =>
        why switch
        {
            PickReason.Field => $"Their field: {Shared(post, person)}.",
            PickReason.Fresh => "Fresh, and enthusiasts are among the first.",
            PickReason.Topic => $"They follow {Shared(post, person)}.",
            PickReason.Unit => $"It is for {string.Join(", ", post.ForUnits)}.",
            PickReason.Important => "Marked as important.",
            PickReason.Easy => "Short and easy to share.",
            _ => "News of the company, in a language that they read.",
        };

    private static string WhyText(ExplainedText text, Employee person)
    {
        var name = $"Text {text.Pick.TextId}";
        if (text.Others == 0)
        {
            return $"{name}: it is the only one for them.";
        }
        var given =
            text.Given == 0
                ? $"nobody else in {person.Unit} has it this week"
                : Text(
                    $"{text.Given} others in {person.Unit} have it this week, and each other text is given as often"
                );
        var last = text.LastWeek
            ? "the unit had it last week too, because no other was left"
            : "the unit did not have it last week";
        return Text($"{name}, of {text.Others + 1} that suit: {given}; {last}.");
    }

    private static string WhyNot(Verdict verdict, Post post, Employee person) =>
        verdict.Rule switch
        {
            SpreadRule.NotReady => $"Not cleared to be shared: it is {post.Status}.",
            SpreadRule.Expired => $"Expired {Instant(post.ExpiresAt!.Value)}.",
            SpreadRule.NoText => "It has no text to share.",
            SpreadRule.Seen => "They were offered it in another week.",
            SpreadRule.OtherUnit => $"Only for {string.Join(", ", post.ForUnits)}.",
            SpreadRule.OtherArchetype => $"Only for {string.Join(", ", post.ForArchetypes)}.",
            SpreadRule.OtherLanguage => $"In a language that they do not read: {post.Language}.",
            SpreadRule.OtherTopic => $"Off their topics: it is about {string.Join(", ", post.Topics)}.",
            SpreadRule.ReachMet => Text(
                $"Wanted reach met: {verdict.Given} of the {verdict.Allowed} people who may have it by now ({post.WantedReach} wanted in all)."
            ),
            SpreadRule.OneText => Text(
                $"One text only, so few get it: {Share(verdict)} of {Group(verdict, person)} have it. More texts would reach more."
            ),
            SpreadRule.ShareReached => Text($"Cap reached: {Share(verdict)} of {Group(verdict, person)} have it."),
            SpreadRule.Reserved => Text(
                $"Kept for {(post.Topics.Count > 0 ? "specialists of the field" : "enthusiasts")}: {Share(verdict)} of {Group(verdict, person)} have it besides them."
            ),
            SpreadRule.NoRoom => "It suits, but their digest was full with posts that come before it.",
            SpreadRule.RoomSince =>
                "A cap was reached when their digest was planned; more people have had theirs since, so there is room now.",
            SpreadRule.CameLater => "It came in after their digest was planned.",
            _ => "Too old.",
        };

    private static string Share(Verdict verdict) =>
        Text(
            $"{verdict.Given} of {verdict.Readers} people ({(verdict.Readers == 0 ? 0 : 100.0 * verdict.Given / verdict.Readers):0} %)"
        );

    private static string Group(Verdict verdict, Employee person) =>
        verdict.Group switch
        {
            SpreadGroup.Unit => person.Unit,
            SpreadGroup.Hour => "their digest hour",
            _ => "the company",
        };

    private static string Shared(Post post, Employee person) => string.Join(", ", post.Topics.Intersect(person.Topics));

    private static string Instant(DateTimeOffset at) =>
        at.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
