using System.Net;
using Advocacy.Access;
using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Access;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Failures;

/// <summary>Each failed message waits on one page, and can be sent again, mended or discarded.</summary>
public sealed class FailurePageTests
{
    private const string Bad = """{"url":"nope","title":"We open an office"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_reason_and_original_text_and_counts_in_its_title()
    {
        await using var http = await StartAsync();
        var id = await FailAsync(http);

        var page = (await http.Server.GetAsync("/desk/failures")).Body;

        page.ShouldContain("<title>(1) Failed messages");
        page.ShouldContain("/url is \"nope\"; it takes an absolute http or https URL");
        page.ShouldContain($">{Bad}</pre>");
        page.ShouldContain(id);
    }

    [Fact]
    public async Task A_mended_drop_becomes_a_post_and_leaves_the_page()
    {
        await using var http = await StartAsync();
        var id = await FailAsync(http);

        var answer = await DecideAsync(
            http,
            $"id={id}&do=retry&body={Uri.EscapeDataString(Bad.Replace("nope", "https://acme.example/a"))}"
        );
        await http.DrainAsync();

        answer.Location.ShouldBe("/desk/failures?done=mended");
        (await http.World.AllAsync<Post>(Containers.Posts))
            .ShouldHaveSingleItem()
            .Url.ShouldBe("https://acme.example/a");
        (await AllAsync(http)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mend_that_would_fail_again_is_said_at_once_and_keeps_what_was_typed()
    {
        await using var http = await StartAsync();
        var id = await FailAsync(http);

        var answer = await DecideAsync(
            http,
            $"id={id}&do=retry&body={Uri.EscapeDataString("""{"url":"still wrong"}""")}"
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("it would fail again");
        answer.Body.ShouldContain("""{"url":"still wrong"}</textarea>""");
        http.Messages().ShouldBeEmpty();
        (await AllAsync(http)).ShouldHaveSingleItem().Body.ShouldBe(Bad);
    }

    [Fact]
    public async Task Sent_again_unchanged_it_is_sent_to_the_character()
    {
        await using var http = await StartAsync();
        const string Body = "{\"postId\":\"p1\",\r\n\"x\": \"a\nb\" }";
        await http.World.Get<FailureLog>().KeepAsync(Queues.Tone, Body, "There is no post 'p1'.", Cancel);
        var id = (await AllAsync(http)).ShouldHaveSingleItem().Id;

        var answer = await DecideAsync(
            http,
            $"id={id}&do=retry&body={Uri.EscapeDataString(Body.ReplaceLineEndings("\r\n"))}"
        );

        answer.Location.ShouldBe("/desk/failures?done=retried");
        var retrying = (await AllAsync(http)).ShouldHaveSingleItem();
        (retrying.State, retrying.Body, retrying.DecidedBy).ShouldBe(
            (FailedMessageState.Retrying, Body, "this machine")
        );
        (await DecideAsync(http, $"id={id}&do=retry")).Location.ShouldBe("/desk/failures?done=gone");
    }

    [Fact]
    public async Task Discarding_takes_a_note_and_leaves_it_to_be_found_for_a_week()
    {
        await using var http = await StartAsync();
        var id = await FailAsync(http);

        (await DecideAsync(http, $"id={id}&do=discard&note=+")).Body.ShouldContain("Write in a few words why");
        (await DecideAsync(http, $"id={id}&do=discard&note=It+was+a+test")).Location.ShouldBe(
            "/desk/failures?done=discarded"
        );

        (await http.Server.GetAsync("/desk/failures")).Body.ShouldContain("Nothing waits here");
        (await http.Server.GetAsync("/desk/failures?state=discarded")).Body.ShouldContain(
            "Discarded by this machine: It was a test"
        );
        http.World.Time.Advance(TimeSpan.FromDays(8));
        (await AllAsync(http)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_of_nobodys_decides_nothing()
    {
        await using var http = await StartAsync();
        var id = await FailAsync(http);

        (await http.Server.PostAsync("/desk/failures", $"id={id}&do=discard&note=x")).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

        (await AllAsync(http)).ShouldHaveSingleItem().State.ShouldBe(FailedMessageState.Kept);
    }

    [Fact]
    public async Task Who_is_erased_is_forgotten_as_a_decider_too()
    {
        await using var world = await new World().WithCompanyAsync();
        var failures = world.Get<FailureLog>();
        await failures.KeepAsync(Queues.Content, Bad, "It is wrong.", Cancel);
        var id = (await world.AllAsync<FailedMessage>(Containers.Failures)).Single().Id;
        await failures.DiscardAsync(id, "Asked mia@acme.example.", "mia@acme.example", Cancel);

        await failures.ForgetPersonAsync(text => text.Contains("mia@acme.example"), Cancel);

        var left = (await world.AllAsync<FailedMessage>(Containers.Failures)).ShouldHaveSingleItem();
        (left.Body, left.Note, left.DecidedBy).ShouldBe((Bad, null, null));
    }

    private static Task<HttpFixture> StartAsync() =>
        HttpFixture.StartAsync(new World(("Advocacy:Access:ThisMachine", "true")));

    private static async Task<string> FailAsync(HttpFixture http)
    {
        await http.World.Get<IWorkQueue>().EnqueueAsync(Queues.Content, [Bad], cancellationToken: Cancel);
        await http.DrainAsync();
        return (await AllAsync(http)).ShouldHaveSingleItem().Id;
    }

    private static Task<IReadOnlyList<FailedMessage>> AllAsync(HttpFixture http) =>
        http.World.AllAsync<FailedMessage>(Containers.Failures);

    private static async Task<Answer> DecideAsync(HttpFixture http, string form)
    {
        var token = await CommsDoor.TokenAsync(http.World.Get<CommsAccess>());
        return await http.Server.PostAsync("/desk/failures", $"form={Uri.EscapeDataString(token)}&{form}");
    }
}
