using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Platform.Pages;

namespace Advocacy.Programme.Training;

/// <summary>Which tip is whose in which week. The same for the same week, archetype and tips, however often a mail is built.</summary>
/// <param name="Own">The company's tips, in their order.</param>
/// <param name="UseStarterTips">Also those that the program brings along.</param>
public sealed record TipRotation(IReadOnlyList<CompanyTip> Own, bool UseStarterTips)
{
    /// <summary>The address below which each archetype's training page lies; where a tip says no other place, there is more of it.</summary>
    public string? MoreAt { get; init; }

    /// <summary>The tip of an edition; <c>null</c> where there is none for the archetype.</summary>
    /// <param name="editionId">For example <c>2026-W48</c>.</param>
    /// <param name="language">ISO 639-1; any but Danish is given English.</param>
    public TipOfTheWeek? For(string editionId, Archetype archetype, string language)
    {
        var all = All(archetype, language);
        // Weeks are counted on, so that a year of 53 repeats and skips none.
        var week = Edition.MondayOf(editionId).DayNumber / 7;
        if (all.Count == 0)
        {
            return null;
        }
        var tip = all[week % all.Count];
        return MoreAt is null ? tip : tip with { Url = tip.Url ?? $"{MoreAt}/{TrainingPages.NameOf(archetype)}" };
    }

    /// <summary>Every tip of an archetype, in the order in which the weeks bring them.</summary>
    /// <inheritdoc cref="For"/>
    public IReadOnlyList<TipOfTheWeek> All(Archetype archetype, string language)
    {
        var known = PageLanguage.Known(language);
        return
        [
            .. Own.Where(tip => tip.IsFor(archetype)).Select(tip => tip.In(known)),
            .. UseStarterTips ? StarterTips.Of(archetype, known) : [],
        ];
    }
}
