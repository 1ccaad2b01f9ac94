using Advocacy.Insights;
using Advocacy.Insights.Publishing;

namespace Advocacy.Tests.Insights;

/// <summary>Attacks what is published with every sum and difference that can be had.</summary>
public sealed class PublishedTablesTests
{
    private const int Weeks = 150;

    private static readonly PeopleCount[] s_ofPosts =
    [
        PeopleCount.Offered,
        PeopleCount.Opened,
        PeopleCount.Shared,
        PeopleCount.NotForMe,
    ];

    [Fact]
    public void No_sum_or_difference_of_figures_of_posts_texts_topics_and_languages_is_about_one_to_four_people()
    {
        var found = 0;
        for (var seed = 0; seed < Weeks; seed++)
        {
            foreach (var count in s_ofPosts)
            {
                var attacker = OnPosts(new RandomWeek(seed), count);
                found += attacker.Known.Count;
                attacker
                    .Known.Where(sum => sum.Value is > 0 and < RandomWeek.Smallest)
                    .ShouldBeEmpty($"{count} in the week of seed {seed}");
            }
        }
        found.ShouldBeGreaterThan(10 * Weeks);
    }

    [Fact]
    public void Nor_is_any_of_figures_of_units_and_none_tells_that_nobody_of_a_unit_did_something()
    {
        var found = 0;
        for (var seed = 0; seed < Weeks; seed++)
        {
            var week = new RandomWeek(seed);
            foreach (var count in PeopleCounts.All)
            {
                var attacker = OnUnits(week, count);
                found += attacker.Known.Count;
                var onlyUnnamed = 1UL << week.Units.Count;
                attacker
                    .Known.Where(sum => sum.Value < RandomWeek.Smallest && (sum.Key & ~onlyUnnamed) != 0)
                    .ShouldBeEmpty($"{count} in the week of seed {seed}");
                attacker.Known.GetValueOrDefault(onlyUnnamed).ShouldNotBeInRange(1, RandomWeek.Smallest - 1);
            }
        }
        found.ShouldBeGreaterThan(Weeks);
    }

    [Fact]
    public void Nor_does_any_figure_subtracted_from_those_that_it_is_a_part_of_leave_one_to_four_people()
    {
        for (var seed = 0; seed < Weeks; seed++)
        {
            var week = new RandomWeek(seed);
            var offered = OnPosts(week, PeopleCount.Offered).Known;
            foreach (var part in new[] { PeopleCount.Opened, PeopleCount.Shared, PeopleCount.NotForMe })
            {
                foreach (var (mask, people) in OnPosts(week, part).Known.Where(one => one.Value > 0))
                {
                    var known = Whole(week, mask);
                    var whole = offered.Where(one => (one.Key & known) == known).Select(one => one.Value - people);
                    whole.ShouldAllBe(left => left >= RandomWeek.Smallest, $"{part} in the week of seed {seed}");
                }
            }
            var digests = OnUnits(week, PeopleCount.Digests).Known;
            var unnamed = 1UL << week.Units.Count;
            foreach (var (mask, people) in OnUnits(week, PeopleCount.Sharers).Known)
            {
                var whole = digests.Where(one => (one.Key & mask) == (mask & ~unnamed) && (mask & ~unnamed) != 0);
                whole
                    .Where(one => (mask & unnamed) == 0 || one.Key == digests.Keys.Max())
                    .ShouldAllBe(
                        one => one.Value - people >= RandomWeek.Smallest,
                        $"sharers in the week of seed {seed}"
                    );
            }
        }
    }

    [Fact]
    public void Who_neither_shared_nor_left_it_to_others_are_never_one_to_four()
    {
        for (var seed = 0; seed < Weeks; seed++)
        {
            var week = new RandomWeek(seed);
            var offered = OnPosts(week, PeopleCount.Offered).Known;
            var refused = OnPosts(week, PeopleCount.NotForMe).Known;
            foreach (var (mask, shared) in OnPosts(week, PeopleCount.Shared).Known.Where(one => one.Value > 0))
            {
                foreach (var (_, left) in refused.Where(one => one.Value > 0 && one.Key == mask))
                {
                    offered
                        .Where(one => (one.Key & Whole(week, mask)) == Whole(week, mask))
                        .ShouldAllBe(one => one.Value - shared - left >= RandomWeek.Smallest, $"seed {seed}");
                }
            }
        }
    }

