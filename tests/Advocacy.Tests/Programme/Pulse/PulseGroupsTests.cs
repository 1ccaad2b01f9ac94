using Advocacy.Programme.Pulse;

namespace Advocacy.Tests.Programme.Pulse;

public sealed class PulseGroupsTests
{
    [Theory]
    // Too few altogether.
    [InlineData("0 0 0", "")]
    [InlineData("4 0 0", "")]
    [InlineData("2 1 1", "")]
    // Each answer by enough people.
    [InlineData("5 5 9", "0:5 1:5 2:9")]
    // Rare answers together.
    [InlineData("9 3 2", "0:9 1+2:5")]
    [InlineData("9 4 4 4", "0:9 1+2+3:12")]
    // One rare answer takes the next rarest along; nobody's is left to subtract.
    [InlineData("9 6 1", "0:9 1+2:7")]
    [InlineData("20 6 7 0", "0:20 1+3:6 2:7")]
    // With everybody else where it takes that.
    [InlineData("5 1", "0+1:6")]
    [InlineData("40 0 0", "0+1+2:40")]
    public void No_figure_stands_for_fewer_than_five(string counts, string groups) =>
        Written(PulseGroups.Of([.. counts.Split(' ').Select(int.Parse)])).ShouldBe(groups);

    [Fact]
    public void Whatever_is_answered_the_sum_is_exact_and_no_group_or_difference_is_small()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var counts = Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(0, 12)).ToArray();

            var groups = PulseGroups.Of(counts);

            if (counts.Sum() < 5)
            {
                groups.ShouldBeEmpty();
                continue;
            }
            groups.Sum(group => group.Count).ShouldBe(counts.Sum());
            groups.SelectMany(group => group.Answers).Order().ShouldBe(Enumerable.Range(0, counts.Length));
            groups.ShouldAllBe(group => group.Count >= 5);
            // The whole without all groups but one is that one: there is no other difference of published figures.
            groups.ShouldAllBe(group => group.Count == group.Answers.Sum(answer => counts[answer]));
        }
    }

    private static string Written(IEnumerable<PulseGroup> groups) =>
        string.Join(' ', groups.Select(group => $"{string.Join('+', group.Answers)}:{group.Count}"));
}
