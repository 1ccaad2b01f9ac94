using System.Globalization;
using Advocacy.Benchmarks.Cost;

namespace Advocacy.Benchmarks.RequestUnits;

/// <summary>
/// Two measured weeks as figures for the command <c>cost</c>. The roster import is not in them, it happens once; nor is what people do:
/// opening pages, sharing, clicks. What the run cannot count (run time, logs, text records) is left out.
/// </summary>
internal static class RequestUnitFigures
{
    /// <summary>Enqueue, receive, delete. Idle polls are not counted.</summary>
    private const int CallsForAMessage = 3;

    public static MeasuredFigures Of(RequestUnitResult small, RequestUnitResult large) =>
        new WeekFit(Counts(small), Counts(large)).Figures(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ru {small.Employees} {large.Employees}, {(large.Charges == "account" ? "request units that the account charged" : "request units of the documented model, not of an account (ChargeModel.cs)")}"
            ),
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    private static WeekCounts Counts(RequestUnitResult result) =>
        new(
            result.Employees,
            result
                .Rows.Where(row => row.Stage != CloudWeek.Import)
                .GroupBy(row => $"{row.Container} {row.Operation}")
                .ToDictionary(
                    group => group.Key,
                    group => new OperationSum(group.Sum(row => row.Operations), group.Sum(row => row.Units))
                ),
            result.Mailed,
            result.Messages * CallsForAMessage,
            result.Messages + result.TimerRuns,
            result.StoredBytes
        );
}