    [Fact]
    public void What_is_shown_is_the_truth()
    {
        for (var seed = 0; seed < Weeks; seed++)
        {
            var week = new RandomWeek(seed);
            foreach (var count in s_ofPosts)
            {
                var attacker = OnPosts(week, count);
                attacker.Known.ShouldAllBe(sum => sum.Value == attacker.Truth(sum.Key));
            }
            foreach (var count in PeopleCounts.All)
            {
                var attacker = OnUnits(week, count);
                attacker.Known.ShouldAllBe(sum => sum.Value == attacker.Truth(sum.Key));
            }
        }
    }

    [Fact]
    public void A_week_that_goes_on_shows_counts_of_people_in_steps_only()
    {
        for (var seed = 0; seed < Weeks; seed++)
        {
            var tables = new RandomWeek(seed).Tables(isOver: false);
            InsightFigures[] rows = [tables.Week(), .. tables.Groups()];
            foreach (var count in PeopleCounts.All)
            {
                rows.Select(row => Of(row, count)).ShouldAllBe(shown => shown == null || shown % 5 == 0);
            }
        }
    }

    /// <summary>Where nothing is small nothing is left out: suppression that hides all would pass the attacks too.</summary>
    [Fact]
    public void Large_figures_are_all_shown()
    {
        var shown = 0;
        var all = 0;
        for (var seed = 0; seed < Weeks; seed++)
        {
            var week = new RandomWeek(seed);
            var rows = week.Tables().Groups();
            foreach (var post in week.Labels.Keys)
            {
                var offered = week
                    .OfTexts.Where(one => one.Key.Item1 == PeopleCount.Offered && one.Key.Item2 == post)
                    .Sum(one => one.Value);
                if (offered >= RandomWeek.Smallest)
                {
                    all++;
                    shown += rows.Any(row =>
                        row.Group == InsightGroup.Post && row.Key == post && row.Offered == offered
                    )
                        ? 1
                        : 0;
                }
            }
        }
        shown.ShouldBeGreaterThan((int)(all * 0.8));
    }

    /// <summary>Of shares whose text is not known it is known of which post they are: its other pieces are a part of what they are a part of.</summary>
    private static ulong Whole(RandomWeek week, ulong mask)
    {
        var whole = mask;
        var first = 0;
        foreach (var post in week.Labels.Values)
        {
            var unknown = first + post.Texts.Count;
            if ((mask >> unknown & 1) == 1)
            {
                whole |= ((1UL << (post.Texts.Count + 1)) - 1) << first;
            }
            first = unknown + 1;
        }
        return whole;
    }

    private static Attacker OnPosts(RandomWeek week, PeopleCount count)
    {
        (string Post, string Text)[] pieces =
        [
            .. week.Labels.Values.SelectMany(post => post.Texts.Keys.Append("").Select(text => (post.PostId, text))),
        ];
        var attacker = new Attacker([
            .. pieces.Select(one => week.OfTexts.GetValueOrDefault((count, one.Post, one.Text))),
        ]);
        var tables = week.Tables();
        attacker.Read(Enumerable.Range(0, pieces.Length), Of(tables.Week(), count));
        foreach (var row in tables.Groups())
        {
            Func<(string Post, string Text), bool>? isIn = row.Group switch
            {
                InsightGroup.Post => piece => piece.Post == row.Key,
                InsightGroup.Text => piece => $"{piece.Post} {piece.Text}" == row.Key,
                InsightGroup.Topic => piece => week.Labels[piece.Post].Topics.Contains(row.Key),
                InsightGroup.Language => piece => week.Labels[piece.Post].Language == row.Key,
                _ => null,
            };
            if (isIn is not null)
            {
                attacker.Read(pieces.Index().Where(one => isIn(one.Item)).Select(one => one.Index), Of(row, count));
            }
        }
        attacker.Reason();
        return attacker;
    }

    private static Attacker OnUnits(RandomWeek week, PeopleCount count)
    {
        string[] pieces = [.. week.Units, ""];
        var attacker = new Attacker([.. pieces.Select(unit => week.OfUnits.GetValueOrDefault((count, unit)))]);
        var tables = week.Tables();
        attacker.Read(Enumerable.Range(0, pieces.Length), Of(tables.Week(), count));
        foreach (var row in tables.Groups().Where(row => row.Group == InsightGroup.Unit))
        {
            attacker.Read([Array.IndexOf(pieces, row.Key)], Of(row, count));
        }
        attacker.Reason();
        return attacker;
    }

    private static int? Of(InsightFigures row, PeopleCount count) =>
        count switch
        {
            PeopleCount.Digests => row.Digests,
            PeopleCount.Offered => row.Offered,
            PeopleCount.Opened => row.Opened,
            PeopleCount.Shared => row.Shared,
            PeopleCount.Sharers => row.Sharers,
            _ => row.NotForMe,
        };
}
