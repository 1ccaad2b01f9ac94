using System.Net;
using Advocacy.Access;
using Advocacy.Content;
using Advocacy.Platform.Store;
using Advocacy.Tests.Access;
using Advocacy.Tests.Content;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Drops;

/// <summary>The comms team's form: what it sends is a drop like any other.</summary>
public sealed class DropPageTests
{
    private static readonly (string, string)[] Settings =
    [
        ("Advocacy:Access:ThisMachine", "true"),
        ("Advocacy:Fetch:AllowLoopback", "true"),
    ];

    [Fact]
    public async Task Looking_shows_card_and_tone_and_stores_nothing()
    {
        await using var page = await FeedServer.StartAsync();
        page.OnText(
            "/a",
            "<html lang=da><title>Fyringsrunde i Aarhus</title><meta name=description content='Det er en trist dag.'>",
            "text/html"
        );
        await using var http = await HttpFixture.StartAsync(new World(Settings));

        var answer = await PostAsync(http, "look", $"url={Uri.EscapeDataString(page.Address("/a"))}");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("<strong>Fyringsrunde i Aarhus</strong>");
        answer.Body.ShouldContain("Will be held");
        answer.Body.ShouldContain("value=\"Fyringsrunde i Aarhus\"");
        answer.Body.ShouldContain("Det er en trist dag.");
        (await http.World.AllAsync<Post>(Containers.Posts)).ShouldBeEmpty();
        http.Messages().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_dropped_by_hand()
    {
        await using var http = await HttpFixture.StartAsync(new World(Settings));

        var answer = await PostAsync(http, "look", "url=http%3A%2F%2F127.0.0.1%3A1%2Fa");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("please give it a title yourself");
        answer.Body.ShouldContain("name=\"title\"");
    }

    [Fact]
    public async Task A_drop_goes_through_the_queue_and_the_next_page_says_what_became_of_it()
    {
        await using var http = await HttpFixture.StartAsync(new World(Settings));
        await http.World.AddPersonAsync("ida");

        var answer = await PostAsync(
            http,
            "drop",
            "url=https%3A%2F%2Facme.example%2Fa&title=We+open+an+office&channel=linkedin&text-language=en&text=I+am+proud"
                + "&channel=&text-language=&text=&priority=high&reach=40&units=Sales&archetype=specialist"
                + "&expires=2026-12-24T12%3A00&commercial=yes&topics=Office%2C+Growth"
        );
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await http.Server.GetAsync(answer.Location!)).Body.ShouldContain("On its way");
        await http.DrainAsync();

        (await http.Server.GetAsync(answer.Location!)).Body.ShouldContain("<span class=\"chip good\">Ready</span>");
        var post = (await http.World.AllAsync<Post>(Containers.Posts)).ShouldHaveSingleItem();
        (post.Priority, post.WantedReach, post.Commercial).ShouldBe((PostPriority.High, 40, true));
        post.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 12, 24, 12, 0, 0, TimeSpan.FromHours(1)));
        post.Topics.ShouldBe(["office", "growth"]);
        post.ShareTexts.Select(text => (text.Text, text.Language, text.Channel))
            .ShouldBe([("I am proud", "en", "linkedin")]);

        // And back again.
        var token = await TokenAsync(http);
        var left = await http.Server.PostAsync(answer.Location!, $"form={token}");
        await http.DrainAsync();

        left.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await http.Server.GetAsync(answer.Location!)).Body.ShouldContain("Withdrawn");
        (await http.World.AllAsync<Post>(Containers.Posts))
            .ShouldHaveSingleItem()
            .Status.ShouldBe(PostStatus.Withdrawn);
    }

    [Theory]
    [InlineData("url=nope", "url-fault")]
    [InlineData("url=https%3A%2F%2Fx.dk%2Fa&expires=2026-11-01T09%3A00", "expires-fault")]
    [InlineData("url=https%3A%2F%2Fx.dk%2Fa&expires=tomorrow", "expires-fault")]
    [InlineData("url=https%3A%2F%2Fx.dk%2Fa&reach=many", "reach-fault")]
    [InlineData("url=https%3A%2F%2Fx.dk%2Fa&units=Nowhere", "units-fault")]
    [InlineData("url=https%3A%2F%2Fx.dk%2Fa&image=picture", "image-fault")]
    [InlineData("url=https%3A%2F%2Fx.dk%2Fa&language=dansk", "language-fault")]
    [InlineData("url=https%3A%2F%2Fx.dk%2Fa&channel=&text=&channel=x&text=LONG", "text-1-fault")]
    public async Task What_the_reader_refuses_is_said_at_its_field_and_nothing_is_lost(string form, string fault)
    {
        await using var http = await HttpFixture.StartAsync(new World(Settings));

        var answer = await PostAsync(http, "drop", form.Replace("LONG", new string('x', 281)) + "&title=Kept+title");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain($"id=\"{fault}\"");
        answer.Body.ShouldContain("value=\"Kept title\"");
        http.Messages().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_elses_form_drops_anything()
    {
        await using var http = await HttpFixture.StartAsync(new World(Settings));

        var answer = await http.Server.PostAsync("/drop", "do=drop&url=https%3A%2F%2Fx.dk%2Fa&title=x");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        http.Messages().ShouldBeEmpty();
        (await http.Server.GetAsync("/drop/unknown")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Answer> PostAsync(HttpFixture http, string what, string form) =>
        await http.Server.PostAsync("/drop", $"form={await TokenAsync(http)}&do={what}&{form}");

    private static async Task<string> TokenAsync(HttpFixture http) =>
        Uri.EscapeDataString(await CommsDoor.TokenAsync(http.World.Get<CommsAccess>()));
}
