using Advocacy.Benchmarks.Cost;
using Advocacy.Tests.Local;

namespace Advocacy.Tests.Infra;

public sealed class CostCommandTests
{
    private const string Measured = """
        {
          "source": "a test", "date": "2026-11-24",
          "perEmployeeWeek": {
            "store": [
              { "operation": "deliveries create", "count": 0.5, "ru": 8 },
              { "operation": "consents read", "count": 2, "ru": 1 }
            ],
            "mails": 0.8, "storedBytes": 1000
          },
          "perMonth": { "store": [{ "operation": "sources query", "count": 100, "ru": 3 }], "textRecords": 500 }
        }
        """;

    private static PriceList Prices => MeasuredFigures.Read<PriceList>(Repository.PathOf("infra", "prices.json"));

    [Fact]
    public void What_grows_with_the_people_and_what_does_not_are_added()
    {
        var cost = Cost(1_000);

        // 6 RU each week, and 300 a month for all.
        cost.Ru.ShouldBe((1_000 * 4.345 * 6) + 300, 0.001);
        cost.BusiestRuPerSecond.ShouldBe(1_000 * 0.2 * 6 / 3600, 0.001);
        Line(cost, "Cosmos DB, serverless").ShouldBe(cost.Ru / 1e6 * 0.25, 1e-9);
        Line(cost, "Language").ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void Documents_pile_up_until_they_expire() =>
        Line(Cost(1_000_000), "Cosmos DB, storage").ShouldBe(1e6 * 1000 * 56 / 1e9 * 0.25, 1e-6);

    [Fact]
    public void What_was_not_measured_has_no_amount() =>
        Cost(1_000).Lines.Single(line => line.Item == "Logs").Amount.ShouldBeNull();

    [Theory]
    [InlineData(1_000, 19.95)]
    [InlineData(20_000, 89.95)]
    public void Mail_costs_the_plan_that_holds_it(long employees, double fee) =>
        Line(Cost(employees), "Mail").ShouldBe(fee);

    [Fact]
    public void Mail_beyond_the_largest_plan_is_paid_each()
    {
        var mails = 100_000 * 4.345 * 0.8;

        Line(Cost(100_000), "Mail").ShouldBe(89.95 + ((mails - 100_000) * 0.00133), 0.001);
    }

    [Fact]
    public void Autoscale_is_large_enough_for_the_busiest_hour_and_never_below_its_least()
    {
        Cost(1_000).Autoscale.MaximumRuPerSecond.ShouldBe(1_000);
        Cost(10_000_000).Autoscale.MaximumRuPerSecond.ShouldBe(4_000);
        // A tenth of 1,000 RU/s in every hour at least, and all of them in one hour a week.
        Cost(1_000).Autoscale.Amount.ShouldBe(((730 * 100) + (4.345 * 900)) / 100 * 0.012, 0.001);
    }

    [Fact]
    public void The_table_says_what_is_missing_and_which_prices_are_examples()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "measured.json");
        File.WriteAllText(file, Measured);
        using var output = new StringWriter();

        var code = CostCommand.Run([file, Repository.PathOf("infra", "prices.json"), "1000"], output, output);

        code.ShouldBe(0);
        output.ToString().ShouldContain("| Logs * | not measured |");
        output.ToString().ShouldContain("| **all that was measured** |");
        output.ToString().ShouldContain("Measured: a test, 2026-11-24.");
    }

    [Theory]
    [InlineData("""{"source":"x"}""", "date")]
    [InlineData("""{"source":"x","date":"y","perEmployeeWeek":{"ruu":1},"perMonth":{}}""", "ruu")]
    public void A_wrong_file_is_named_with_what_is_wrong(string json, string named)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "measured.json");
        File.WriteAllText(file, json);
        using var errors = new StringWriter();

        CostCommand.Run([file, Repository.PathOf("infra", "prices.json")], TextWriter.Null, errors).ShouldBe(1);

        errors.ToString().ShouldContain(file);
        errors.ToString().ShouldContain(named);
    }

    [Theory]
    [InlineData]
    [InlineData("one.json")]
    [InlineData("one.json", "two.json", "many")]
    public void Wrong_arguments_are_answered_with_the_right_ones(params string[] arguments)
    {
        using var errors = new StringWriter();

        CostCommand.Run(arguments, TextWriter.Null, errors).ShouldBe(2);

        errors.ToString().ShouldContain("cost MEASURED.json PRICES.json");
    }

    private static MonthlyCost Cost(long employees)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "measured.json");
        File.WriteAllText(file, Measured);
        return new MonthlyCost(MeasuredFigures.Read<MeasuredFigures>(file), Prices, employees);
    }

    private static double Line(MonthlyCost cost, string item) =>
        cost.Lines.Single(line => line.Item == item).Amount.ShouldNotBeNull();
}
