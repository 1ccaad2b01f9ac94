using System.Reflection;
using System.Text.RegularExpressions;
using Advocacy.Functions;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tests.Infra;

/// <summary>An alert that looks for a line that nobody writes would be silent for ever.</summary>
public sealed partial class AlertTests(BicepFixture bicep)
{
    [Fact]
    public async Task Alerts_look_for_log_events_that_the_code_writes()
    {
        var events = Events();

        var asked = Queries(await bicep.DevAsync()).SelectMany(query => EventIds(query.Query)).ToList();

        asked.Count.ShouldBeGreaterThanOrEqualTo(4);
        asked.ShouldAllBe(id => events.ContainsKey(id));
    }

    [Fact]
    public async Task Alerts_read_values_that_those_events_carry_at_a_level_that_is_kept()
    {
        var events = Events();
        foreach (var (name, query) in Queries(await bicep.DevAsync()))
        {
            foreach (var written in EventIds(query).Select(id => events[id]))
            {
                (written.Level >= LogLevel.Information).ShouldBeTrue(name);
                ValueNames()
                    .Matches(query)
                    .Select(match => match.Groups["text"].Value)
                    .Where(value => value != "EventId")
                    .ShouldBeSubsetOf(
                        Placeholders().Matches(written.Message).Select(match => match.Groups["text"].Value),
                        name
                    );
            }
        }
    }

    [Theory]
    [InlineData("poison", "Rescued")]
    [InlineData("digests", "Sent")]
    [InlineData("planner", "Planned")]
    [InlineData("harvest", "Harvested")]
    public async Task Each_alert_looks_for_its_own_event(string alert, string method)
    {
        var events = Events();

        var query = Queries(await bicep.DevAsync())
            .Single(query => query.Name.EndsWith($"-{alert}", StringComparison.Ordinal));

        EventIds(query.Query).Select(id => events[id].Name).ShouldBe([method]);
    }

    [Fact]
    public async Task Cosmos_turning_requests_away_is_told_too()
    {
        var template = await bicep.DevAsync();

        var criterion = template.One("Microsoft.Insights/metricAlerts").Property("criteria", "allOf")[0];

        criterion.GetProperty("metricName").GetString().ShouldBe("TotalRequests");
        criterion.GetProperty("dimensions")[0].GetProperty("values")[0].GetString().ShouldBe("429");
    }

    [Fact]
    public async Task Somebody_is_told_and_the_guide_says_what_to_do()
    {
        var template = await bicep.WithSmtpAndSignInAsync();
        var guide = Repository.Read("infra", "README.md");
        var people = template.One("Microsoft.Insights/actionGroups");

        people.Property("emailReceivers")[0].GetProperty("emailAddress").GetString().ShouldBe("operator@example.com");
        foreach (var rule in template.Of("Microsoft.Insights/scheduledQueryRules"))
        {
            rule.Property("actions", "actionGroups")[0].GetString().ShouldBe(people.Id);
            guide.ShouldContain($"| `{rule.Name.Split('-')[^1]}` |");
        }
        var metric = template.One("Microsoft.Insights/metricAlerts");
        metric.Property("actions")[0].GetProperty("actionGroupId").GetString().ShouldBe(people.Id);
        guide.ShouldContain("| `cosmos-429` |");
        template
            .One("Microsoft.Consumption/budgets")
            .Property("notifications")
            .EnumerateObject()
            .Count()
            .ShouldBeGreaterThan(1);
    }

    private static Dictionary<int, (string Name, LogLevel Level, string Message)> Events() =>
        Methods()
            .ToDictionary(found => found.Event.EventId, found => (found.Name, found.Event.Level, found.Event.Message));

    private static IEnumerable<(string Name, LoggerMessageAttribute Event)> Methods() =>
        new[] { typeof(AdvocacyServices).Assembly, typeof(HarvestFeeds).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Select(method => (method.Name, Event: method.GetCustomAttribute<LoggerMessageAttribute>()!))
            .Where(found => found.Event is not null);

    private static IEnumerable<(string Name, string Query)> Queries(Template template) =>
        template
            .Of("Microsoft.Insights/scheduledQueryRules")
            .Select(rule => (rule.Name, rule.Property("criteria", "allOf")[0].GetProperty("query").GetString()!));

    private static IEnumerable<int> EventIds(string query) =>
        EventId().Matches(query).Select(match => int.Parse(match.Groups["text"].Value, null));

    [GeneratedRegex(@"EventId\) == (?<text>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EventId();

    [GeneratedRegex(@"Properties\.(?<text>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValueNames();

    [GeneratedRegex(@"\{@?(?<text>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();
}
