using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.People;
using Advocacy.Sharing;
using static Advocacy.Tests.Digests.SpreadScene;

namespace Advocacy.Tests.Digests;

public sealed class FairSpreadTests
{
    [Fact]
    public void Nobody_gets_more_posts_than_the_most() =>
        Choose(Person("a"), [.. Enumerable.Range(0, 20).Select(i => NewPost($"p{i}", i))]).Count.ShouldBe(5);

    [Fact]
    public void A_persons_own_number_of_posts_comes_before_the_companys() =>
        Choose(Person("a") with { MostPosts = 7 }, [.. Enumerable.Range(0, 20).Select(i => NewPost($"p{i}", i))])
            .Count.ShouldBe(7);

    [Fact]
    public void What_was_seen_is_never_offered_again()
    {
        var spread = Spread([NewPost("p1", 1), NewPost("p2", 2)]);

        spread.Choose(Person("a"), ["p1"], Counts(spread)).Select(pick => pick.PostId).ShouldBe(["p2"]);
        spread.Choose(Person("a"), ["p1", "p2"], Counts(spread)).ShouldBeEmpty();
    }

    [Theory]
    // No topics on either side: for everyone.
    [InlineData("", "", true)]
    [InlineData("wind", "", true)]
    [InlineData("", "wind", true)]
    [InlineData("wind;heat", "heat;people", true)]
    [InlineData("wind", "heat", false)]
    public void A_post_suits_who_follows_one_of_its_topics(string post, string person, bool suits) =>
        RuleOf(NewPost("p", 1) with { Topics = Words(post) }, Person("a") with { Topics = Words(person) })
            .ShouldBe(suits ? SpreadRule.Offered : SpreadRule.OtherTopic);

    [Theory]
    [InlineData("da", "da", "", true)]
    [InlineData("en", "da", "", true)]
    [InlineData("da", "en", "", false)]
    [InlineData("en", "da", "da", false)]
    [InlineData("de", "en", "en;de", true)]
    public void A_post_suits_who_reads_its_language(string post, string mail, string reads, bool suits) =>
        RuleOf(NewPost("p", 1, language: post), Person("a") with { Language = mail, ReadsLanguages = Words(reads) })
            .ShouldBe(suits ? SpreadRule.Offered : SpreadRule.OtherLanguage);

    [Theory]
    [InlineData("", "", SpreadRule.Offered)]
    [InlineData("unit;Other", "", SpreadRule.Offered)]
    [InlineData("Other", "", SpreadRule.OtherUnit)]
    [InlineData("", "Colleague", SpreadRule.Offered)]
    [InlineData("", "Specialist;Enthusiast", SpreadRule.OtherArchetype)]
    public void A_post_goes_to_the_units_and_archetypes_it_is_for(string units, string archetypes, SpreadRule rule) =>
        RuleOf(
                NewPost("p", 1) with
                {
                    ForUnits = Words(units),
                    ForArchetypes = [.. Words(archetypes).Select(Enum.Parse<Archetype>)],
                },
                Person("a")
            )
            .ShouldBe(rule);

    [Theory]
    [InlineData(PostStatus.Held, 1, 3, null, SpreadRule.NotReady)]
    [InlineData(PostStatus.Withdrawn, 1, 3, null, SpreadRule.NotReady)]
    [InlineData(PostStatus.Ready, 31, 3, null, SpreadRule.TooOld)]
    [InlineData(PostStatus.Ready, 1, 0, null, SpreadRule.NoText)]
    [InlineData(PostStatus.Ready, 1, 3, 0, SpreadRule.Expired)]
    [InlineData(PostStatus.Ready, 1, 3, 1, SpreadRule.Offered)]
    public void A_post_that_may_not_be_offered_says_why(
        PostStatus status,
        int daysOld,
        int texts,
        int? expiresInHours,
        SpreadRule rule
    )
    {
        var spread = Spread([
            NewPost("p", daysOld, texts) with
            {
                Status = status,
                ExpiresAt = expiresInHours is { } hours ? Now.AddHours(hours) : null,
            },
        ]);

        spread.Explain(Person("a"), [], Counts(spread)).ShouldHaveSingleItem().Verdict.Rule.ShouldBe(rule);
    }

    [Fact]
    public void Topics_followed_come_before_newer_general_news()
    {
        var general = Enumerable.Range(0, 5).Select(i => NewPost($"new{i}", i));
        var mine = NewPost("mine", 20) with { Topics = ["wind"] };

        Choose(Person("a") with { Topics = ["wind"] }, [.. general, mine])[0].PostId.ShouldBe("mine");
    }

