using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Spread;
using Advocacy.People;
using Advocacy.Sharing;

namespace Advocacy.Tests.Digests;

/// <summary>People and posts for the spread, and a week in memory.</summary>
internal static class SpreadScene
{
    /// <summary>Settings under which every post is offered to everybody it suits.</summary>
    public static readonly IReadOnlyList<(string, string)> ToAll =
    [
        ("Advocacy:Digests:UnitShare", "1"),
        ("Advocacy:Digests:CompanyShare", "1"),
        ("Advocacy:Digests:HourShare", "1"),
        ("Advocacy:Digests:OneTextShare", "1"),
        ("Advocacy:Digests:ReservedShare", "0"),
    ];

    public const string Week = "2026-W48";

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The same for tests without a host.</summary>
    public static DigestOptions ToAllOptions =>
        new()
        {
            UnitShare = 1,
            CompanyShare = 1,
            HourShare = 1,
            OneTextShare = 1,
            ReservedShare = 0,
        };

    public static FairSpread Spread(IEnumerable<Post> posts, DigestOptions? options = null, string week = Week) =>
        new(week, posts, options ?? ToAllOptions, Now);

    public static SpreadCounts Counts(FairSpread spread, string unit = "Unit", int readers = 1000) =>
        new(spread.NewUnit(unit), spread.NewCompany(), spread.NewHour("hour"))
        {
            Unit = { Readers = readers },
            Company = { Readers = readers },
            Hour = { Readers = readers },
        };

    public static Employee Person(string id, string unit = "Unit") =>
        new()
        {
            Id = id,
            Address = $"{id}@company.example",
            Name = id,
            Unit = unit,
            Language = "da",
            TimeZone = "Europe/Copenhagen",
        };

    public static Post NewPost(string id, int daysOld, int texts = 3, string language = "da") =>
        new()
        {
            Id = id,
            Url = $"https://company.example/{id}",
            Title = id,
            Language = language,
            PublishedAt = Now.AddDays(-daysOld),
            TakenInAt = Now,
            Status = PostStatus.Ready,
            ShareTexts = [.. Enumerable.Range(1, texts).Select(i => new ShareText($"t{i}", language, $"Text {i}"))],
        };

    /// <summary>A digest of somebody.</summary>
    public sealed record Given(Employee Person, string Hour, Pick Pick);

    /// <summary>
    /// Chooses for everybody, hour by hour, each unit's people in their turn, as the planner does.
    /// </summary>
    /// <param name="hours">The people of each hour, in the order of the hours.</param>
    /// <param name="lastWeek">What was given in the week before.</param>
    public static List<Given> Run(
        FairSpread spread,
        IEnumerable<IReadOnlyList<Employee>> hours,
        IReadOnlyList<Given>? lastWeek = null,
        Func<Employee, IEnumerable<string>>? seen = null
    )
    {
        var given = new List<Given>();
        var company = spread.NewCompany();
        var units = new Dictionary<string, UnitCounts>();
        foreach (var (number, people) in hours.Index())
        {
            var hour = spread.NewHour($"hour {number}");
            hour.Readers = people.Count;
            company.Readers += people.Count;
            foreach (var unit in people.GroupBy(person => person.Unit).OrderBy(u => u.Key, StringComparer.Ordinal))
            {
                if (!units.TryGetValue(unit.Key, out var counts))
                {
                    counts = units[unit.Key] = spread.NewUnit(unit.Key);
                    foreach (var one in (lastWeek ?? []).Where(one => one.Person.Unit == unit.Key))
                    {
                        if (spread.Find(one.Pick.PostId) is { } post)
                        {
                            counts.LastWeek[post.FirstText + TextOf(post, one.Pick)] = true;
                        }
                    }
                }
                counts.Readers += unit.Count();
                foreach (var person in spread.InTurn(unit, person => person))
                {
                    var picks = spread.Choose(
                        person,
                        seen?.Invoke(person) ?? [],
                        new SpreadCounts(counts, company, hour)
                    );
                    given.AddRange(picks.Select(pick => new Given(person, $"hour {number}", pick)));
                }
            }
        }
        return given;
    }

    private static int TextOf(SpreadPost post, Pick pick) =>
        post.Post.ShareTexts.Index().Single(text => text.Item.Id == pick.TextId).Index;
}
