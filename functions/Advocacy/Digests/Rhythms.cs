using Advocacy.People;

namespace Advocacy.Digests;

/// <summary>
/// Which weeks are somebody's. Counted in whole weeks from their own last digest, not by the number of the ISO week, which jumps where a
/// year has 53, nor by the month, in which a changed day would come twice or never. So a week in which there was nothing new, or a
/// pause, costs nobody more than that week: the next one is theirs.
/// </summary>
internal static class Rhythms
{
    /// <summary>Weeks from one digest to the next.</summary>
    public static int WeeksOf(DigestRhythm rhythm) =>
        rhythm switch
        {
            DigestRhythm.EveryOtherWeek => 2,
            DigestRhythm.Monthly => 4,
            _ => 1,
        };

    /// <param name="editionId">The week that is planned.</param>
    /// <param name="last">The week of their last digest; <c>null</c> where there was none.</param>
    public static bool IsTheirs(DigestRhythm rhythm, string editionId, string? last) =>
        // Weekly is decided by there being one delivery in an edition, and by nothing else.
        rhythm == DigestRhythm.Weekly
        || last is null
        || Edition.MondayOf(editionId).DayNumber - Edition.MondayOf(last).DayNumber >= 7 * WeeksOf(rhythm);
}
