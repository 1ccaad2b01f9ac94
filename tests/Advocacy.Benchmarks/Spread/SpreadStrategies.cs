using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.People;

namespace Advocacy.Benchmarks.Spread;

/// <summary>A way to decide an edition.</summary>
internal abstract class SpreadStrategy
{
    /// <summary>In the order in which they are printed; the first is ours.</summary>
    public static readonly IReadOnlyDictionary<string, Func<SpreadStrategy>> All = new Dictionary<
        string,
        Func<SpreadStrategy>
    >
    {
        ["ours"] = () => new Ours(),
        ["newest-for-all"] = () => new NewestForAll(byTopic: false),
        ["newest-by-topic"] = () => new NewestForAll(byTopic: true),
        ["random"] = () => new AtRandom(),
        ["round-robin"] = () => new RoundRobin(),
    };

    /// <param name="before">The editions before, the oldest first: nobody is offered a post twice.</param>
    public abstract SpreadPlan Plan(SpreadCompany company, int edition, IReadOnlyList<SpreadPlan> before);

    protected static HashSet<int> SeenBy(int person, IEnumerable<SpreadPlan> before) =>
        [.. before.SelectMany(plan => plan.Of(person)).Select(pick => pick.Post)];

    protected static bool Reads(Employee person, Post post) => Suitability.Reads(person, post.Language);

    protected static bool Suits(Employee person, Post post) =>
        Reads(person, post)
        && (post.Topics.Count == 0 || person.Topics.Count == 0 || Suitability.Follows(post, person));
}

/// <summary>The product's own classes, hour by hour and unit by unit as the planner calls them, without a store.</summary>
internal sealed class Ours : SpreadStrategy
{
    private UnitCounts?[]? _last;
    private FairSpread? _lastSpread;

    /// <inheritdoc/>
    public override SpreadPlan Plan(SpreadCompany company, int edition, IReadOnlyList<SpreadPlan> before)
    {
        var plan = new SpreadPlan(company.People.Length);
        var spread = new FairSpread(
            SpreadCompany.IdOf(edition),
            company.PostsOf(edition),
            new DigestOptions(),
            SpreadCompany.NowOf(edition)
        );
        var counts = spread.NewCompany();
        var units = new UnitCounts?[company.UnitCount];
        var ids = Enumerable.Range(0, company.PostCount).Select(i => $"p{i:000}").ToArray();
        var order = new List<int>();
        for (var first = 0; first < company.People.Length; first += order.Count)
        {
            order.Clear();
            for (var i = first; i < company.People.Length && company.Hours[i] == company.Hours[first]; i++)
            {
                order.Add(i);
            }
            var hour = spread.NewHour(company.People[first].DigestSlot);
            hour.Readers = order.Count;
            counts.Readers += order.Count;
            foreach (var unit in order.GroupBy(i => company.Units[i]))
            {
                var mine = units[unit.Key] ??= NewUnit(spread, company.People[unit.First()].Unit, unit.Key);
                mine.Readers += unit.Count();
                var all = new SpreadCounts(mine, counts, hour);
                foreach (var i in spread.InTurn(unit, i => company.People[i]))
                {
                    var seen = before.SelectMany(one => one.Of(i)).Select(pick => ids[pick.Post]);
                    foreach (var (n, pick) in spread.Choose(company.People[i], seen, all).Index())
                    {
                        plan.Set(i, n, company.NumberOf(pick.PostId), pick.TextId[1] - '1');
                    }
                }
            }
        }
        (_last, _lastSpread) = (units, spread);
        return plan;
    }

    private UnitCounts NewUnit(FairSpread spread, string name, int number)
    {
        var unit = spread.NewUnit(name);
        foreach (var post in spread.Posts)
        {
            if (_lastSpread?.Find(post.Post.Id) is { } old && _last![number] is { } last)
            {
                for (var i = 0; i < SpreadCompany.TextsOfAPost; i++)
                {
                    unit.LastWeek[post.FirstText + i] = last.Texts[old.FirstText + i] > 0;
                }
            }
        }
        return unit;
    }
}

/// <summary>A newsletter: the newest that the person can read and did not have, each with its first text.</summary>
internal sealed class NewestForAll(bool byTopic) : SpreadStrategy
{
    public override SpreadPlan Plan(SpreadCompany company, int edition, IReadOnlyList<SpreadPlan> before)
    {
        var plan = new SpreadPlan(company.People.Length);
        Post[] newest = [.. company.PostsOf(edition).Reverse()];
        foreach (var (i, person) in company.People.Index())
        {
            var seen = SeenBy(i, before);
            var posts = newest.Where(post =>
                !seen.Contains(company.NumberOf(post.Id)) && (byTopic ? Suits(person, post) : Reads(person, post))
            );
            posts = byTopic ? posts.OrderBy(post => !Suitability.Follows(post, person)) : posts;
            foreach (var (n, post) in posts.Take(SpreadCompany.MostPosts).Index())
            {
                plan.Set(i, n, company.NumberOf(post.Id), 0);
            }
        }
        return plan;
    }
}

/// <summary>Any posts that the person can read and did not have, each with any text.</summary>
internal sealed class AtRandom : SpreadStrategy
{
    public override SpreadPlan Plan(SpreadCompany company, int edition, IReadOnlyList<SpreadPlan> before)
    {
        var plan = new SpreadPlan(company.People.Length);
        var random = new Random(edition);
        var posts = company.PostsOf(edition);
        foreach (var (i, person) in company.People.Index())
        {
            var seen = SeenBy(i, before);
            Post[] readable =
            [
                .. posts.Where(post => !seen.Contains(company.NumberOf(post.Id)) && Reads(person, post)),
            ];
            random.Shuffle(readable);
            foreach (var (n, post) in readable.Take(SpreadCompany.MostPosts).Index())
            {
                plan.Set(i, n, company.NumberOf(post.Id), random.Next(SpreadCompany.TextsOfAPost));
            }
        }
        return plan;
    }
}

/// <summary>Posts and texts in turn: each person goes on where the one before left off.</summary>
internal sealed class RoundRobin : SpreadStrategy
{
    public override SpreadPlan Plan(SpreadCompany company, int edition, IReadOnlyList<SpreadPlan> before)
    {
        var plan = new SpreadPlan(company.People.Length);
        var posts = company.PostsOf(edition);
        var texts = new int[company.PostCount];
        var next = 0;
        foreach (var (i, person) in company.People.Index())
        {
            var seen = SeenBy(i, before);
            var n = 0;
            for (var tries = 0; tries < posts.Count && n < SpreadCompany.MostPosts; tries++, next++)
            {
                var post = posts[next % posts.Count];
                var number = company.NumberOf(post.Id);
                if (!seen.Contains(number) && Reads(person, post))
                {
                    plan.Set(i, n++, number, texts[number]++ % SpreadCompany.TextsOfAPost);
                }
            }
        }
        return plan;
    }
}
