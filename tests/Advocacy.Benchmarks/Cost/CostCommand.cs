using System.Globalization;

namespace Advocacy.Benchmarks.Cost;

/// <summary>
/// <c>cost MEASURED.json PRICES.json [EMPLOYEES ...]</c>: what a month costs, as a table, worked out from measured quantities and
/// a list of prices.
/// </summary>
internal static class CostCommand
{
    private const string Usage =
        "cost MEASURED.json PRICES.json [EMPLOYEES ...]; the files' shapes: Cost/MeasuredFigures.cs and infra/prices.json";

    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not [var measuredFile, var pricesFile, .. var sizes])
        {
            errors.WriteLine(Usage);
            return 2;
        }
        var employees = new List<long>();
        foreach (var size in sizes.Length == 0 ? ["1000", "10000", "100000"] : sizes)
        {
            if (!long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                errors.WriteLine($"{size} is no number of employees; {Usage}");
                return 2;
            }
            employees.Add(number);
        }
        try
        {
            var measured = MeasuredFigures.Read<MeasuredFigures>(measuredFile);
            var prices = MeasuredFigures.Read<PriceList>(pricesFile);
            Print(
                [.. employees.Select(number => (number, new MonthlyCost(measured, prices, number)))],
                measured,
                prices,
                output
            );
            return 0;
        }
        catch (InvalidDataException error)
        {
            errors.WriteLine(error.Message);
            return 1;
        }
    }

    private static void Print(
        IReadOnlyList<(long Employees, MonthlyCost Cost)> columns,
        MeasuredFigures measured,
        PriceList prices,
        TextWriter output
    )
    {
        output.WriteLine($"A month in {prices.Currency}. Measured: {measured.Source}, {measured.Date}.");
        output.WriteLine();
        Row(output, "employees", columns.Select(column => Text(column.Employees, "N0")));
        Row(output, "---", columns.Select(_ => "---:"));
        var bills = columns.Select(column => column.Cost.Lines).ToList();
        for (var i = 0; i < bills[0].Count; i++)
        {
            var mark = bills[0][i].ByExample ? " *" : "";
            Row(output, bills[0][i].Item + mark, bills.Select(bill => Text(bill[i].Amount)));
        }
        var whole = bills.TrueForAll(bill => bill.All(line => line.Amount is not null));
        Row(
            output,
            whole ? "**all**" : "**all that was measured**",
            bills.Select(bill => Text(bill.Sum(line => line.Amount)))
        );
        Row(
            output,
            "per employee",
            bills.Zip(columns, (bill, column) => Text(bill.Sum(line => line.Amount) / column.Employees, "0.0000"))
        );
        Row(output, "RU an employee and week", columns.Select(_ => Text(measured.PerEmployeeWeek.Ru, "0.0")));
        Row(output, "RU/s in the busiest hour", columns.Select(column => Text(column.Cost.BusiestRuPerSecond, "N0")));
        Row(
            output,
            "Cosmos DB by autoscale instead (maximum)",
            columns.Select(column =>
                $"{Text(column.Cost.Autoscale.Amount)} ({Text(column.Cost.Autoscale.MaximumRuPerSecond, "N0")} RU/s)"
            )
        );
        output.WriteLine();
        output.WriteLine("* The price is an example: none was found at a dated source. " + prices.Note);
    }

    private static void Row(TextWriter output, string head, IEnumerable<string> cells) =>
        output.WriteLine($"| {head} | {string.Join(" | ", cells)} |");

    private static string Text(double? number, string format = "N2") =>
        number?.ToString(format, CultureInfo.InvariantCulture) ?? "not measured";
}
