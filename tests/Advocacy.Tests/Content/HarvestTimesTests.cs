using Advocacy.Content;

namespace Advocacy.Tests.Content;

public sealed class HarvestTimesTests
{
    [Theory]
    [InlineData(1, 55)]
    [InlineData(2, 110)]
    [InlineData(3, 220)]
    [InlineData(5, 880)]
    [InlineData(6, 1_440)]
    [InlineData(1_000, 1_440)]
    public void The_wait_doubles_up_to_a_day(int failures, int minutes)
    {
        foreach (var source in (string[])["a", "b", "c", "d"])
        {
            HarvestTimes.BackOff(source, failures, null).TotalMinutes.ShouldBeInRange(minutes * 0.9, minutes);
        }
    }

    [Fact]
    public void Sources_wait_differently_and_each_always_the_same()
    {
        var waits = Enumerable.Range(0, 50).Select(i => HarvestTimes.BackOff($"s{i}", 1, null)).ToList();

        waits.Distinct().Count().ShouldBeGreaterThan(40);
        waits.ShouldBe(Enumerable.Range(0, 50).Select(i => HarvestTimes.BackOff($"s{i}", 1, null)));
    }

    [Fact]
    public void A_server_may_ask_for_more_but_not_for_ever()
    {
        HarvestTimes.BackOff("a", 1, TimeSpan.FromHours(5)).ShouldBe(TimeSpan.FromHours(5));
        HarvestTimes.BackOff("a", 1, TimeSpan.FromSeconds(1)).ShouldBe(HarvestTimes.BackOff("a", 1, null));
        HarvestTimes.BackOff("a", 1, TimeSpan.MaxValue).ShouldBe(TimeSpan.FromHours(24));
    }
}
