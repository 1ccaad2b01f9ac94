using Advocacy.Dashboard.Charts;

namespace Advocacy.Tests.Dashboard;

public sealed class ChartTests
{
    public static TheoryData<decimal, decimal> Tops =>
        new()
        {
            { 0, 2 },
            { 0.4m, 2 },
            { 2, 2 },
            { 3, 4 },
            { 9.5m, 10 },
            { 10, 10 },
            { 11, 20 },
            { 41, 60 },
            { 618, 800 },
            { 1_000_001, 2_000_000 },
        };

    [Theory]
    [MemberData(nameof(Tops))]
    public void A_scale_ends_at_a_round_number_that_nothing_exceeds(decimal greatest, decimal top) =>
        ChartScale.Of([null, greatest]).Top.ShouldBe(top);

    [Fact]
    public void A_line_breaks_off_where_a_figure_is_not_shown()
    {
        decimal?[] values = [0, 10, null, 5];

        LinePath.Of(values, new ChartScale(10)).ShouldBe("M1.5 100L33.83 0M98.5 50");
        LinePath
            .Area(values, new ChartScale(10))
            .ShouldBe("M1.5 100L1.5 100L33.83 0L33.83 100ZM98.5 100L98.5 50L98.5 100Z");
    }

    [Fact]
    public void A_lone_point_stands_in_the_middle() => LinePath.X(0, 1).ShouldBe(50);
}
