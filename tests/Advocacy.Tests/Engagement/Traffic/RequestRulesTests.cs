using Advocacy.Engagement.Traffic;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Tests.Engagement.Traffic;

public sealed class RequestRulesTests
{
    [Theory]
    // People, also where a browser of their own or a mail program stands between.
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0",
        null
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [LinkedInApp]",
        null
    )]
    [InlineData("Mozilla/5.0 (Linux; Android 14; CUBOT X50) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36", null)]
    [InlineData("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", null)]
    [InlineData("Microsoft Outlook 16.0.17328", null)]
    // Machines.
    [InlineData("Mozilla/5.0", "machine-open")]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "link-preview")]
    [InlineData(
        "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
        "link-preview"
    )]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "link-preview")]
    [InlineData("WhatsApp/2.23.20.0", "link-preview")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "crawler")]
    [InlineData("Mozilla/5.0 (compatible; SomethingNewBot/0.1)", "crawler")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/142.0 Safari/537.36", "program")]
    [InlineData("python-requests/2.32", "program")]
    [InlineData("", "no-agent")]
    public void A_user_agent_is_told_from_a_persons(string agent, string? rule) =>
        RequestRules.Of(Request(("User-Agent", agent))).ShouldBe(rule);

    [Theory]
    [InlineData("Sec-Purpose", "prefetch", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;prerender", "prefetch")]
    [InlineData("Purpose", "prefetch", "prefetch")]
    [InlineData("X-Purpose", "preview", "prefetch")]
    [InlineData("X-Moz", "prefetch", "prefetch")]
    [InlineData("Sec-Fetch-Mode", "navigate", null)]
    public void A_browser_that_fetches_ahead_says_so(string header, string value, string? rule) =>
        RequestRules.Of(Request(("User-Agent", Functions.FunctionServer.Browser), (header, value))).ShouldBe(rule);

    [Fact]
    public void Every_line_of_the_list_can_be_met()
    {
        KnownAgents.All.Count.ShouldBeGreaterThan(80);
        foreach (var agent in KnownAgents.All)
        {
            KnownAgents.RuleOf(agent.Pattern).ShouldNotBeNull();
            agent.Rule.ShouldBeOneOf("machine-open", "mail-scanner", "link-preview", "crawler", "program");
        }
        KnownAgents.All.Select(agent => agent.Pattern).ShouldBeUnique();
    }

    [Theory]
    [InlineData("crawler")]
    [InlineData("crawler ")]
    public void A_line_that_is_no_agent_is_named(string line) =>
        Should.Throw<InvalidDataException>(() => KnownAgent.Of(line)).Message.ShouldContain("RULE PATTERN");

    private static HttpRequest Request(params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }
        return request;
    }
}
