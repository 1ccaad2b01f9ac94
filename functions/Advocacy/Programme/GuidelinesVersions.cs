using System.Globalization;

namespace Advocacy.Programme;

/// <summary>How versions of the guidelines are called: the year and a number in it, <c>2026-2</c>.</summary>
internal static class GuidelinesVersions
{
    /// <summary>The one after; the year's first where there is none, or none of this year, or one that is called otherwise.</summary>
    public static string After(string? version, int year) =>
        Parts(version) is var (lastYear, number) && lastYear >= year
            ? string.Create(CultureInfo.InvariantCulture, $"{lastYear}-{number + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"{year}-1");

    /// <summary>What puts versions in their order; those that are called otherwise come first.</summary>
    public static (int Year, int Number) Order(string version) => Parts(version) ?? default;

    private static (int Year, int Number)? Parts(string? version) =>
        version?.Split('-') is [var year, var number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (y, n)
            : null;
}
