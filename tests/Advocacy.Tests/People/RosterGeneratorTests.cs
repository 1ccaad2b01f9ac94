using Advocacy.Consent;
using Advocacy.People;

namespace Advocacy.Tests.People;

public sealed class RosterGeneratorTests
{
    [Fact]
    public async Task Every_row_can_be_imported_without_a_word()
    {
        var (rows, problems) = await Rosters.ReadAsync(Generate(3_000));

        problems.ShouldBeEmpty();
        rows.Count.ShouldBe(3_000);
    }

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_gives_others()
    {
        Generate(200).ShouldBe(Generate(200));
        Generate(200).ShouldNotBe(Generate(200, seed: 2));
    }

    [Fact]
    public async Task The_company_looks_like_one()
    {
        var (rows, _) = await Rosters.ReadAsync(Generate(10_000));

        Share(rows, r => r.Archetype == Archetype.Enthusiast).ShouldBe(0.05, 0.02);
        Share(rows, r => r.Archetype == Archetype.Specialist).ShouldBe(0.25, 0.03);
        Share(rows, r => r.Language == "da").ShouldBe(0.7, 0.1);
        Share(rows, r => r.TimeZone == "Europe/Copenhagen").ShouldBe(0.8, 0.1);
        Share(rows, r => r.DigestDay == DayOfWeek.Tuesday).ShouldBe(0.6, 0.03);
        Share(rows, r => r.Decisions.Count > 0).ShouldBe(0.85, 0.02);
        Share(rows, r => r.Decisions.Any(d => d.Action == ConsentAction.Withdrawn)).ShouldBe(0.034, 0.015);
        Share(rows, r => r.PausedUntil > Rosters.Now).ShouldBeInRange(0.01, 0.03);
        rows.SelectMany(r => r.Topics ?? []).Distinct().Count().ShouldBe(12);
        rows.Select(r => r.TimeZone).Distinct().Count().ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Units_are_many_small_ones_and_a_few_large()
    {
        var (rows, _) = await Rosters.ReadAsync(Generate(10_000));

        var sizes = rows.GroupBy(r => r.Unit).Select(g => g.Count()).Order().ToList();
        sizes[0].ShouldBeGreaterThanOrEqualTo(5);
        sizes[sizes.Count / 2].ShouldBeInRange(10, 25);
        sizes[^1].ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task A_small_company_is_as_large_as_it_was_asked_to_be(int count)
    {
        var (rows, _) = await Rosters.ReadAsync(Generate(count));

        rows.Count.ShouldBe(count);
        rows.GroupBy(r => r.Unit).Min(g => g.Count()).ShouldBeGreaterThanOrEqualTo(Math.Min(count, 5));
    }

    [Fact]
    public void A_company_of_nobody_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Generate(0));

    internal static string Generate(int count, int seed = 1)
    {
        using var writer = new StringWriter();
        RosterGenerator.Write(writer, count, seed);
        return writer.ToString();
    }

    private static double Share(List<RosterRow> rows, Func<RosterRow, bool> which) =>
        rows.Count(which) / (double)rows.Count;
}
