using System.Globalization;

namespace Advocacy.Benchmarks.RequestUnits;

/// <summary>A measured week as Markdown.</summary>
internal static class RequestUnitTable
{
    public static void Print(RequestUnitResult result, TextWriter output)
    {
        output.WriteLine(
            Text($"\n{result.Employees} employees, {result.Mailed} digests, charges of the {result.Charges}:\n")
        );
        output.WriteLine("| stage | container | operation | operations | RU | RU each | RU per employee |");
        output.WriteLine("| --- | --- | --- | ---: | ---: | ---: | ---: |");
        foreach (var row in result.Rows.OrderBy(row => row.Stage).ThenByDescending(row => row.Units))
        {
            Print(result, row, output);
        }
        foreach (var stage in result.Rows.GroupBy(row => row.Stage).OrderBy(group => group.Key))
        {
            Print(result, Sum(stage.Key, stage), output);
        }
        Print(result, Sum("all of a week", result.Rows.Where(row => row.Stage != CloudWeek.Import)), output);
    }

    private static ChargeRow Sum(string stage, IEnumerable<ChargeRow> rows)
    {
        var all = rows.ToList();
        return new ChargeRow(stage, "", "", all.Sum(row => row.Operations), all.Sum(row => row.Units));
    }

    private static void Print(RequestUnitResult result, ChargeRow row, TextWriter output) =>
        output.WriteLine(
            Text(
                $"| {row.Stage} | {row.Container} | {row.Operation} | {row.Operations} | {row.Units:0} | {row.Units / row.Operations:0.0} | {row.Units / result.Employees:0.00} |"
            )
        );

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
