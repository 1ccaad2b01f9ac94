using System.Net;
using Advocacy.Consent;
using Advocacy.Content.Sources;
using Advocacy.Drops;
using Advocacy.Engagement;
using Advocacy.Functions;
using Advocacy.Local.Hosting;
using Advocacy.Platform.Queue;
using Advocacy.Programme;
using Advocacy.Programme.Pulse;
using Advocacy.Sharing;

namespace Advocacy.Tests.Functions;

/// <summary>What only reads changes nothing, on whatever route there is.</summary>
public sealed class RouteWalkTests
{
    /// <summary>
    /// The two exceptions, whose visitors come with a GET and with nothing else and are sent on at once. A short link counts that somebody came, and
    /// nothing about who. A measured link of a mail, which only they have who consented to it, tells that it was followed: one event a minute at most.
    /// </summary>
    private static readonly Dictionary<string, EngagementKind> Counted = new()
    {
        ["l/{code}"] = EngagementKind.AudienceClick,
        ["m/{token}"] = EngagementKind.LinkClicked,
    };

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Reading_any_route_with_a_good_token_changes_nothing(string method)
    {
        // The comms team's pages are open to who is at this machine.
        await using var http = await HttpFixture.StartAsync(new World(("Advocacy:Access:ThisMachine", "true")));
        var urls = await UrlsAsync(http);
        var routes = FunctionCatalog
            .Of(typeof(HarvestFeeds).Assembly, _ => null)
            .Http.GroupBy(function => function.Route)
            .ToList();
        routes.Count.ShouldBeGreaterThan(9);
        http.World.Mailer.Sent.Clear();
        var documents = http.World.Store.Snapshot();

        foreach (var route in routes)
        {
            urls.ShouldContainKey(route.Key, "Say here what a good address of this route is.");
            var reads = route
                .SelectMany(function => function.Methods)
                .Contains(method, StringComparer.OrdinalIgnoreCase);

            var answer = await http.Server.SendAsync(method, urls[route.Key]);

            answer.Status.ShouldBe(
                !reads ? HttpStatusCode.MethodNotAllowed
                    : Counted.ContainsKey(route.Key) ? HttpStatusCode.Found
                    : HttpStatusCode.OK,
                $"{method} {route.Key}"
            );
            http.Messages().ShouldBeEmpty($"{method} {route.Key}");
            var clicks = http.World.Queue.Bodies(Queues.Engagement);
            if (Counted.TryGetValue(route.Key, out var kind) && method == "GET")
            {
                clicks.ShouldHaveSingleItem().ShouldContain($"\"kind\":\"{kind}\"");
                await http.DrainAsync();
                var click = (await http.EngagementsAsync()).Single(one => one.Kind == kind);
                (click.Subject == click.PostId).ShouldBe(kind == EngagementKind.AudienceClick);
                documents = http.World.Store.Snapshot();
            }
            clicks = http.World.Queue.Bodies(Queues.Engagement);
            clicks.ShouldBeEmpty($"{method} {route.Key}");
            http.World.Store.Snapshot().ShouldBe(documents, $"{method} {route.Key}");
        }
        http.World.Mailer.Sent.ShouldBeEmpty();
    }

    /// <summary>One good address of each route, of somebody who consented to everything: nothing holds it back from counting.</summary>
    private static async Task<Dictionary<string, string>> UrlsAsync(HttpFixture http)
    {
        var person = await http.World.AddPersonAsync("ida", null, Enum.GetValues<ConsentPurpose>());
        var undecided = await http.World.AddPersonAsync("ole");
        var post = await http.World.AddPostAsync("launch");
        var links = http.Links;
        var share = await http.DeliverAsync(person, post);
        var preferences = links.Preferences(person.Id);
        var (source, _) = await http
            .World.Get<SourceList>()
            .AddAsync(
                "https://acme.example/feed",
                new SourceSettings { Name = "Acme" },
                TestContext.Current.CancellationToken
            );
        await http.World.Get<DropRecords>().AddAsync("d1", "https://acme.example/launch");
        return new Dictionary<string, string>
        {
            ["consent/{token}"] = links.Confirm(person.Id, ConsentPurpose.DigestEmail),
            ["unsubscribe/{token}"] = links.Unsubscribe(person.Id),
            ["share/{token}"] = share,
            ["share/{token}/opened"] = $"{share}/opened",
            ["l/{code}"] = links.ShortLink(post.Id, "linkedin"),
            ["m/{token}"] = links.Measured(new MailLink(person.Id, HttpFixture.Edition, MailLinkKind.Read)),
            ["api/conversions"] = "/api/conversions",
            ["join"] = "/join",
            ["join/{token}"] = await http.EnterAsync("eva@acme.example"),
            ["invitation/{token}"] = links.Invitation(undecided.Id),
            ["no-thanks/{token}"] = links.NoThanks(undecided.Id),
            ["preferences/{token}"] = preferences,
            ["preferences/{token}/data"] = $"{preferences}/data",
            ["preferences/{token}/data.json"] = $"{preferences}/data.json",
            ["preferences/{token}/erase"] = $"{preferences}/erase",
            ["mail-events"] = "/mail-events",
            ["programme"] = "/programme",
            ["pulse/{token}"] = await PulseAsync(http, person.Id),
            ["branding"] = "/branding",
            ["training/{archetype}"] = "/training/specialist",
            ["dashboard"] = "/dashboard",
            ["dashboard/{file}"] = "/dashboard/weeks.csv",
            ["sources"] = "/sources",
            ["sources/new"] = "/sources/new",
            ["sources/{id}"] = $"/sources/{source.Id}",
            ["desk"] = "/desk",
            ["desk/{id}"] = $"/desk/{post.Id}",
            ["desk/{id}/mail"] = $"/desk/{post.Id}/mail",
            ["desk/failures"] = "/desk/failures",
            ["drop"] = "/drop",
            ["drop/{id}"] = "/drop/d1",
            ["suggest/{token}"] = links.Suggest(person.Id),
        };
    }

    private static async Task<string> PulseAsync(HttpFixture http, string employeeId)
    {
        var question = new PulseQuestion
        {
            Id = "pulse",
            Question = new LocalText("Går det?", "Well?"),
            Answers = [new LocalText("Ja", "Yes"), new LocalText("Nej", "No")],
            FirstEdition = HttpFixture.Edition,
        };
        await http.World.Get<PulseQuestions>().AddAsync(question, TestContext.Current.CancellationToken);
        return http.Links.Pulse(employeeId, question.Id);
    }
}
