using System.Globalization;
using Advocacy.Digests;

namespace Advocacy.Dashboard;

/// <summary>Which week the page is about.</summary>
internal static class DashboardWeek
{
    /// <summary>As far back as the page can be turned.</summary>
    public const int MostWeeks = 104;

    private const string Pattern = "0000-W00";

    /// <summary>A week as an address names it.</summary>
    /// <param name="text">For example <c>2026-W48</c>.</param>
    /// <returns><c>null</c> where there is no such week, or it has not begun.</returns>
    public static string? Find(string text, DateOnly today)
    {
        if (
            text.Length != Pattern.Length
            || text[4..6] != "-W"
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || year is < 2000 or > 2199
            || week < 1
            || week > ISOWeek.GetWeeksInYear(year)
        )
        {
            return null;
        }
        return Edition.MondayOf(text) <= today ? text : null;
    }

    /// <summary>The last week that is over.</summary>
    public static string LastFull(DateOnly today) => Edition.IdOf(today.AddDays(-7));

    /// <summary>Mondays of the weeks to choose from, newest first; the one that is shown is among them.</summary>
    public static IReadOnlyList<DateOnly> Choices(DateOnly today, DateOnly shown)
    {
        var newest = Edition.MondayOf(today);
        var weeks = Enumerable.Range(0, MostWeeks).Select(i => newest.AddDays(-7 * i));
        return [.. weeks.Append(shown).Distinct().OrderDescending()];
    }
}
