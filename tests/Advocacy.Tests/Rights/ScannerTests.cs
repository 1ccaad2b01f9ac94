using System.Net;
using System.Text.RegularExpressions;
using Advocacy.Consent;
using Advocacy.Engagement;
using Advocacy.Invitations;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Sharing;
using Advocacy.Tests.Functions;
using Advocacy.Tests.Pages;
using Microsoft.Playwright;

namespace Advocacy.Tests.Rights;

/// <summary>A mail scanner opens every link seconds after a mail arrives, in a real browser that runs the page's scripts.</summary>
public sealed partial class ScannerTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_gives_and_withdraws_no_consent_and_records_no_share()
    {
        await using var http = await SampleCompany.StartAsync();
        var world = http.World;
        foreach (var person in await world.AllAsync<Employee>(Containers.Employees))
        {
            if (await world.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel))
            {
                // Nothing holds it back from counting.
                await world.DecideAsync(person, ConsentPurpose.ClickMeasurement, ConsentAction.Given);
                await world.DecideAsync(person, ConsentPurpose.ShareStatistics, ConsentAction.Given);
            }
        }
        await world.Get<InvitationPlanner>().PlanAsync(cancellationToken: Cancel);
        await http.EnterAsync("new.colleague@havgry.example");
        await http.DrainAsync();
        var links = LinksIn(world);
        string[] kinds = ["share", "unsubscribe", "preferences", "invitation", "no-thanks", "join"];
        foreach (var kind in kinds)
        {
            links.ShouldContain(link => link.Contains($"/{kind}/"), $"the mails hold no link of kind {kind}");
        }
        var before = world.Store.Snapshot();
        var tab = await TabAsync(http);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var measured = 0;

        // Every link of every mail, and every link of ours on the pages behind them.
        for (var waiting = new Queue<string>(links); waiting.TryDequeue(out var link); )
        {
            var address = Here(link, http).Split('#')[0];
            if (!address.StartsWith(http.Server.Address, StringComparison.Ordinal) || !seen.Add(address))
            {
                continue;
            }
            if (address.Contains("/m/", StringComparison.Ordinal))
            {
                // A measured link of who agreed to it: it tells that a machine came, and sends on to where the direct one goes.
                measured++;
                ((int)(await http.Server.GetAsync(address)).Status).ShouldBeOneOf(200, 204, 302);
                continue;
            }
            if (address.Contains("/sample/") || address.EndsWith("/data.json", StringComparison.Ordinal))
            {
                // A picture of the company's own, or a file that a browser saves instead of showing it.
                await http.Server.GetAsync(address);
                continue;
            }
            var answer = await tab.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
            answer!.Status.ShouldBe((int)HttpStatusCode.OK, address);
            foreach (var next in await tab.EvaluateAsync<string[]>("[...document.links].map(a => a.href)"))
            {
                waiting.Enqueue(next);
            }
        }

        seen.Count.ShouldBeGreaterThan(100);
        world.Store.Snapshot().ShouldBe(before);
        Queues.All.Where(queue => queue != Queues.Engagement).SelectMany(world.Queue.Bodies).ShouldBeEmpty();
        var told = world.Queue.Bodies(Queues.Engagement);
        told.Count.ShouldBeInRange(1, measured);
        foreach (var kind in Enum.GetNames<EngagementKind>().Except(["LinkClicked", "MailOpened"]))
        {
            told.ShouldAllBe(body => !body.Contains($"\"kind\":\"{kind}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_persons_click_on_the_share_page_is_told_where_they_agreed_to_it()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida", null, ConsentPurpose.ClickMeasurement);
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        var tab = await TabAsync(http);
        await tab.GotoAsync(Here(link, http));
        await tab.EvaluateAsync("document.querySelector('h1').click()");
        http.World.Queue.Bodies(Queues.Engagement).ShouldBeEmpty();

        await tab.RunAndWaitForResponseAsync(
            () => tab.ClickAsync("h1"),
            answer => answer.Url.EndsWith("/opened", StringComparison.Ordinal)
        );

        var view = (await http.EngagementsAsync()).ShouldHaveSingleItem();
        (view.Kind, view.Subject).ShouldBe((EngagementKind.SharePageViewed, person.Id));
    }

    private async Task<IPage> TabAsync(HttpFixture http)
    {
        var tab = await browser.TabAsync();
        await tab.Context.RouteAsync(
            url => url.StartsWith(http.Server.Address, StringComparison.Ordinal),
            route => route.ContinueAsync()
        );
        return tab;
    }

    /// <summary>What the mails show and what their headers name, the one-click address too: a scanner follows whatever it finds.</summary>
    private static List<string> LinksIn(World world) =>
        [
            .. world
                .Mailer.Sent.SelectMany(sent =>
                    Link()
                        .Matches(sent.Batch.Html + sent.Batch.Text)
                        .Select(match => match.Value)
                        .Concat(
                            sent.Recipient.Substitutions.Values.Concat(sent.Recipient.Headers.Values)
                                .SelectMany(value => Link().Matches(value).Select(match => match.Value))
                        )
                )
                .Select(link => WebUtility.HtmlDecode(link))
                .Distinct(),
        ];

    /// <summary>The mails say where the installation is reached; here that is another port.</summary>
    private static string Here(string link, HttpFixture http) =>
        link.Replace(http.World.Get<SiteOptions>().BaseUrl.TrimEnd('/'), http.Server.Address, StringComparison.Ordinal);

    [GeneratedRegex("""https?://[^\s"'<>]+""", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
