using System.Globalization;
using System.Text;

namespace Advocacy.Dashboard.Charts;

/// <summary>The places of a line's points in a box of 100 by 100, the top left corner first.</summary>
internal static class LinePath
{
    private const double Margin = 1.5;

    /// <returns>From left to right; 50 where there is one place only.</returns>
    public static double X(int index, int count) =>
        count < 2 ? 50 : Margin + (index * (100 - (2 * Margin)) / (count - 1));

    public static double Y(decimal value, ChartScale scale) => 100 - scale.HeightOf(value);

    /// <summary>An SVG path. Where a value is missing the line breaks off: drawing on would tell a value that nobody knows.</summary>
    public static string Of(IReadOnlyList<decimal?> values, ChartScale scale)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                path.Append(drawing ? 'L' : 'M')
                    .Append(Svg.Number(X(i, values.Count)))
                    .Append(' ')
                    .Append(Svg.Number(Y(value, scale)));
            }
            drawing = values[i] is not null;
        }
        return path.ToString();
    }

    /// <summary>The areas under the line's pieces, closed along the bottom.</summary>
    public static string Area(IReadOnlyList<decimal?> values, ChartScale scale)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
            {
                continue;
            }
            var x = Svg.Number(X(i, values.Count));
            path.Append(i == 0 || values[i - 1] is null ? $"M{x} 100" : "")
                .Append(CultureInfo.InvariantCulture, $"L{x} {Svg.Number(Y(value, scale))}")
                .Append(i == values.Count - 1 || values[i + 1] is null ? $"L{x} 100Z" : "");
        }
        return path.ToString();
    }
}
