using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.People;
using FsCheck;
using FsCheck.Fluent;
using static Advocacy.Tests.Digests.SpreadScene;

namespace Advocacy.Tests.Digests;

/// <summary>What holds of every company, in whatever order its people and hours come.</summary>
public sealed class SpreadPropertyTests
{
    private static readonly string[] s_topics = ["wind", "heat", "people"];
    private static readonly string[] s_languages = ["da", "en"];

    private sealed record Company(List<IReadOnlyList<Employee>> Hours, List<Post> Posts, DigestOptions Options)
    {
        public override string ToString() =>
            $"hours {string.Join('/', Hours.Select(h => h.Count))}, {Posts.Count} posts, shares {Options.UnitShare} {Options.CompanyShare} {Options.HourShare}, {Options.SmallGroup}";
    }

    [Fact]
    public void The_split_over_the_texts_is_as_even_as_can_be() =>
        Always(company =>
            GroupsOf(company, Run(Spread(company.Posts, company.Options), company.Hours))
                .All(group => group.Texts.Max() - group.Texts.Min() <= 1)
        );

    [Fact]
    public void A_text_of_last_week_comes_again_only_when_the_others_of_the_post_are_given() =>
        Always(company =>
        {
            var first = Run(Spread(company.Posts, company.Options), company.Hours);
            var seen = first.ToLookup(one => one.Person.Id, one => one.Pick.PostId);
            var second = Run(
                Spread(company.Posts, company.Options, "2026-W49"),
                company.Hours,
                first,
                person => seen[person.Id]
            );
            var last = first.Select(one => (one.Person.Unit, one.Pick.PostId, one.Pick.TextId)).ToHashSet();
            return GroupsOf(company, second)
                .All(group =>
                    // Who had it last week was given no more often than any that was not.
                    group
                        .Ids.Zip(group.Texts)
                        .Where(text => !last.Contains((group.Unit, group.PostId, text.First)))
                        .All(fresh =>
                            group
                                .Ids.Zip(group.Texts)
                                .Where(text => last.Contains((group.Unit, group.PostId, text.First)))
                                .All(old => old.Second <= fresh.Second)
                        )
                );
        });

    [Fact]
    public void No_share_is_exceeded_at_any_hour() =>
        Always(company =>
        {
            var given = Run(Spread(company.Posts, company.Options), company.Hours);
            return Enumerable
                .Range(1, company.Hours.Count)
                .All(hours =>
                {
                    var names = Enumerable.Range(0, hours).Select(i => $"hour {i}").ToHashSet();
                    var sofar = given.Where(one => names.Contains(one.Hour)).ToList();
                    var people = company.Hours.Take(hours).SelectMany(hour => hour).ToList();
                    var now = sofar.Where(one => one.Hour == $"hour {hours - 1}");
                    return IsWithin(sofar, people.Count, company.Options.CompanyShare, company.Options)
                        && IsWithin(now, company.Hours[hours - 1].Count, company.Options.HourShare, company.Options)
                        && sofar
                            .GroupBy(one => one.Person.Unit)
                            .All(unit =>
                                IsWithin(
                                    unit,
                                    people.Count(person => person.Unit == unit.Key),
                                    company.Options.UnitShare,
                                    company.Options
                                )
                            );
                });
        });

    [Fact]
    public void Everybody_gets_only_what_suits_them_and_no_more_than_they_asked_for() =>
        Always(company =>
        {
            var posts = company.Posts.ToDictionary(post => post.Id);
            return Run(Spread(company.Posts, company.Options), company.Hours)
                .GroupBy(one => one.Person)
                .All(digest =>
                    digest.Count() <= (digest.Key.MostPosts ?? company.Options.MostPosts)
                    && digest.DistinctBy(one => one.Pick.PostId).Count() == digest.Count()
                    && digest.All(one =>
                        posts[one.Pick.PostId] is var post
                        && post.IsOfferableAt(Now)
                        && (post.Language == "en" || digest.Key.Language == post.Language)
                        && (post.ForUnits.Count == 0 || post.ForUnits.Contains(digest.Key.Unit))
                        && (
                            post.Topics.Count == 0
                            || digest.Key.Topics.Count == 0
                            || post.Topics.Intersect(digest.Key.Topics).Any()
                        )
                    )
                );
        });

