using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Insights.Days;
using Advocacy.Insights.Publishing;
using Advocacy.Insights.Weeks;
using Advocacy.People;

namespace Advocacy.Tests.Insights;

/// <summary>A drawn week of a small company, in which most counts are small, with the truth beside what is shown of it.</summary>
internal sealed class RandomWeek
{
    private static readonly string[] s_topics = ["climate", "people", "sales"];

    public const string Week = "2026-W48";
    public const int Smallest = 5;

    private static readonly string[] s_channels = ["linkedin", "x", "mail"];
    private readonly Random _random;
    private readonly DaySum _sum = new();
    private int _next;

    public RandomWeek(int seed)
    {
        _random = new Random(seed);
        Labels = Enumerable.Range(0, _random.Next(1, 6)).Select(Label).ToDictionary(label => label.PostId);
        Units = [.. Enumerable.Range(0, _random.Next(1, 6)).Select(i => $"unit{i}")];
        foreach (var unit in Units)
        {
            var people = _random.Next(1, 14);
            AddReaders(unit, people);
            foreach (var post in Labels.Values)
            {
                foreach (var text in post.Texts.Keys)
                {
                    AddOffers(unit, people, post.PostId, text);
                }
            }
        }
    }

    public IReadOnlyDictionary<string, PostLabel> Labels { get; }
    public IReadOnlyList<string> Units { get; }

    /// <summary>By count and by piece: post and text, where the text may be empty.</summary>
    public Dictionary<(PeopleCount, string, string), int> OfTexts { get; } = [];

    /// <summary>By count and by unit, which may be empty.</summary>
    public Dictionary<(PeopleCount, string), int> OfUnits { get; } = [];

    public WeekTables Tables(bool isOver = true) =>
        new(
            new WeekSource(
                WeekSummary.Sum(
                    Week,
                    [
                        new DaySummary
                        {
                            Id = "day",
                            Day = "2026-11-24",
                            Cells = _sum.Cells(),
                        },
                    ],
                    null
                ),
                Labels,
                new WeekFacts
                {
                    Id = "facts",
                    Week = Week,
                    At = DateTimeOffset.UnixEpoch,
                },
                null,
                isOver,
                Smallest,
                1
            )
        );

    private PostLabel Label(int i) =>
        new()
        {
            Id = $"label{i}",
            PostId = $"post{i}",
            Title = $"Post {i}",
            Language = _random.Next(3) == 0 ? "en" : "da",
            Topics = [.. s_topics.Where(_ => _random.Next(3) == 0)],
            Texts = Enumerable.Range(0, _random.Next(1, 4)).ToDictionary(text => $"t{text}", text => $"Text {text}"),
        };

    private void AddReaders(string unit, int people)
    {
        _sum.Add(Tally(people) with { Groups = [new MailedGroup(unit, Archetype.Colleague, "da", people)] });
        Count(PeopleCount.Digests, unit, people);
        var sharers = _random.Next(people + 1);
        var named = _random.Next(sharers + 1);
        AddEvents(EngagementKind.Participated, named, one => one with { Unit = unit });
        AddEvents(EngagementKind.Participated, sharers - named);
        Count(PeopleCount.Sharers, unit, named);
        Count(PeopleCount.Sharers, "", sharers - named);
    }

    private void AddOffers(string unit, int people, string post, string text)
    {
        var offered = _random.Next(people + 1);
        if (offered == 0)
        {
            return;
        }
        _sum.Add(Tally(0) with { Texts = [new MailedText(post, text, unit, Archetype.Colleague, offered)] });
        Count(PeopleCount.Offered, unit, offered, post, text);
        var shared = _random.Next(offered + 1);
        AddActs(EngagementKind.Shared, PeopleCount.Shared, shared, unit, post, text);
        AddActs(EngagementKind.NotForMe, PeopleCount.NotForMe, _random.Next(offered - shared + 1), unit, post, text);
        var opened = _random.Next(offered + 1);
        AddEvents(EngagementKind.SharePageViewed, opened, one => one with { PostId = post });
        Count(PeopleCount.Opened, "", opened, post, "");
    }

    private void AddActs(EngagementKind kind, PeopleCount count, int all, string unit, string post, string text)
    {
        var named = _random.Next(all + 1);
        AddEvents(
            kind,
            named,
            one => one with { PostId = post, Unit = unit, TextId = text, Channel = s_channels[_random.Next(3)] }
        );
        AddEvents(kind, all - named, one => one with { PostId = post });
        Count(count, unit, named, post, text);
        Count(count, "", all - named, post, "");
    }

    private void AddEvents(EngagementKind kind, int count, Func<EngagementEvent, EngagementEvent>? with = null)
    {
        for (var i = 0; i < count; i++)
        {
            var one = new EngagementEvent
            {
                Id = $"e{++_next}",
                Subject = Week,
                PostId = Week,
                Kind = kind,
                At = DateTimeOffset.UnixEpoch,
            };
            _sum.Add(with?.Invoke(one) ?? one);
        }
    }

    private void Count(PeopleCount count, string unit, int people, string? post = null, string text = "")
    {
        OfUnits[(count, unit)] = OfUnits.GetValueOrDefault((count, unit)) + people;
        if (post is not null)
        {
            OfTexts[(count, post, text)] = OfTexts.GetValueOrDefault((count, post, text)) + people;
        }
    }

    private static DeliveryTally Tally(int people) =>
        new()
        {
            Id = "t",
            Subject = Week,
            At = DateTimeOffset.UnixEpoch,
            People = people,
            Groups = [],
            Texts = [],
        };
}
