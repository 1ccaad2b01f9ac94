using Advocacy.Benchmarks.Cost;

namespace Advocacy.Tests.Infra;

public sealed class WeekFitTests
{
    [Fact]
    public void What_an_employee_adds_and_what_is_there_anyway_are_told_apart()
    {
        var figures = new WeekFit(Week(1_000), Week(10_000)).Figures("a test", "2026-11-24");

        var operation = figures.PerEmployeeWeek.Store.Single(one => one.Operation == "deliveries create");
        operation.Count.ShouldBe(0.5, 1e-9);
        operation.Ru.ShouldBe(8, 1e-9);
        figures.PerEmployeeWeek.Mails!.Value.ShouldBe(0.8, 1e-9);
        figures.PerEmployeeWeek.QueueOperations!.Value.ShouldBe(0.3, 1e-9);
        figures.PerEmployeeWeek.Executions!.Value.ShouldBe(0.1, 1e-9);
        figures.PerEmployeeWeek.StoredBytes!.Value.ShouldBe(900, 1e-9);
        var timers = figures.PerMonth.Store.Single(one => one.Operation == "sources query");
        timers.Count.ShouldBe(168 * 4.345, 1e-6);
        timers.Ru.ShouldBe(3, 1e-9);
        figures.PerMonth.Executions!.Value.ShouldBe(500 * 4.345, 1e-6);
    }

    [Fact]
    public void A_query_that_only_gets_dearer_is_counted_with_all_that_it_costs()
    {
        var figures = new WeekFit(Week(1_000), Week(10_000)).Figures("a test", "2026-11-24");

        var scan = figures.PerEmployeeWeek.Store.Single(one => one.Operation == "engagements query");
        (scan.Count * scan.Ru).ShouldBe(2.5, 1e-9);
        figures.PerEmployeeWeek.Ru.ShouldBe((0.5 * 8) + 2.5, 1e-9);
    }

    [Fact]
    public void Sizes_in_the_wrong_order_are_refused() =>
        Should.Throw<InvalidOperationException>(() => new WeekFit(Week(10), Week(10)).Figures("a test", "2026-11-24"));

    private static WeekCounts Week(long employees) =>
        new(
            employees,
            new Dictionary<string, OperationSum>
            {
                ["deliveries create"] = new(0.5 * employees, 4 * employees),
                ["sources query"] = new(168, 504),
                ["engagements query"] = new(40, 80 + (2.5 * employees)),
            },
            Mails: 0.8 * employees,
            QueueOperations: 30 + (0.3 * employees),
            Executions: 500 + (0.1 * employees),
            StoredBytes: 900d * employees
        );
}