    [Fact]
    public void The_order_in_which_posts_and_an_hours_people_are_handed_in_changes_nothing() =>
        Always(company =>
        {
            var backwards = company.Hours.ConvertAll<IReadOnlyList<Employee>>(hour => [.. hour.Reverse()]);
            var one = Run(Spread(company.Posts, company.Options), company.Hours);
            var other = Run(Spread(Enumerable.Reverse(company.Posts), company.Options), backwards);
            return one.Select(Line).SequenceEqual(other.Select(Line));
        });

    [Fact]
    public void The_same_input_and_seed_give_the_same_and_another_seed_gives_another()
    {
        var people = Enumerable.Range(0, 200).Select(i => Person($"e{i}", $"U{i % 9}")).ToList();
        List<Post> posts = [.. Enumerable.Range(0, 12).Select(i => NewPost($"p{i}", i, 5))];
        string All(string seed) =>
            string.Join('\n', Run(Spread(posts, new DigestOptions { Seed = seed }), [people]).Select(Line));

        All("a").ShouldBe(All("a"));
        All("a").ShouldNotBe(All("b"));
    }

    private static string Line(Given one) => $"{one.Person.Id} {one.Hour} {one.Pick}";

    private static bool IsWithin(IEnumerable<Given> given, int readers, double share, DigestOptions options) =>
        given.GroupBy(one => one.Pick.PostId).All(post => post.Count() <= Most(readers, share, options));

    private static int Most(int readers, double share, DigestOptions options) =>
        Math.Max(options.SmallGroup, (int)Math.Ceiling(share * readers));

    private sealed record TextGroup(string Unit, string PostId, string[] Ids, int[] Texts);

    /// <summary>People by text, for each unit and post: all texts are in the post's language, so everybody has the same.</summary>
    private static IEnumerable<TextGroup> GroupsOf(Company company, IEnumerable<Given> given)
    {
        var posts = company.Posts.ToDictionary(post => post.Id);
        foreach (var group in given.GroupBy(one => (one.Person.Unit, one.Pick.PostId)))
        {
            string[] ids = [.. posts[group.Key.PostId].ShareTexts.Select(text => text.Id)];
            int[] counts = [.. ids.Select(id => group.Count(one => one.Pick.TextId == id))];
            yield return new TextGroup(group.Key.Unit, group.Key.PostId, ids, counts);
        }
    }

    private static void Always(Func<Company, bool> holds) =>
        Prop.ForAll(Companies().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static Gen<Company> Companies()
    {
        var person =
            from unit in Gen.Choose(0, 3)
            from archetype in Gen.Elements(Enum.GetValues<Archetype>())
            from topics in Gen.SubListOf(s_topics)
            from language in Gen.Elements(s_languages)
            from most in Gen.Choose(0, 9)
            select Person("", $"Unit {unit}") with
            {
                Archetype = archetype,
                Topics = [.. topics],
                Language = language,
                MostPosts = most == 0 ? null : most,
            };
        var post =
            from age in Gen.Choose(0, 35)
            from texts in Gen.Choose(0, 5)
            from language in Gen.Elements(s_languages)
            from topics in Gen.SubListOf(s_topics)
            from priority in Gen.Elements(Enum.GetValues<PostPriority>())
            from unit in Gen.Choose(0, 8)
            from expires in Gen.Choose(-1, 4)
            select NewPost("", age, texts, language) with
            {
                Topics = [.. topics],
                Priority = priority,
                ForUnits = unit <= 3 ? [$"Unit {unit}"] : [],
                ExpiresAt = expires <= 0 ? Now.AddHours(expires) : null,
            };
        return from hours in person.ListOf().ListOf()
            from posts in post.ListOf()
            from unitShare in Gen.Elements(0.1, 0.3, 0.5, 1.0)
            from companyShare in Gen.Elements(0.2, 0.4, 1.0)
            from hourShare in Gen.Elements(0.5, 1.0)
            from small in Gen.Choose(0, 3)
            select new Company(
                [
                    .. hours.Select(
                        IReadOnlyList<Employee> (hour, h) => [.. hour.Select((one, i) => one with { Id = $"e{h}-{i}" })]
                    ),
                ],
                [.. posts.Select((one, i) => one with { Id = $"p{i}" })],
                new DigestOptions
                {
                    UnitShare = unitShare,
                    CompanyShare = companyShare,
                    HourShare = hourShare,
                    SmallGroup = small,
                    MostPosts = 4,
                }
            );
    }
}
