using System.Net;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.Drops;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Content;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Drops;

/// <summary>An employee suggests a page, and hears what became of it.</summary>
public sealed class SuggestionTests
{
    private const string Good = "do=send&url=https%3A%2F%2Facme.example%2Flaunch&title=We+open+a+new+office";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suggestion_is_held_whatever_its_tone_and_its_message_names_nobody()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");

        var answer = await http.Server.PostAsync(http.Links.Suggest(person.Id), $"{Good}&text=I+was+there");
        var message = http.World.Queue.Bodies(Queues.Content).ShouldHaveSingleItem();
        await http.DrainAsync();

        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await http.Server.GetAsync(answer.Location!)).Body.ShouldContain("Tak!");
        message.ShouldNotContain(person.Id);
        message.ShouldNotContain(person.Address);
        var post = await PostAsync(http);
        (post.Status, post.SuggestedBy, post.NameSuggester).ShouldBe((PostStatus.Held, person.Id, false));
        post.ShareTexts.ShouldHaveSingleItem().Text.ShouldBe("I was there");
        http.World.Mailer.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PostStatus.Ready, null, "dit forslag er godkendt", null)]
    [InlineData(PostStatus.Rejected, "Vi fortalte den i sidste uge.", "ikke dit forslag", "- Vi fortalte den")]
    [InlineData(PostStatus.Withdrawn, null, "trukket tilbage", null)]
    public async Task Its_writer_hears_once_what_became_of_it(
        PostStatus status,
        string? reason,
        string subject,
        string? text
    )
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        await http.Server.PostAsync(http.Links.Suggest(person.Id), Good);
        await http.DrainAsync();
        var post = await PostAsync(http) with { Status = status };
        var outcome = http.World.Get<SuggestionOutcome>();

        await outcome.TellAsync(post with { Status = PostStatus.Held }, cancellationToken: Cancel);
        await outcome.TellAsync(post, reason, Cancel);
        await outcome.TellAsync(post, reason, Cancel);
        await http.DrainAsync();
        await outcome.TellAsync(post with { Status = PostStatus.Withdrawn }, cancellationToken: Cancel);
        await http.DrainAsync();

        var (batch, recipient) = http.World.Mailer.Sent.ShouldHaveSingleItem();
        recipient.To.Address.ShouldBe(person.Address);
        batch.Subject.ShouldContain(subject);
        batch.Text.ShouldContain("We open a new office");
        batch.Text.ShouldContain(text ?? "");
        recipient.Substitutions.Values.ShouldContain(value => value.Contains("/suggest/"));
    }

    [Fact]
    public async Task What_is_here_already_stays_as_it_is_and_its_suggester_is_told()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        await http.World.AddPostAsync("launch");
        var there = await StoredAsync(http);

        await http.Server.PostAsync(http.Links.Suggest(person.Id), $"{Good}&text=Mine");
        await http.DrainAsync();

        (await StoredAsync(http)).ShouldBe(there);
        http.World.Mailer.Sent.ShouldHaveSingleItem().Batch.Subject.ShouldContain("her allerede");
    }

    [Theory]
    [InlineData(4, false, null, null)]
    [InlineData(5, false, null, "Sales")]
    [InlineData(1, true, "IDA Person", "Sales")]
    public async Task The_comms_team_sees_a_name_only_where_it_was_ticked_and_a_unit_only_where_it_is_large(
        int people,
        bool ticked,
        string? name,
        string? unit
    )
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        for (var i = 1; i < people; i++)
        {
            await http.World.AddPersonAsync($"colleague{i}");
        }

        await http.Server.PostAsync(http.Links.Suggest(person.Id), Good + (ticked ? "&name=yes" : ""));
        await http.DrainAsync();

        var seen = await http.World.Get<Suggesters>().OfAsync(await PostAsync(http), Cancel);
        seen.ShouldBe(new Suggester(name, unit));
        (await http.World.Get<Suggesters>().OfAsync(await http.World.AddPostAsync("other"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Looking_shows_the_card_and_stores_nothing()
    {
        await using var page = await FeedServer.StartAsync();
        page.OnText(
            "/a",
            "<html lang=en><title>x</title><meta property=og:title content='Our new office'><meta property=og:description content='It has a garden.'>",
            "text/html"
        );
        await using var http = await HttpFixture.StartAsync(new World(("Advocacy:Fetch:AllowLoopback", "true")));
        var person = await http.World.AddReaderAsync("ida");

        var answer = await http.Server.PostAsync(
            http.Links.Suggest(person.Id),
            $"do=look&url={Uri.EscapeDataString(page.Address("/a"))}"
        );

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("<strong>Our new office</strong>");
        answer.Body.ShouldContain("It has a garden.");
        (await http.World.AllAsync<Post>(Containers.Posts)).ShouldBeEmpty();
        http.Messages().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("do=send&url=nope", "Indsæt hele adressen")]
    [InlineData("do=send&url=https%3A%2F%2Fx.dk%2Fa&title=%20%3Cb%3E", null)]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_sent(string form, string? fault)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");

        var answer = await http.Server.PostAsync(http.Links.Suggest(person.Id), form);

        if (fault is null)
        {
            // What looks like a tag is words that somebody typed.
            answer.Status.ShouldBe(HttpStatusCode.SeeOther);
            return;
        }
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain(fault);
        http.Messages().ShouldBeEmpty();
    }

    [Fact]
    public async Task So_many_in_a_day_and_no_more()
    {
        await using var http = await HttpFixture.StartAsync(new World(("Advocacy:Drops:SuggestionsADay", "2")));
        var person = await http.World.AddReaderAsync("ida");
        var other = await http.World.AddReaderAsync("ole");

        for (var i = 0; i < 2; i++)
        {
            (await SendAsync(http, person, i)).Status.ShouldBe(HttpStatusCode.SeeOther);
        }
        var third = await SendAsync(http, person, 3);

        third.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Body.ShouldContain("Prøv igen i morgen");
        (await SendAsync(http, other, 3)).Status.ShouldBe(HttpStatusCode.SeeOther);
        http.World.Time.Advance(TimeSpan.FromHours(25));
        (await SendAsync(http, person, 4)).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_token_for_something_else_opens_nothing()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var foreign = http.Links.Suggest(person.Id).Split('/')[^1] + "x";

        (await http.Server.GetAsync($"/suggest/{foreign}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await http.Server.PostAsync($"/suggest/{foreign}", Good)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await http.Server.GetAsync(http.Links.Suggest("gone"))).Status.ShouldBe(HttpStatusCode.NotFound);
        http.Messages().ShouldBeEmpty();
    }

    private static Task<Answer> SendAsync(HttpFixture http, Employee person, int number) =>
        http.Server.PostAsync(
            http.Links.Suggest(person.Id),
            $"do=send&url=https%3A%2F%2Facme.example%2F{number}&title=We+open+a+new+office"
        );

    private static async Task<string> StoredAsync(HttpFixture http) =>
        JsonSerializer.Serialize(await PostAsync(http), DocumentJson.Options);

    private static async Task<Post> PostAsync(HttpFixture http) =>
        (await http.World.AllAsync<Post>(Containers.Posts)).ShouldHaveSingleItem();
}
