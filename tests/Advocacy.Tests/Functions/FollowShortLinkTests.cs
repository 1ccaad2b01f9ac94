using System.Net;
using Advocacy.Engagement;

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
}
