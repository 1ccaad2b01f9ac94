using System.Runtime.InteropServices;

namespace Advocacy.Benchmarks.Cost;

/// <summary>What one week of a company of this size did. Sums over the week, not per employee.</summary>
/// <param name="Store">By container and operation.</param>
/// <param name="StoredBytes">Documents that were added and stay until they expire.</param>
internal sealed record WeekCounts(
    long Employees,
    IReadOnlyDictionary<string, OperationSum> Store,
    double Mails,
    double QueueOperations,
    double Executions,
    double StoredBytes
);

/// <param name="Count">How many.</param>
/// <param name="Ru">What they cost together.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OperationSum(double Count, double Ru);

/// <summary>
/// The straight line through the weeks of two sizes: its slope is what one employee adds, its intercept what a week costs with
/// nobody on the roster.
/// </summary>
internal sealed class WeekFit(WeekCounts small, WeekCounts large)
{
    /// <summary>Below this many operations or RU in the larger week, a difference is rounding.</summary>
    private const double Least = 0.5;

    public const double WeeksInMonth = 4.345;

    /// <exception cref="InvalidOperationException">The sizes are not in rising order.</exception>
    public MeasuredFigures Figures(string source, string date) =>
        small.Employees < large.Employees
            ? new MeasuredFigures(source, date, PerEmployeeWeek, PerMonth)
            : throw new InvalidOperationException(
                $"A line needs a smaller and a larger size, in this order, not {small.Employees} and {large.Employees}."
            );

    private Quantities PerEmployeeWeek =>
        new()
        {
            Store = Operations(Slope, large.Employees),
            Mails = Slope(week => week.Mails),
            QueueOperations = Slope(week => week.QueueOperations),
            Executions = Slope(week => week.Executions),
            StoredBytes = Slope(week => week.StoredBytes),
        };

    private Quantities PerMonth =>
        new()
        {
            Store = Operations(of => Intercept(of) * WeeksInMonth, 1),
            Mails = Intercept(week => week.Mails) * WeeksInMonth,
            QueueOperations = Intercept(week => week.QueueOperations) * WeeksInMonth,
            Executions = Intercept(week => week.Executions) * WeeksInMonth,
        };

    /// <summary>Count and RU of each operation; where the number does not change but the cost does, as of pages, all is one operation.</summary>
    private List<StoreOperation> Operations(Func<Func<WeekCounts, double>, double> part, double times)
    {
        var found = new List<StoreOperation>();
        foreach (var name in small.Store.Keys.Union(large.Store.Keys).Order(StringComparer.Ordinal))
        {
            var ru = part(week => week.Store.GetValueOrDefault(name).Ru);
            var count = part(week => week.Store.GetValueOrDefault(name).Count);
            if (Math.Abs(ru) * times < Least)
            {
                continue;
            }
            found.Add(
                Math.Abs(count) * times >= Least && count > 0 == ru > 0
                    ? new StoreOperation(name, count, ru / count)
                    : new StoreOperation(name, 1, ru)
            );
        }
        return found;
    }

    private double Slope(Func<WeekCounts, double> of) => (of(large) - of(small)) / (large.Employees - small.Employees);

    private double Intercept(Func<WeekCounts, double> of) => of(small) - (Slope(of) * small.Employees);
}
