using System.Net;
using Advocacy.Engagement;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Functions;

public sealed class FollowShortLinkTests
{
    [Fact]
    public async Task It_leads_to_the_posts_own_url_marked_with_the_channel()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");

        var answer = await http.Server.GetAsync(http.Links.ShortLink(post.Id, "linkedin"));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Location.ShouldBe("https://acme.example/launch?utm_source=linkedin&utm_medium=employee-advocacy");
    }

    [Fact]
    public async Task A_query_that_the_url_has_stays()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch", with: one => one with { Url = one.Url + "?id=7" });

        (await http.Server.GetAsync(http.Links.ShortLink(post.Id, "x"))).Location.ShouldBe(
            "https://acme.example/launch?id=7&utm_source=x&utm_medium=employee-advocacy"
        );
    }

    [Fact]
    public async Task It_carries_the_companys_own_parameters_and_the_edition()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var company = http.World.Get<Company>();
        var link = http.Links.ShortLink(post.Id, "x", "2026-W48");
        (await http.Server.GetAsync(link)).Location.ShouldNotBeNull().ShouldEndWith("&utm_campaign=2026-W48");
        await company.SaveAsync((await company.ProfileAsync(Cancel)) with { Utm = "from={channel}-{post}" }, Cancel);

        await http.World.Get<LinkMarks>().RefreshAsync(Cancel);

        (await http.Server.GetAsync(link)).Location.ShouldBe($"https://acme.example/launch?from=x-{post.Id}");
        (await http.EngagementsAsync()).ShouldAllBe(click => click.EditionId == "2026-W48");
    }

    [Fact]
    public async Task The_parameters_are_read_when_the_host_starts_and_stay_where_the_store_is_down()
    {
        var world = new World();
        var calls = new CountedReads();
        world.StoreUsed = calls.Around(world.Store);
        await using var http = await HttpFixture.StartAsync(world);
        var company = new Company(world.Store);
        await company.SaveAsync((await company.ProfileAsync(Cancel)) with { Utm = "from={channel}" }, Cancel);
        using var marks = world.Get<LinkMarks>();

        await marks.StartAsync(Cancel);
        calls.Fails = true;
        await marks.StartAsync(Cancel);

        marks.Template.Mark("https://a.dk/", new LinkMark("x", null, "p")).ShouldBe("https://a.dk/?from=x");
        await marks.StopAsync(Cancel);
    }

    [Fact]
    public async Task It_costs_one_read_the_first_time_and_every_time()
    {
        var world = new World();
        var calls = new CountedReads();
        world.StoreUsed = calls.Around(world.Store);
        await using var http = await HttpFixture.StartAsync(world);
        var link = http.Links.ShortLink((await world.AddPostAsync("launch")).Id, "x", "2026-W48");
        calls.Seen.Clear();

        for (var i = 1; i <= 3; i++)
        {
            (await http.Server.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Redirect);
            calls.Seen.Count(call => call != PortCall.Queue).ShouldBe(i);
        }
        calls.Seen.ShouldAllBe(call => call.IsRead && call.Place == Containers.Posts.Name);
    }

    [Fact]
    public async Task Whatever_the_code_it_leads_to_the_posts_own_url_or_nowhere()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var good = http.Links.ShortLink(post.Id, "x", "2026-W48").Split("/l/")[1];
        var random = new Random(1);
        string[] pieces =
        [
            good[..22],
            good[..21],
            "-x",
            "-linkedin",
            "-2026w48",
            "-",
            "//evil.example",
            "%2F%2Fevil.example",
            "%0d%0aLocation:%20https://evil.example",
            "?u=https://evil.example",
            "@evil.example",
            "\\evil.example",
            "%00",
            "æ",
        ];
        var answered = 0;

        for (var i = 0; i < 300; i++)
        {
            var code = string.Concat(random.GetItems(pieces, random.Next(1, 5)));
            var answer = await http.Server.GetAsync("/l/" + code);

            if (answer.Location is null)
            {
                // A NUL does not even reach the function.
                answer.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
                continue;
            }
            answered++;
            answer.Status.ShouldBe(HttpStatusCode.Found, code);
            answer.Location.ShouldStartWith("https://acme.example/launch?utm_source=", Case.Sensitive, code);
            answer.Location.ShouldNotContain("evil", Case.Insensitive, code);
        }
        answered.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_the_visitor_adds_to_the_link_leads_nowhere_else()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");

        var answer = await http.Server.GetAsync(
            http.Links.ShortLink(post.Id, "linkedin") + "?url=https://evil.example&utm_source=evil"
        );

        answer.Location.ShouldBe("https://acme.example/launch?utm_source=linkedin&utm_medium=employee-advocacy");
    }

    [Fact]
    public async Task Each_visit_counts_for_the_post_and_a_scanners_HEAD_does_not()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var link = http.Links.ShortLink(post.Id, "linkedin");

        await http.Server.GetAsync(link);
        await http.Server.GetAsync(link);
        (await http.Server.SendAsync("HEAD", link)).Status.ShouldBe(HttpStatusCode.Redirect);

        var clicks = await http.EngagementsAsync();
        clicks.Count.ShouldBe(2);
        clicks.ShouldAllBe(click =>
            click.Kind == EngagementKind.AudienceClick && click.Subject == post.Id && click.Channel == "linkedin"
        );
    }

    [Theory]
    [InlineData("User-Agent", "LinkedInBot/1.0 (compatible; Mozilla/5.0)", "link-preview")]
    [InlineData("User-Agent", "curl/8.5.0", "program")]
    [InlineData("User-Agent", "", "no-agent")]
    [InlineData("Sec-Purpose", "prefetch;prerender", "prefetch")]
    [InlineData("X-Moz", "prefetch", "prefetch")]
    [InlineData("Accept-Language", "da", null)]
    public async Task A_machines_visit_is_kept_with_the_rule_that_says_so(string header, string value, string? rule)
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");

        var answer = await http.Server.SendAsync("GET", http.Links.ShortLink(post.Id, "x"), null, (header, value));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        (await http.EngagementsAsync()).ShouldHaveSingleItem().Rule.ShouldBe(rule);
    }

    [Fact]
    public async Task A_click_knows_its_post_channel_and_hour_and_nothing_else()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        http.World.Time.Advance(TimeSpan.FromMinutes(47.3));

        await http.Server.GetAsync(http.Links.ShortLink(post.Id, "linkedin", HttpFixture.Edition));

        var click = (await http.EngagementsAsync()).ShouldHaveSingleItem();
        click.ShouldBe(
            new EngagementEvent
            {
                Id = click.Id,
                Subject = post.Id,
                Kind = EngagementKind.AudienceClick,
                PostId = post.Id,
                Channel = "linkedin",
                EditionId = HttpFixture.Edition,
                At = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
                Ttl = click.Ttl,
            }
        );
    }

    [Fact]
    public async Task An_unknown_code_is_not_found_and_counts_nothing()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPostAsync("launch");
        var unknown = http.Links.ShortLink(new string('a', 32), "linkedin");

        foreach (var link in new[] { unknown, "/l/nonsense", "/l/..%2f..%2fetc", "/l/AAAAAAAAAAAAAAAAAAAA!A-x" })
        {
            var answer = await http.Server.GetAsync(link);
            answer.Status.ShouldBe(HttpStatusCode.NotFound);
            answer.Location.ShouldBeNull();
        }
        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class CountedReads : PortCalls
    {
        public List<PortCall> Seen { get; } = [];

        public bool Fails { get; set; }

        protected override Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
        {
            Seen.Add(what);
            return Fails ? Task.FromException<T>(new IOException("The store is down.")) : call();
        }
    }
}
