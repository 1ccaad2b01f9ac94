using Advocacy.Digests;
using Advocacy.Insights;
using Advocacy.Insights.Dashboard;
using Advocacy.Programme;
using Advocacy.Programme.Goals;
using Advocacy.Programme.Pulse;

namespace Advocacy.Tests.Dashboard;

/// <summary>Figures as they would be of a company of some 600 people, invented and always the same.</summary>
internal static class SampleFigures
{
    public static readonly DateOnly Monday = new(2026, 11, 16);
    private const int Weeks = 26;
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_titles =
    [
        "Vi åbner Danmarks største varmepumpe i Esbjerg",
        "Ny vindmøllepark ud for Thorsminde giver strøm til 90.000 hjem",
        "Three things we learned from a year of flexible power",
        "Mød vores nye lærlinge: 42 unge er begyndt",
        "Sådan holder vi gravearbejdet kort på Vestergade",
        "Vores elnet fik prisen for årets digitale løsning",
    ];

    private static readonly string[] s_texts =
    [
        "Jeg var med, da vi tændte den. Så stor lyder 3.500 fjernvarmekunder, når de får ny varme",
        "90.000 hjem. Det er det, jeg tænker på, når vinden tager fat derude",
        "42 nye kolleger på én dag. Sig hej til dem, hvis du ser en gul hjelm",
        "A year ago nobody believed that a dairy could run on the wind. Then we tried",
        "Vejen er åben igen på torsdag. Det lovede vi, og det holder",
    ];

    public static DashboardFigures HalfAYear()
    {
        var trend = Enumerable.Range(0, Weeks).Where(i => i != 9).Select(Week).ToList();
        return Nothing() with
        {
            Trend = trend,
            Before = trend[^2],
            Goals =
            [
                Goal(GoalMetric.Participation, 20, 17.4m),
                Goal(GoalMetric.AudienceClicks, 6000, 6412, GoalPeriod.Quarter),
                Goal(GoalMetric.Consents, 400, 355),
                Goal(GoalMetric.MinutesToShare, 1440, 1183),
                Goal(GoalMetric.Shares, 300, null),
            ],
            Groups = [.. Groups()],
            BestPosts = [.. s_titles.Select(Post)],
            Pulse = Pulse,
            Supply = new ContentSupply(
                12,
                3,
                1,
                2,
                [
                    new TopicSupply("apprentices", 0, 40),
                    new TopicSupply("heat pumps", 1, 65),
                    new TopicSupply("grid", 2, null),
                    new TopicSupply("wind", 5, 120),
                    new TopicSupply("climate", 6, 95),
                    new TopicSupply("jobs", 8, 30),
                ],
                [new LanguageSupply("da", 9), new LanguageSupply("en", 3)],
                [new ThinSupply("p4", s_titles[4], 1, 35), new ThinSupply("p2", s_titles[2], 2, null)]
            ),
            Health = new ProgrammeHealth(7, 1, s_now.AddMinutes(-53), "Lexicon", null, 2, s_now.AddMinutes(-37)),
        };
    }

    /// <summary>The first week goes on: little may be shown.</summary>
    public static DashboardFigures FirstWeek() =>
        Nothing() with
        {
            Trend =
            [
                new WeekInsight
                {
                    Id = "week",
                    Week = Edition.IdOf(Monday),
                    WeekStart = Monday,
                    Provisional = true,
                    Digests = 40,
                    Offered = 155,
                    Clicks = 11,
                    ClicksRaw = 19,
                    Posts = 5,
                    PostsNeutral = 5,
                    SameText = 0.31m,
                    SameTextBound = 0.31m,
                },
            ],
        };

    /// <summary>A new company: no figure at all.</summary>
    public static DashboardFigures Nothing() =>
        new()
        {
            Week = Edition.IdOf(Monday),
            Monday = Monday,
            SmallestGroup = 5,
            Before = null,
            Trend = [],
            Goals = [],
            Groups = [],
            BestPosts = [],
            Pulse = null,
            Supply = new ContentSupply(0, 0, 0, 0, [], [], []),
            Health = new ProgrammeHealth(0, 0, null, null, 0, 0, null),
        };

    /// <summary>Everything as long as it gets.</summary>
    public static DashboardFigures Longest()
    {
        const string Word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
        var figures = HalfAYear();
        return figures with
        {
            Groups =
            [
                .. figures.Groups.Select(row => row with { Label = $"{row.Label} {Word}" }),
                .. Enumerable.Range(0, 60).Select(i => Row(InsightGroup.Unit, $"Unit {i} of {Word}", i, i * 100)),
            ],
            BestPosts =
            [
                .. figures.BestPosts.Select(post => post with { Title = $"{post.Title} {Word} {Word} {Word}" }),
            ],
            Supply = figures.Supply with
            {
                Topics = [.. Enumerable.Range(0, 30).Select(i => new TopicSupply($"{Word}-{i}", i, 1_000_000))],
                Thin = [new ThinSupply("p", $"{Word} {Word} {Word}", 1, 5)],
            },
        };
    }

