using System.Net;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Sharing;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Engagement.Mails;

public sealed class MeasuredLinksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_leads_where_the_direct_link_leads_and_tells_who_followed_it()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, post) = await ReaderAsync(http);
        http.World.Time.Advance(TimeSpan.FromMinutes(5));

        (await FollowAsync(http, person, MailLinkKind.Read)).Location.ShouldBe(post.Url);
        var share = await FollowAsync(http, person, MailLinkKind.Share);

        http.Links.ReadShare(share.Location!.Split('/')[^1])
            .ShouldBe(new SharedPick(person.Id, HttpFixture.Edition, 0));
        (await http.Server.GetAsync(share.Location)).Status.ShouldBe(HttpStatusCode.OK);
        var events = await http.EngagementsAsync();
        events
            .Select(one => (one.Kind, one.Link, one.Subject, one.PostId, one.Rule, one.MinutesFromMail))
            .ShouldBe(
                [
                    (EngagementKind.LinkClicked, "read", person.Id, post.Id, null, 5),
                    (EngagementKind.LinkClicked, "share", person.Id, post.Id, null, 5),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task The_picture_tells_of_the_opening_and_is_never_kept_by_a_cache()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, _) = await ReaderAsync(http);
        http.World.Time.Advance(TimeSpan.FromMinutes(5));

        var answer = await FollowAsync(http, person, MailLinkKind.Open);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldStartWith("GIF89a");
        var one = (await http.EngagementsAsync()).ShouldHaveSingleItem();
        (one.Kind, one.PostId, one.Rule).ShouldBe((EngagementKind.MailOpened, HttpFixture.Edition, null));
    }

    [Fact]
    public async Task Apples_prefetch_is_an_opening_of_a_machine()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, _) = await ReaderAsync(http);
        http.World.Time.Advance(TimeSpan.FromMinutes(5));

        await FollowAsync(http, person, MailLinkKind.Open, ("User-Agent", "Mozilla/5.0"));

        (await http.EngagementsAsync()).ShouldHaveSingleItem().Rule.ShouldBe("machine-open");
    }

    [Fact]
    public async Task A_scanner_that_follows_every_link_gives_itself_away_and_the_person_who_comes_later_counts()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, _) = await ReaderAsync(http);
        http.World.Time.Advance(TimeSpan.FromMinutes(5));
        // In the mail's order, the link that nobody sees last: what came before it is judged again.
        await FollowAsync(http, person, MailLinkKind.Read);
        await http.DrainAsync();
        await FollowAsync(http, person, MailLinkKind.Share);
        (await FollowAsync(http, person, MailLinkKind.Canary)).Status.ShouldBe(HttpStatusCode.NoContent);
        await http.DrainAsync();
        http.World.Time.Advance(TimeSpan.FromHours(3));

        await FollowAsync(http, person, MailLinkKind.Read);

        var events = (await http.EngagementsAsync()).OrderBy(one => one.At).ToList();
        events.Select(one => one.Rule).ShouldBe(["canary", "canary", "canary", null]);
    }

    [Fact]
    public async Task A_click_in_the_second_of_the_arrival_is_nobodys_even_where_the_arrival_is_told_later()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, _) = await ReaderAsync(http);
        http.World.Time.Advance(TimeSpan.FromMinutes(5));
        await FollowAsync(http, person, MailLinkKind.Read);
        await http.DrainAsync();
        // Greylisted: the provider says that it arrived just now.
        await ArrivesAsync(http, person);

        http.World.Time.Advance(TimeSpan.FromMinutes(5));
        await FollowAsync(http, person, MailLinkKind.Share);

        (await http.EngagementsAsync()).OrderBy(one => one.At).Select(one => one.Rule).ShouldBe(["too-soon", null]);
    }

    [Fact]
    public async Task The_same_link_again_and_again_is_one_event_a_minute()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, _) = await ReaderAsync(http);
        http.World.Time.Advance(TimeSpan.FromMinutes(5));

        for (var i = 0; i < 50; i++)
        {
            await FollowAsync(http, person, MailLinkKind.Read);
        }

        (await http.EngagementsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_a_withdrawal_the_links_of_old_mails_lead_on_and_nothing_is_kept()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, post) = await ReaderAsync(http);
        http.World.Time.Advance(TimeSpan.FromMinutes(5));
        // Withdrawn while its event waits.
        await FollowAsync(http, person, MailLinkKind.Open);
        await http.World.DecideAsync(person, ConsentPurpose.ClickMeasurement, ConsentAction.Withdrawn);

        (await FollowAsync(http, person, MailLinkKind.Read)).Location.ShouldBe(post.Url);

        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_is_too_old_to_count_still_leads_on()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, post) = await ReaderAsync(http);
        var link = http.Links.Measured(new MailLink(person.Id, HttpFixture.Edition, MailLinkKind.Read));
        http.World.Time.Advance(TimeSpan.FromDays(61));

        (await http.Server.GetAsync(link)).Location.ShouldBe(post.Url);

        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_HEAD_and_a_token_of_nobody_count_nothing()
    {
        await using var http = await HttpFixture.StartAsync();
        var (person, post) = await ReaderAsync(http);
        var link = http.Links.Measured(new MailLink(person.Id, HttpFixture.Edition, MailLinkKind.Read));

        (await http.Server.SendAsync("HEAD", link)).Location.ShouldBe(post.Url);
        (await http.Server.GetAsync(link[..^3] + "AAA")).Status.ShouldBe(HttpStatusCode.NotFound);
        // Good for something else is good for nothing here.
        var share = http.Links.SharePage(new SharedPick(person.Id, HttpFixture.Edition, 0)).Split('/')[^1];
        (await http.Server.GetAsync("/m/" + share)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    private static async Task<(Employee Person, Post Post)> ReaderAsync(HttpFixture http)
    {
        var person = await http.World.AddPersonAsync(
            "ida",
            null,
            ConsentPurpose.DigestEmail,
            ConsentPurpose.ClickMeasurement
        );
        var post = await http.World.AddPostAsync("launch");
        await http.DeliverAsync(person, post);
        await http.World.Store.ChangeAsync<Delivery>(
            Containers.Deliveries,
            person.Id,
            Delivery.IdOf(person.Id, HttpFixture.Edition),
            one => one with { ClaimedAt = one.PlannedAt, SettledAt = one.PlannedAt },
            Cancel
        );
        return (person, post);
    }

    private static Task<Delivery?> ArrivesAsync(HttpFixture http, Employee person) =>
        http.World.Store.ChangeAsync<Delivery>(
            Containers.Deliveries,
            person.Id,
            Delivery.IdOf(person.Id, HttpFixture.Edition),
            one => one with { ArrivedAt = http.World.Time.GetUtcNow() },
            Cancel
        );

    private static Task<Answer> FollowAsync(
        HttpFixture http,
        Employee person,
        MailLinkKind kind,
        params (string, string)[] headers
    ) =>
        http.Server.SendAsync(
            "GET",
            http.Links.Measured(new MailLink(person.Id, HttpFixture.Edition, kind)),
            null,
            headers
        );
}