    [Fact]
    public void What_is_marked_important_comes_before_what_suits_as_well_and_what_may_wait_comes_last()
    {
        var picks = Choose(
            Person("a") with
            {
                Topics = ["wind"],
            },
            NewPost("low", 0) with
            {
                Priority = PostPriority.Low,
                Topics = ["wind"],
            },
            NewPost("normal", 1),
            NewPost("high", 9) with
            {
                Priority = PostPriority.High,
            },
            NewPost("topic", 12) with
            {
                Topics = ["wind"],
            }
        );

        picks.Select(pick => pick.PostId).ShouldBe(["topic", "high", "normal", "low"]);
    }

    [Fact]
    public void A_digest_of_general_news_is_ordered_newest_first()
    {
        var posts = Enumerable.Range(0, 12).Select(i => NewPost($"p{i:00}", i)).ToArray();

        Choose(Person("a"), posts).Select(pick => pick.PostId).ShouldBe(["p00", "p01", "p02", "p03", "p04"]);
    }

    [Fact]
    public void Colleagues_get_the_easy_ones_before_the_long()
    {
        var longText = new ShareText("t1", "da", new string('a', 201));
        var hard = NewPost("hard", 0) with { ShareTexts = [longText] };
        var mixed = NewPost("mixed", 5) with { ShareTexts = [longText, new ShareText("t2", "da", "Kort")] };

        Choose(Person("a"), hard, mixed).Select(pick => pick.PostId).ShouldBe(["mixed", "hard"]);
        Choose(Person("a"), mixed).ShouldHaveSingleItem().ShouldBe(new Pick("mixed", "t2", PickReason.Easy));
        Choose(Person("a") with { Archetype = Archetype.Specialist }, hard, mixed)
            .Select(pick => pick.PostId)
            .ShouldBe(["hard", "mixed"]);
    }

    [Theory]
    [InlineData(Archetype.Specialist, "wind", "wind", 20, "", PostPriority.Normal, PickReason.Field)]
    [InlineData(Archetype.Enthusiast, "wind", "wind", 1, "", PostPriority.Normal, PickReason.Fresh)]
    [InlineData(Archetype.Enthusiast, "wind", "wind", 20, "", PostPriority.Normal, PickReason.Topic)]
    [InlineData(Archetype.Colleague, "wind", "wind", 1, "", PostPriority.Normal, PickReason.Topic)]
    [InlineData(Archetype.Colleague, "", "", 1, "Unit", PostPriority.High, PickReason.Unit)]
    [InlineData(Archetype.Colleague, "", "", 1, "", PostPriority.High, PickReason.Important)]
    [InlineData(Archetype.Colleague, "", "", 1, "", PostPriority.Normal, PickReason.Easy)]
    [InlineData(Archetype.Specialist, "", "", 1, "", PostPriority.Normal, PickReason.Company)]
    public void A_pick_says_why(
        Archetype archetype,
        string follows,
        string topics,
        int daysOld,
        string units,
        PostPriority priority,
        PickReason why
    ) =>
        Choose(
                Person("a") with
                {
                    Archetype = archetype,
                    Topics = Words(follows),
                },
                NewPost("p", daysOld) with
                {
                    Topics = Words(topics),
                    ForUnits = Words(units),
                    Priority = priority,
                }
            )
            .ShouldHaveSingleItem()
            .Why.ShouldBe(why);

    [Theory]
    [InlineData("da", "d1")]
    [InlineData("en", "e1")]
    [InlineData("de", "e1")]
    public void A_text_in_the_persons_own_language_comes_before_one_in_the_posts(string language, string text)
    {
        var post = NewPost("p", 1, language: "en") with
        {
            ShareTexts = [new ShareText("e1", "en", "English"), new ShareText("d1", "da", "Dansk")],
        };

        Choose(Person("a") with { Language = language }, post).ShouldHaveSingleItem().TextId.ShouldBe(text);
    }

