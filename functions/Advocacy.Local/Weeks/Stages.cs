using System.Globalization;
using Advocacy.Content;
using Advocacy.Digests;

namespace Advocacy.Local.Weeks;

/// <summary>The names of a run's stages, as they are shown.</summary>
internal static class Stages
{
    public const string People = "People";
    public const string Harvest = "Harvest";
    public const string Tone = "Tone";
    public const string Mail = "Digests";
}

/// <summary>One line on what a stage came to.</summary>
internal static class Summaries
{
    public static string Of(HarvestReport report)
    {
        var parts = report
            .Sources.GroupBy(source => source.Outcome)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {Word(group.Key)}");
        return report.Sources.Count == 0
            ? "no feeds registered"
            : Text($"feeds: {string.Join(", ", parts)}; {report.EntriesNew} entries new");
    }

    public static string Of(PostTotals posts, int taken) =>
        Text($"{taken} posts taken in; in all {posts.Ready} ready to share, {posts.Held.Count} held for review");

    public static string Of(PlanReport plan, int sent) =>
        Text($"{plan.Due} people due, {sent} mailed")
        + string.Concat(plan.Skipped.OrderBy(s => s.Key).Select(s => $", {s.Value} {Word(s.Key)}"));

    public static string Word(HarvestOutcome outcome) =>
        outcome switch
        {
            HarvestOutcome.Read => "read",
            HarvestOutcome.Unchanged => "unchanged",
            HarvestOutcome.Failed => "failed",
            HarvestOutcome.Gone => "gone",
            _ => "not due yet",
        };

    public static string Word(SkipReason reason) =>
        reason switch
        {
            SkipReason.NoConsent => "without consent",
            SkipReason.Paused => "paused",
            SkipReason.Suspended => "whose address takes no mail",
            SkipReason.NothingNew => "with nothing new",
            SkipReason.NotThisWeek => "not this week, by their own rhythm",
            _ => "had this week's already",
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
