using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Sharing;

namespace Advocacy.Tests.Digests;

public sealed class FairSpreadTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<string> s_nothing = [];

    [Fact]
    public void Nobody_gets_more_posts_than_the_most()
    {
        var spread = Spread(Enumerable.Range(0, 20).Select(i => NewPost($"p{i}", i)));

        spread.Choose(Person("a"), s_nothing).Count.ShouldBe(5);
    }

    [Fact]
    public void What_was_seen_is_never_offered_again()
    {
        var spread = Spread([NewPost("p1", 1), NewPost("p2", 2)]);

        spread.Choose(Person("a"), new HashSet<string> { "p1" }).Select(pick => pick.PostId).ShouldBe(["p2"]);
        spread.Choose(Person("a"), new HashSet<string> { "p1", "p2" }).ShouldBeEmpty();
    }

    [Theory]
    // No topics on either side: for everyone.
    [InlineData("", "", true)]
    [InlineData("wind", "", true)]
    [InlineData("", "wind", true)]
    [InlineData("wind;heat", "heat;people", true)]
    [InlineData("wind", "heat", false)]
    public void A_post_suits_who_follows_one_of_its_topics(string post, string person, bool suits) =>
        FairSpread
            .Suits(NewPost("p", 1) with { Topics = Topics(post) }, Person("a") with { Topics = Topics(person) })
            .ShouldBe(suits);

    [Theory]
    [InlineData("da", "da", "", true)]
    [InlineData("en", "da", "", true)]
    [InlineData("da", "en", "", false)]
    [InlineData("en", "da", "da", false)]
    [InlineData("de", "en", "en;de", true)]
    public void A_post_suits_who_reads_its_language(string post, string mail, string reads, bool suits) =>
        FairSpread
            .Suits(
                NewPost("p", 1) with
                {
                    Language = post,
                },
                Person("a") with
                {
                    Language = mail,
                    ReadsLanguages = Topics(reads),
                }
            )
            .ShouldBe(suits);

    [Fact]
    public void A_post_without_any_text_suits_nobody() =>
        FairSpread.Suits(NewPost("p", 1) with { ShareTexts = [] }, Person("a")).ShouldBeFalse();

    [Fact]
    public void Topics_followed_come_before_newer_general_news()
    {
        var spread = Spread([
            .. Enumerable.Range(0, 5).Select(i => NewPost($"new{i}", i)),
            NewPost("mine", 20) with
            {
                Topics = ["wind"],
            },
        ]);

        var picks = spread.Choose(Person("a") with { Topics = ["wind"] }, s_nothing);

        picks.Select(pick => pick.PostId).ShouldContain("mine");
    }

    [Fact]
    public void A_digest_is_ordered_newest_first()
    {
        var posts = Enumerable.Range(0, 12).Select(i => NewPost($"p{i:00}", i)).ToList();

        var picks = Spread(posts).Choose(Person("a"), s_nothing).Select(pick => pick.PostId).ToList();

        picks.ShouldBe(picks.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Colleagues_of_a_unit_get_different_texts_while_there_are_any_left()
    {
        var spread = Spread([NewPost("p", 1, texts: 5)]);

        var texts = Enumerable.Range(0, 5).Select(i => spread.Choose(Person($"e{i}"), s_nothing)[0].TextId).ToList();

        texts.Distinct().Count().ShouldBe(5);
    }

    [Theory]
    [InlineData("da", "d1")]
    [InlineData("en", "e1")]
    [InlineData("de", "e1")]
    public void A_text_in_the_persons_own_language_comes_before_one_in_the_posts(string language, string text)
    {
        var spread = Spread([
            NewPost("p", 1) with
            {
                Language = "en",
                ShareTexts = [new ShareText("e1", "en", "English"), new ShareText("d1", "da", "Dansk")],
            },
        ]);

        spread.Choose(Person("a") with { Language = language }, s_nothing).ShouldHaveSingleItem().TextId.ShouldBe(text);
    }

    [Fact]
    public void A_full_turn_share_is_newest_first_for_all()
    {
        var posts = Enumerable.Range(0, 12).Select(i => NewPost($"p{i:00}", i)).ToList();
        var spread = new FairSpread("2026-W48", posts, mostPosts: 5, turnShare: 1);

        for (var i = 0; i < 20; i++)
        {
            spread
                .Choose(Person($"e{i}"), s_nothing)
                .Select(pick => pick.PostId)
                .ShouldBe(["p00", "p01", "p02", "p03", "p04"]);
        }
    }

    [Fact]
    public void Turns_keep_one_post_from_reaching_everybody()
    {
        var posts = Enumerable.Range(0, 12).Select(i => NewPost($"p{i:00}", i)).ToList();
        var spread = Spread(posts);

        var newest = Enumerable
            .Range(0, 1000)
            .Count(i => spread.Choose(Person($"e{i}"), s_nothing).Any(pick => pick.PostId == "p00"));

        // 60 % have their turn; hardly anyone is left without five posts of their turn, and is filled up with it.
        newest.ShouldBeInRange(550, 750);
    }

    [Fact]
    public void The_same_input_gives_the_same_picks()
    {
        static IEnumerable<string> Run()
        {
            var spread = Spread(Enumerable.Range(0, 12).Select(i => NewPost($"p{i}", i, texts: 3)));
            return Enumerable.Range(0, 50).Select(i => string.Join(',', spread.Choose(Person($"e{i}"), s_nothing)));
        }

        Run().ShouldBe(Run());
    }

    private static FairSpread Spread(IEnumerable<Post> posts) => new("2026-W48", posts, mostPosts: 5, turnShare: 0.6);

    private static string[] Topics(string joined) => joined.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static Employee Person(string id) =>
        new()
        {
            Id = id,
            Address = $"{id}@company.example",
            Name = id,
            Unit = "Unit",
            Language = "da",
            TimeZone = "Europe/Copenhagen",
        };

    private static Post NewPost(string id, int daysOld, int texts = 1) =>
        new()
        {
            Id = id,
            Url = $"https://company.example/{id}",
            Title = id,
            Language = "da",
            PublishedAt = s_now.AddDays(-daysOld),
            TakenInAt = s_now,
            Status = PostStatus.Ready,
            ShareTexts = [.. Enumerable.Range(1, texts).Select(i => new ShareText($"t{i}", "da", $"Text {i}"))],
        };
}