    [Fact]
    public void A_post_is_offered_to_no_more_of_a_unit_and_of_the_company_than_their_shares()
    {
        var options = new DigestOptions
        {
            UnitShare = 0.3,
            CompanyShare = 0.2,
            ReservedShare = 0,
            HourShare = 1,
        };
        var people = Enumerable.Range(0, 400).Select(i => Person($"e{i}", i < 100 ? "A" : $"B{i % 10}")).ToList();
        var posts = Enumerable.Range(0, 12).Select(i => NewPost($"p{i}", i));

        var given = Run(Spread(posts, options), [people]);

        given.GroupBy(one => one.Pick.PostId).Max(post => post.Count()).ShouldBe(80);
        given
            .Where(one => one.Person.Unit == "A")
            .GroupBy(one => one.Pick.PostId)
            .Max(post => post.Count())
            .ShouldBe(30);
    }

    [Fact]
    public void A_post_with_one_text_goes_to_few_and_those_turned_away_are_counted()
    {
        var spread = Spread([NewPost("p", 1, texts: 1)], new DigestOptions());
        var counts = Counts(spread, readers: 100);

        var offered = Enumerable.Range(0, 100).Count(i => spread.Choose(Person($"e{i}"), [], counts).Count > 0);

        offered.ShouldBeInRange(8, 10);
        // Of the rest, those to whom the usual share leaves room: they would have had it, had there been more texts.
        counts.Company.TurnedAway[0].ShouldBe(100 - offered);
    }

    [Theory]
    // A specialist finds room in the field whatever the post's age; an enthusiast while the post is fresh.
    [InlineData(Archetype.Specialist, "wind", 20, SpreadRule.Offered)]
    [InlineData(Archetype.Specialist, "", 20, SpreadRule.Reserved)]
    [InlineData(Archetype.Enthusiast, "", 6, SpreadRule.Offered)]
    [InlineData(Archetype.Enthusiast, "", 8, SpreadRule.Reserved)]
    [InlineData(Archetype.Colleague, "wind", 6, SpreadRule.Reserved)]
    public void A_part_is_kept_for_specialists_of_the_field_and_for_enthusiasts_while_it_is_fresh(
        Archetype archetype,
        string follows,
        int daysOld,
        SpreadRule rule
    )
    {
        var spread = Spread([NewPost("p", daysOld) with { Topics = ["wind"] }], new DigestOptions { SmallGroup = 0 });
        var counts = Counts(spread, readers: 100);
        for (var i = 0; i < 100; i++)
        {
            spread.Choose(Person($"e{i}"), [], counts);
        }

        var late = Person("late") with { Archetype = archetype, Topics = Words(follows) };

        spread.Explain(late, [], counts)[0].Verdict.Rule.ShouldBe(rule);
    }

    [Fact]
    public void A_wanted_reach_is_kept_to_over_the_weeks_and_given_out_over_the_week()
    {
        var spread = Spread([NewPost("p", 1) with { WantedReach = 50 }]);
        var counts = Counts(spread, readers: 100);
        counts.Company.Before[0] = 10;
        counts.Company.ReadersBefore = 400;
        int Offered() => Enumerable.Range(0, 100).Count(i => spread.Choose(Person($"e{i}"), [], counts).Count > 0);

        // A quarter of the week's people has come, so a quarter of the forty that are left.
        Offered().ShouldBe(10);
        counts.Company.Readers = 400;
        Offered().ShouldBe(30);
        spread.Explain(Person("late"), [], counts)[0].Verdict.Rule.ShouldBe(SpreadRule.ReachMet);
    }

    [Fact]
    public void An_explanation_counts_nothing_and_says_what_choosing_does()
    {
        var posts = Enumerable.Range(0, 12).Select(i => NewPost($"p{i:00}", i)).ToList();
        var spread = Spread(posts, new DigestOptions());
        var counts = Counts(spread);

        var said = spread.Explain(Person("a"), ["p01"], counts);
        spread.Explain(Person("a"), ["p01"], counts).ShouldBe(said);

        said.Select(one => one.Pick)
            .OfType<Pick>()
            .ShouldBe(spread.Choose(Person("a"), ["p01"], counts), ignoreOrder: true);
        said.Count(one => one.Verdict.Rule == SpreadRule.NoRoom).ShouldBe(6);
        said.Count(one => one.Verdict.Rule == SpreadRule.Seen).ShouldBe(1);
    }

    private static IReadOnlyList<Pick> Choose(Employee person, params Post[] posts)
    {
        var spread = Spread(posts);
        return spread.Choose(person, [], Counts(spread));
    }

    private static SpreadRule RuleOf(Post post, Employee person)
    {
        var spread = Spread([post]);
        return spread.Explain(person, [], Counts(spread)).ShouldHaveSingleItem().Verdict.Rule;
    }

    private static string[] Words(string joined) => joined.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
