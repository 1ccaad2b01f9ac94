namespace Advocacy.Benchmarks.Cost;

/// <summary>One line of a month's bill.</summary>
/// <param name="Item">What is paid for.</param>
/// <param name="Amount">In the list's currency; <c>null</c> where the quantity was not measured.</param>
/// <param name="ByExample">True where the price is an example.</param>
internal sealed record CostLine(string Item, double? Amount, bool ByExample);

/// <summary>A month's bill for a number of employees.</summary>
internal sealed class MonthlyCost(MeasuredFigures measured, PriceList prices, long employees)
{
    private const double HoursInMonth = 730;
    private const double Gigabyte = 1e9;

    private double Weeks => prices.Assumptions.WeeksInMonth * employees;

    /// <summary>RU of the month.</summary>
    public double Ru => (Weeks * measured.PerEmployeeWeek.Ru) + measured.PerMonth.Ru;

    /// <summary>RU a second in the most popular digest hour, where the week's work for these people is done.</summary>
    public double BusiestRuPerSecond =>
        employees * prices.Assumptions.BusiestHourShare * measured.PerEmployeeWeek.Ru / 3600;

    public IReadOnlyList<CostLine> Lines =>
        [
            Line("Cosmos DB, serverless", Ru / 1e6, prices.ServerlessMillionRu),
            Line("Cosmos DB, storage", StoredGigabytes, prices.StoredGigabyte),
            Line("Functions, run time", Month(one => one.GigabyteSeconds), prices.GigabyteSecond),
            Line("Functions, executions", Month(one => one.Executions) / 1e6, prices.MillionExecutions),
            Line(
                "Functions, waiting instances",
                prices.Assumptions.AlwaysReadyGigabytes * HoursInMonth * 3600,
                prices.AlwaysReadyGigabyteSecond
            ),
            Line("Queues", Month(one => one.QueueOperations) / 1e4, prices.TenThousandQueueOperations),
            Line("Language", Month(one => one.TextRecords) / 1e3, prices.ThousandTextRecords),
            new CostLine("Mail", Mail(Month(one => one.Mails)), prices.MailBeyondPlan.Found is null),
            Line("Logs", Month(one => one.LoggedBytes) / Gigabyte, prices.LoggedGigabyte),
            Line("Alerts", prices.Assumptions.AlertRules, prices.AlertRule),
        ];

    /// <summary>Cosmos DB with autoscale instead of serverless: its maximum for one hour a week, the mean in the other busy hours, a tenth else.</summary>
    public (double MaximumRuPerSecond, double Amount) Autoscale
    {
        get
        {
            var maximum = Math.Max(1000, Math.Ceiling(BusiestRuPerSecond / 1000) * 1000);
            var least = maximum / 10;
            var busyHours = prices.Assumptions.BusyHoursInWeek - 1;
            var elsewhere = employees * (1 - prices.Assumptions.BusiestHourShare) * measured.PerEmployeeWeek.Ru;
            var busy = Math.Clamp(elsewhere / (busyHours * 3600), least, maximum);
            var weeks = prices.Assumptions.WeeksInMonth;
            var ruHours =
                (weeks * (maximum + (busyHours * busy)))
                + ((HoursInMonth - (weeks * prices.Assumptions.BusyHoursInWeek)) * least);
            return (maximum, ruHours / 100 * (prices.AutoscaleRuHour.Found ?? prices.AutoscaleRuHour.Example ?? 0));
        }
    }

    private double? StoredGigabytes =>
        measured.PerEmployeeWeek.StoredBytes is { } bytes
            ? bytes * employees * prices.Assumptions.WeeksKept / Gigabyte
            : null;

    /// <summary>What grows with the people, or else only what does not; <c>null</c> where neither was measured.</summary>
    private double? Month(Func<Quantities, double?> of) =>
        (of(measured.PerEmployeeWeek), of(measured.PerMonth)) switch
        {
            (null, null) => null,
            var (week, month) => (Weeks * (week ?? 0)) + (month ?? 0),
        };

    private static CostLine Line(string item, double? units, Price price) =>
        new(
            item,
            Math.Max(0, units - price.Free ?? 0) * (price.Found ?? price.Example) is { } amount && units is not null
                ? amount
                : null,
            price.Found is null
        );

    private double? Mail(double? mails)
    {
        if (mails is not { } wanted)
        {
            return null;
        }
        var plans = prices.MailPlans.OrderBy(plan => plan.Mails).ToList();
        var largest = plans[^1];
        return plans.Find(plan => plan.Mails >= wanted)?.Price
            ?? (
                largest.Price
                + ((wanted - largest.Mails) * (prices.MailBeyondPlan.Found ?? prices.MailBeyondPlan.Example ?? 0))
            );
    }
}
