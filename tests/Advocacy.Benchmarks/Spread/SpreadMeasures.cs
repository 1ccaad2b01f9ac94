using Advocacy.Digests.Spread;

namespace Advocacy.Benchmarks.Spread;

/// <summary>What one edition's plan came to.</summary>
/// <param name="SameText">The chance that two random people of a unit who share a post use the same text of it.</param>
/// <param name="Bound">The least that this chance can be with so many texts: see functions/Advocacy/Digests/Spread/README.md.</param>
/// <param name="Repeated">Of the uses of a text in a unit, the part in which the unit had it last week although another was left.</param>
/// <param name="Burst">The largest part of one post's offers that falls into one hour, of posts that at least one in a hundred is offered.</param>
/// <param name="BusiestHour">The part of all offers that falls into the busiest hour: some post's burst is at least as large.</param>
/// <param name="LargestShare">The largest part of the company that is offered one post.</param>
/// <param name="Relevance">Of what is offered to people who follow topics, the part that they follow.</param>
/// <param name="PostsEach">Posts in a digest on average, empty ones included.</param>
/// <param name="WithoutAny">The part of the people who get none.</param>
/// <param name="Variants">Digests that differ in their posts or the order of them, for a hundred people: each is rendered once.</param>
internal sealed record SpreadMeasures(
    double SameText,
    double Bound,
    double Repeated,
    double Burst,
    double BusiestHour,
    double LargestShare,
    double Relevance,
    double PostsEach,
    double WithoutAny,
    double Variants
)
{
    private const int Texts = SpreadCompany.TextsOfAPost;

    public static SpreadMeasures Of(SpreadCompany company, int edition, SpreadPlan plan, SpreadPlan? last)
    {
        var (same, pairs, least) = (0.0, 0.0, 0.0);
        var used = UsesOf(company, plan);
        var usedLast = last is null ? null : UsesOf(company, last);
        var (uses, repeated) = (0.0, 0.0);
        for (var group = 0; group < used.Length; group += Texts)
        {
            var counts = used.AsSpan(group, Texts);
            var people = 0;
            var fewest = int.MaxValue;
            foreach (var count in counts)
            {
                people += count;
                fewest = Math.Min(fewest, count);
                same += PairsOf(count);
            }
            pairs += PairsOf(people);
            var (each, more) = Math.DivRem(people, Texts);
            least += (more * PairsOf(each + 1)) + ((Texts - more) * PairsOf(each));
            for (var text = 0; text < Texts && usedLast is not null; text++)
            {
                uses += counts[text] > 0 ? 1 : 0;
                repeated +=
                    counts[text] > 0 && usedLast[group + text] > 0 && IsLeft(counts, usedLast, group, text) ? 1 : 0;
            }
        }
        var offers = OffersOf(company, plan);
        return new SpreadMeasures(
            same / pairs,
            least / pairs,
            uses == 0 ? 0 : repeated / uses,
            BurstOf(company, offers),
            offers.Values.GroupBy(one => one.Hour).Max(hour => hour.Sum(one => one.People))
                / (double)offers.Values.Sum(one => one.People),
            offers.Values.GroupBy(one => one.Post).Max(post => post.Sum(one => one.People))
                / (double)company.People.Length,
            RelevanceOf(company, edition, plan),
            offers.Values.Sum(one => one.People) / (double)company.People.Length,
            Enumerable.Range(0, company.People.Length).Count(i => !plan.Of(i).Any()) / (double)company.People.Length,
            100.0
                * Enumerable
                    .Range(0, company.People.Length)
                    .Select(i =>
                        plan.Of(i).Aggregate(0L, (key, pick) => (key * (company.PostCount + 1)) + pick.Post + 1)
                    )
                    .Distinct()
                    .Count()
                / company.People.Length
        );
    }

    /// <summary>True where another text, not of last week, was given less often: it should have come first.</summary>
    private static bool IsLeft(ReadOnlySpan<int> counts, int[] usedLast, int group, int text)
    {
        for (var other = 0; other < Texts; other++)
        {
            if (usedLast[group + other] == 0 && counts[other] < counts[text])
            {
                return true;
            }
        }
        return false;
    }

    private static double PairsOf(int people) => people * (people - 1.0) / 2;

    /// <summary>People by unit, post and text.</summary>
    private static int[] UsesOf(SpreadCompany company, SpreadPlan plan)
    {
        var used = new int[company.UnitCount * company.PostCount * Texts];
        for (var i = 0; i < company.People.Length; i++)
        {
            foreach (var (post, text) in plan.Of(i))
            {
                used[(((company.Units[i] * company.PostCount) + post) * Texts) + text]++;
            }
        }
        return used;
    }

    private sealed record Offers(int Post, long Hour)
    {
        public int People { get; set; }
    }

    private static Dictionary<(int, long), Offers> OffersOf(SpreadCompany company, SpreadPlan plan)
    {
        var offers = new Dictionary<(int, long), Offers>();
        for (var i = 0; i < company.People.Length; i++)
        {
            foreach (var (post, _) in plan.Of(i))
            {
                var key = (post, company.Hours[i]);
                if (!offers.TryGetValue(key, out var one))
                {
                    offers[key] = one = new Offers(post, company.Hours[i]);
                }
                one.People++;
            }
        }
        return offers;
    }

    private static double BurstOf(SpreadCompany company, Dictionary<(int, long), Offers> offers) =>
        offers
            .Values.GroupBy(one => one.Post)
            .Where(post => post.Sum(one => one.People) >= Math.Max(20, company.People.Length / 100))
            .Max(post => post.Max(one => one.People) / (double)post.Sum(one => one.People));

    private static double RelevanceOf(SpreadCompany company, int edition, SpreadPlan plan)
    {
        var posts = company.PostsOf(edition).ToDictionary(post => company.NumberOf(post.Id));
        var (all, followed) = (0, 0);
        foreach (var (i, person) in company.People.Index())
        {
            foreach (var (post, _) in person.Topics.Count == 0 ? [] : plan.Of(i))
            {
                all++;
                followed += Suitability.Follows(posts[post], person) ? 1 : 0;
            }
        }
        return (double)followed / all;
    }
}
