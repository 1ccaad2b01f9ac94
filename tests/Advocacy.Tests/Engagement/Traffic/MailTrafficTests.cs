using Advocacy.Engagement;
using Advocacy.Engagement.Traffic;

namespace Advocacy.Tests.Engagement.Traffic;

public sealed class MailTrafficTests
{
    private static readonly DateTimeOffset Arrived = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    // Events as SECOND:LINK[!RULE], with a post's number behind "read" and "share"; what is expected of each behind it.
    [Theory]
    // A person: after a minute, one after the other.
    [InlineData("60:read1 70:share1 100:read2", "- - -")]
    // Nobody reads that fast; the arrival's own word may come after the click.
    [InlineData("-3:read1 0:read2 9:open 10:share1", "too-soon too-soon too-soon -")]
    // The link that nobody sees, and all around it.
    [InlineData("300:read1 301:canary!canary 361:share1 362:share2", "canary canary canary -")]
    [InlineData("300:open 359:canary!canary 500:open", "canary canary -")]
    // Several links at once; the same link again and again is a person with a slow network.
    [InlineData("300:read1 301:read2 302:share1", "burst burst burst")]
    [InlineData("300:read1 301:read1 302:read1", "- - -")]
    [InlineData("300:read1 303:read2 306:share1", "- - -")]
    [InlineData("300:read1 300:share1 300:open", "- - -")]
    // What the request itself told stays, and counts for the others.
    [InlineData("300:read1!program 301:read2 302:share1", "program burst burst")]
    public void Each_event_has_the_rule_that_says_it_was_a_machine(string events, string rules)
    {
        var told = events.Split(' ').Select(Event).ToList();

        Rules(told).ShouldBe(rules.Split(' '));
    }

    [Fact]
    public void The_same_events_are_named_whatever_the_order_in_which_they_come()
    {
        var told = "-3:read1 300:read1 301:canary!canary 400:read2 401:share2 402:share1 800:read1 900:open"
            .Split(' ')
            .Select(Event)
            .ToList();
        var whole = told.Zip(Rules(told)).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        var random = new Random(7);

        for (var run = 0; run < 200; run++)
        {
            var order = told.ToArray();
            random.Shuffle(order);
            var known = new List<EngagementEvent>();
            foreach (var one in order)
            {
                known.Add(one);
                known =
                [
                    .. MailTraffic
                        .Judge(known, Arrived, new MeasurementOptions())
                        .Select(pair => pair.Event with { Rule = pair.Rule }),
                ];
            }

            foreach (var one in known)
            {
                (one.Rule ?? "-").ShouldBe(whole[one.Id], one.Id);
            }
        }
    }

    [Fact]
    public void Where_the_arrival_is_not_known_no_event_is_too_soon() =>
        MailTraffic
            .Judge([Event("0:read1")], arrived: null, new MeasurementOptions())
            .ShouldHaveSingleItem()
            .Rule.ShouldBeNull();

    private static IEnumerable<string> Rules(IReadOnlyList<EngagementEvent> events) =>
        MailTraffic.Judge(events, Arrived, new MeasurementOptions()).Select(pair => pair.Rule ?? "-");

    private static EngagementEvent Event(string text)
    {
        var parts = text.Split(':', '!');
        var link = parts[1].TrimEnd('1', '2');
        return new EngagementEvent
        {
            Id = text,
            Subject = "ida",
            Kind = link == "open" ? EngagementKind.MailOpened : EngagementKind.LinkClicked,
            PostId = link is "open" or "canary" ? "2026-W48" : "p" + parts[1][^1],
            EditionId = "2026-W48",
            Link = link == "open" ? null : link,
            Rule = parts.Length > 2 ? parts[2] : null,
            At = Arrived.AddSeconds(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture)),
        };
    }
}