    private static WeekInsight Week(int i)
    {
        var monday = Monday.AddDays(-7 * (Weeks - 1 - i));
        var digests = 180 + (i * 9) + (i % 3 * 4);
        var sharers = i is 0 or 1 ? (int?)null : (int)(digests * (0.08 + (i * 0.0036) + (0.012 * Math.Sin(i))));
        var shared = sharers * 2 - (i % 5);
        var clicks = (int)(40 + (i * 21) + (60 * Math.Sin(i * 1.3)));
        return new WeekInsight
        {
            Id = $"week-{i}",
            Week = Edition.IdOf(monday),
            WeekStart = monday,
            Digests = digests,
            Offered = digests * 4,
            Opened = (int)(digests * 0.9),
            Shared = shared,
            Sharers = sharers,
            NotForMe = 9 + (i % 6),
            Participation = sharers is null ? null : Math.Round(100m * sharers.Value / digests, 1),
            Clicks = clicks,
            ClicksRaw = clicks + (clicks / 3),
            Emv = clicks * 14.5m,
            Currency = "DKK",
            RateSet = "2",
            Conversions = i / 4,
            ConversionValue = i / 4 * 1250m,
            MinutesToShareLower = 70 + (i % 4 * 11),
            MinutesToShare = 1500 - (i * 19) + (i % 3 * 60),
            MinutesToShareUpper = 3100 - (i * 12),
            Posts = 14,
            PostsPositive = 7,
            PostsNeutral = 5,
            PostsMixed = 1,
            PostsNegative = 1,
            SameText = 0.34m - (i * 0.005m),
            SameTextBound = 0.32m - (i * 0.005m),
            DigestEmailYes = digests / 5 * 5,
            ClickMeasurementYes = (int)(digests * 0.34) / 5 * 5,
            ShareStatisticsYes = (int)(digests * 0.52) / 5 * 5,
            DigestEmailGiven = 12,
            DigestEmailWithdrawn = i == Weeks - 1 ? 5 : null,
        };
    }

    private static IEnumerable<GroupInsight> Groups()
    {
        (string Name, int People, int? Sharers)[] units =
        [
            ("Net og anlæg", 124, 22),
            ("Kundeservice", 88, 19),
            ("Vind", 71, 17),
            ("Kommunikation", 14, null),
            ("Økonomi og indkøb", 52, 6),
            ("Fjernvarme", 63, 9),
        ];
        foreach (var (name, people, sharers) in units)
        {
            yield return Row(InsightGroup.Unit, name, sharers * 2, 0) with
            {
                Digests = people,
                Sharers = sharers,
                Participation = sharers is null ? null : Math.Round(100m * sharers.Value / people, 1),
            };
        }
        yield return Row(InsightGroup.Archetype, "Enthusiast", 61, 0) with
        {
            Digests = 58,
            Sharers = 31,
        };
        yield return Row(InsightGroup.Archetype, "Specialist", 48, 0) with
        {
            Digests = 130,
            Sharers = 27,
        };
        yield return Row(InsightGroup.Archetype, "Colleague", 25, 0) with
        {
            Digests = 224,
            Sharers = 15,
        };
        yield return Row(InsightGroup.Channel, "linkedin", 81, 402);
        yield return Row(InsightGroup.Channel, "facebook", 30, 117);
        yield return Row(InsightGroup.Channel, "whatsapp", 12, 41);
        yield return Row(InsightGroup.Channel, "other", null, 6);
        yield return Row(InsightGroup.Topic, "=wind", 70, 300);
        yield return Row(InsightGroup.Language, "da", 110, 480);
        yield return Row(InsightGroup.Reason, "Topic", null, 0) with
        {
            NotForMe = 9,
        };
        for (var i = 0; i < s_texts.Length; i++)
        {
            yield return Row(InsightGroup.Text, s_texts[i], i > 2 ? null : 21 - (i * 5), 190 - (i * 37));
        }
        for (var hour = 6; hour < 23; hour++)
        {
            yield return Row(InsightGroup.Hour, $"{hour:00}", null, (int)(30 + (28 * Math.Sin((hour - 3) * 0.9))));
        }
    }

    private static GroupInsight Row(InsightGroup group, string key, int? shared, int clicks) =>
        new()
        {
            Id = GroupInsight.IdOf("w", group, key),
            Week = Edition.IdOf(Monday),
            WeekStart = Monday,
            Group = group,
            Key = key,
            Label = key,
            Offered = 400,
            Shared = shared,
            Clicks = clicks,
            ClicksRaw = clicks * 4 / 3,
            Emv = group == InsightGroup.Channel ? clicks * 14.5m : null,
            Currency = group == InsightGroup.Channel ? "DKK" : null,
        };

    private static Insight Post(string title, int i) =>
        new()
        {
            Id = $"post-{i}",
            PostId = $"p{i}",
            Title = title,
            Url = $"https://nordlys.example/news/{i}",
            Language = i == 2 ? "en" : "da",
            Delivered = 410 - (i * 40),
            Shared = i == 4 ? null : 40 - (i * 7),
            AudienceClicks = 231 - (i * 38),
            Emv = (231 - (i * 38)) * 14.5m,
            Currency = "DKK",
            RolledUpAt = s_now,
        };

    private static GoalFigure Goal(
        GoalMetric metric,
        int target,
        decimal? actual,
        GoalPeriod period = GoalPeriod.Month
    ) => new(metric, period, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), target, actual);

    private static PulseQuestion Pulse =>
        new()
        {
            Id = "pulse",
            Question = StarterTexts.Pulse().Question,
            Answers = StarterTexts.Pulse().Answers,
            FirstEdition = "2026-W42",
            Result = new PulseResult(
                s_now,
                [new PulseGroup([0], 61), new PulseGroup([1], 38), new PulseGroup([2, 3], 12)]
            ),
        };
}
