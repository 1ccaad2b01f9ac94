using System.Globalization;

namespace Advocacy.Dashboard.Charts;

/// <summary>Lengths as SVG writes them. Charts are drawn in per cent of their box, so that they fill any width while their letters and lines keep their size.</summary>
internal static class Svg
{
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double value) => $"{Number(value)}%";
}
