using Advocacy.Content;
using Advocacy.Drops;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Drops;

/// <summary>What becomes of drops: taken back, refused with a reason, answered.</summary>
public sealed class DropIntakeTests
{
    private const string Page = "https://acme.example/launch";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"withdraw":true,"url":"https://acme.example/launch?utm_source=x"}""")]
    [InlineData("""{"withdraw":true,"id":"n1"}""")]
    public async Task A_withdrawn_drop_is_offered_to_nobody(string withdrawal)
    {
        await using var http = await HttpFixture.StartAsync();
        await DropAsync(http, $$"""{"id":"n1","url":"{{Page}}","title":"We open a new office today"}""");
        var before = await PostAsync(http);
        before.IsOfferableAt(http.World.Time.GetUtcNow()).ShouldBeTrue();

        await DropAsync(http, withdrawal);
        await DropAsync(http, withdrawal);

        var after = await PostAsync(http);
        after.Status.ShouldBe(PostStatus.Withdrawn);
        after.IsOfferableAt(http.World.Time.GetUtcNow()).ShouldBeFalse();
        (await http.World.Get<DropRecords>().FindAsync("n1", Cancel))!.State.ShouldBe(DropState.Withdrawn);
        (await FailedAsync(http)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_drop_that_comes_again_after_it_was_taken_back_stays_taken_back()
    {
        await using var http = await HttpFixture.StartAsync();
        var drop = $$"""{"id":"n1","url":"{{Page}}","title":"We open a new office today"}""";
        await DropAsync(http, drop);
        await DropAsync(http, """{"withdraw":true,"id":"n1"}""");

        await DropAsync(http, drop);

        (await PostAsync(http)).Status.ShouldBe(PostStatus.Withdrawn);
    }

    [Fact]
    public async Task Taking_back_a_drop_on_its_way_leaves_the_post_that_another_brought()
    {
        await using var http = await HttpFixture.StartAsync();
        await DropAsync(http, $$"""{"id":"theirs","url":"{{Page}}","title":"We open a new office today"}""");
        await http.World.Get<DropRecords>().AddAsync("n1", Page, cancellationToken: Cancel);

        await DropAsync(http, """{"withdraw":true,"id":"n1"}""");

        (await PostAsync(http)).Status.ShouldBe(PostStatus.Ready);
        (await http.World.Get<DropRecords>().FindAsync("n1", Cancel))!.State.ShouldBe(DropState.Withdrawn);
    }

    [Fact]
    public async Task A_drop_that_is_taken_back_on_its_way_never_becomes_a_post()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.Get<DropRecords>().AddAsync("n1", Page, cancellationToken: Cancel);

        await DropAsync(http, """{"withdraw":true,"id":"n1"}""");
        await DropAsync(http, $$"""{"id":"n1","url":"{{Page}}","title":"We open a new office today"}""");

        (await http.World.AllAsync<Post>(Containers.Posts)).ShouldBeEmpty();
        (await FailedAsync(http)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"withdraw":true,"url":"https://acme.example/launch"}""", "no post has the URL")]
    [InlineData("""{"withdraw":true,"id":"n1"}""", "no post has the drop id \"n1\"")]
    [InlineData(
        """{"url":"https://acme.example/launch","title":"x","expiresAt":"2026-11-23T08:00:00Z"}""",
        "/expiresAt is 2026-11-23T08:00:00+00:00, which has passed; give a later one or leave it out."
    )]
    [InlineData(
        """{"url":"https://acme.example/launch","title":"x","forUnits":["Sales","Sale"]}""",
        "/forUnits/1 is \"Sale\", and nobody on the roster is in it; write it as the roster does."
    )]
    public async Task What_would_be_offered_to_nobody_is_kept_with_its_reason(string drop, string reason)
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPersonAsync("ida");

        await DropAsync(http, drop);

        (await http.World.AllAsync<Post>(Containers.Posts)).ShouldBeEmpty();
        var failed = (await FailedAsync(http)).ShouldHaveSingleItem();
        failed.Reason.ShouldContain(reason);
        failed.Body.ShouldBe(drop);
    }

    [Fact]
    public async Task An_id_belongs_to_one_page()
    {
        await using var http = await HttpFixture.StartAsync();
        await DropAsync(http, $$"""{"id":"n1","url":"{{Page}}","title":"We open a new office today"}""");

        await DropAsync(http, """{"id":"n1","url":"https://acme.example/other","title":"Another one"}""");

        (await FailedAsync(http)).ShouldHaveSingleItem().Reason.ShouldStartWith("/id is \"n1\"");
        (await PostAsync(http)).Url.ShouldBe(Page);
    }

    [Fact]
    public async Task Target_and_priority_reach_the_post()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPersonAsync("ida");

        await DropAsync(
            http,
            $$"""
            {"url":"{{Page}}","title":"We open a new office today","priority":"high","wantedReach":40,
             "forUnits":["Sales"],"forArchetypes":["specialist"],"commercial":true}
            """
        );

        var post = await PostAsync(http);
        (post.Priority, post.WantedReach, post.Commercial).ShouldBe((PostPriority.High, 40, true));
        post.ForUnits.ShouldBe(["Sales"]);
        post.ForArchetypes.ShouldBe([Advocacy.People.Archetype.Specialist]);
    }

    [Fact]
    public async Task Whoever_sent_a_drop_that_cannot_be_used_is_told_once_and_in_their_language()
    {
        await using var http = await HttpFixture.StartAsync();
        const string Drop = """{"url":"nope","language":"da","sender":"mia@acme.example"}""";

        await DropAsync(http, Drop);
        await DropAsync(http, Drop);

        var (batch, recipient) = http.World.Mailer.Sent.ShouldHaveSingleItem();
        recipient.To.ShouldBe(new MailAddress("mia@acme.example", ""));
        batch.Subject.ShouldBe("Acme: det, du sendte ind, kunne ikke bruges");
        batch.Text.ShouldContain("- /url is \"nope\"; it takes an absolute http or https URL without a user name.");
        batch.Html.ShouldContain("/url is");
        recipient.Headers["Auto-Submitted"].ShouldBe("auto-generated");
    }

    [Theory]
    [InlineData("mia@elsewhere.example")]
    [InlineData("mia@acme.example.elsewhere.example")]
    [InlineData("mia+x@acme.example")]
    public async Task Nobody_outside_the_company_is_mailed_because_a_drop_says_so(string sender)
    {
        await using var http = await HttpFixture.StartAsync();

        await DropAsync(http, $$"""{"url":"nope","sender":"{{sender}}"}""");

        http.World.Mailer.Sent.ShouldBeEmpty();
        (await FailedAsync(http)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_flood_of_drops_becomes_a_flood_of_mail()
    {
        await using var http = await HttpFixture.StartAsync(new World(("Advocacy:Drops:AnswersADay", "2")));

        for (var i = 0; i < 5; i++)
        {
            await DropAsync(http, $$"""{"url":"nope{{i}}","sender":"mia@acme.example"}""");
        }

        http.World.Mailer.Sent.Count.ShouldBe(2);
        (await FailedAsync(http)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_drop_whose_page_cannot_be_read_five_times_is_kept_and_answered_too()
    {
        await using var http = await HttpFixture.StartAsync();
        await http
            .World.Get<FailureLog>()
            .NoteAsync(Queues.Content, Bare, "The drop has no title, and its page could not be read.", Cancel);

        await http.World.Get<ContentRescue>().RunAsync(Bare, Cancel);
        await http.DrainAsync();

        (await FailedAsync(http)).ShouldHaveSingleItem().State.ShouldBe(FailedMessageState.Kept);
        http.World.Mailer.Sent.ShouldHaveSingleItem().Batch.Text.ShouldContain("its page could not be read");
        (await http.World.Get<DropRecords>().FindAsync("n9", Cancel))!.State.ShouldBe(DropState.Refused);
    }

    private const string Bare = """{"id":"n9","url":"https://acme.example/away","sender":"mia@acme.example"}""";

    private static async Task DropAsync(HttpFixture http, string drop)
    {
        await http.World.Get<IWorkQueue>().EnqueueAsync(Queues.Content, [drop], cancellationToken: Cancel);
        await http.DrainAsync();
    }

    private static async Task<Post> PostAsync(HttpFixture http) =>
        (await http.World.AllAsync<Post>(Containers.Posts)).ShouldHaveSingleItem();

    private static Task<IReadOnlyList<FailedMessage>> FailedAsync(HttpFixture http) =>
        http.World.AllAsync<FailedMessage>(Containers.Failures);
}
