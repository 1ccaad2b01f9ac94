using System.Net;
using Advocacy.Content;
using Advocacy.Desk;
using Advocacy.Drops;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;
using Advocacy.Tests.Functions;
using Advocacy.Tone;

namespace Advocacy.Tests.Desk;

/// <summary>What a person decides on the desk is done once, told, and written down.</summary>
public sealed class DeskPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_counts_what_waits_in_its_title_and_shows_why()
    {
        await using var http = await DeskForms.StartAsync();
        await HeldAsync(http);
        await http.World.AddPostAsync("fine");

        var page = (await http.Server.GetAsync("/desk")).Body;

        page.ShouldContain("<title>(1) Review desk");
        page.ShouldContain("Negative sentence");
        page.ShouldNotContain("Title of fine");
        (await http.Server.GetAsync("/desk?show=all")).Body.ShouldContain("Title of fine");
    }

    [Fact]
    public async Task Reasons_are_marked_in_the_text_with_a_way_out()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await HeldAsync(http);

        var page = WebUtility.HtmlDecode((await http.Server.GetAsync($"/desk/{post.Id}")).Body);

        page.ShouldContain("<mark>Det var en forfærdelig katastrofe.</mark>");
        page.ShouldContain(WaysOut.Text("rewrite", "en"));
    }

    [Fact]
    public async Task Approval_with_a_note_overrides_the_gate_and_a_changed_policy_leaves_it_alone()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await HeldAsync(http);

        (await http.DecideAsync(post.Id, "approve")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await http.DecideAsync(post.Id, "approve", ("note", "Det er sandt, og vi siger det."));

        answer.Location.ShouldBe($"/desk/{post.Id}?done=approve");
        var approved = (await http.PostAsync(post.Id)).Value;
        approved.Status.ShouldBe(PostStatus.Ready);
        var entry = (await HistoryAsync(http, approved)).ShouldHaveSingleItem();
        (entry.Act, entry.By, entry.Note).ShouldBe((DeskAct.Approve, "this machine", "Det er sandt, og vi siger det."));
        entry.Changes.ShouldHaveSingleItem().ShouldBe(new DeskChange(DeskChanges.Status, "Held", "Ready"));
        entry.Ttl.ShouldBe(730 * 24 * 60 * 60);

        await http.World.Store.UpsertAsync(
            Containers.Posts,
            approved with
            {
                Verdict = approved.Verdict! with { PolicyVersion = "another" },
            },
            Cancel
        );
        var report = await http.World.Get<ToneRejudge>().AllAsync(Cancel);
        report.DecidedByPerson.ShouldBe(1);
        (await http.PostAsync(post.Id)).Value.Status.ShouldBe(PostStatus.Ready);
    }

    [Fact]
    public async Task An_edit_is_judged_before_it_is_written()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await HeldAsync(http);

        var answer = await http.DecideAsync(
            post.Id,
            "edit",
            ("title", "Ny & bedre fabrik"),
            ("summary", "Vi åbner en fabrik i Odense."),
            ("topics", "Fabrik, Odense"),
            ("language", "da"),
            ("image", "https://acme.example/a.png")
        );

        answer.Location.ShouldBe($"/desk/{post.Id}?done=edit");
        var edited = (await http.PostAsync(post.Id)).Value;
        (edited.Status, edited.Title, edited.ImageUrl).ShouldBe(
            (PostStatus.Ready, "Ny & bedre fabrik", "https://acme.example/a.png")
        );
        edited.Topics.ShouldBe(["fabrik", "odense"]);
        edited.ShareTexts.ShouldBe(post.ShareTexts);
        (await HistoryAsync(http, edited))
            .Single()
            .Changes.Select(change => change.Field)
            .ShouldBe([
                DeskChanges.Status,
                DeskChanges.Title,
                DeskChanges.Summary,
                DeskChanges.Topics,
                DeskChanges.Image,
            ]);
    }

    [Fact]
    public async Task A_wrong_edit_comes_back_with_what_was_typed_and_changes_nothing()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await HeldAsync(http);

        var answer = await http.DecideAsync(
            post.Id,
            "edit",
            ("title", ""),
            ("summary", "Bliver her"),
            ("language", "dansk")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("Bliver her");
        answer.Body.ShouldContain("id=\"title-fault\"");
        answer.Body.ShouldContain("id=\"language-fault\"");
        (await http.PostAsync(post.Id)).Value.Title.ShouldBe(post.Title);
    }

    [Fact]
    public async Task Texts_keep_their_ids_go_and_come_and_are_judged()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await http.World.AddPostAsync("a", texts: 2);

        await http.DecideAsync(
            post.Id,
            "texts",
            [.. Row("t1", "Fin tekst"), .. Row("t2", ""), .. Row("", "Det var en forfærdelig katastrofe.", "linkedin")]
        );

        var changed = (await http.PostAsync(post.Id)).Value;
        changed
            .ShareTexts.Select(text => (text.Text, text.Channel))
            .ShouldBe([("Fin tekst", null), ("Det var en forfærdelig katastrofe.", "linkedin")]);
        changed.ShareTexts[0].Id.ShouldBe("t1");
        changed.ShareTexts[1].Id.ShouldNotBeOneOf("t1", "t2");
        changed.Status.ShouldBe(PostStatus.Held);
    }

    [Fact]
    public async Task A_text_in_a_language_that_the_form_does_not_offer_keeps_it()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await http.World.AddPostAsync(
            "a",
            with: one => one with { ShareTexts = [new ShareText("t1", "de", "Wir sind stolz.")] }
        );

        (await http.Server.GetAsync($"/desk/{post.Id}")).Body.ShouldContain(
            "<option value=\"de\" selected>DE</option>"
        );
        await http.DecideAsync(
            post.Id,
            "texts",
            [
                .. Row("t1", "Wir sind sehr stolz.")
                    .Select(field => field.Item1 == "text-language" ? ("text-language", "de") : field),
            ]
        );

        (await http.PostAsync(post.Id)).Value.ShareTexts.ShouldHaveSingleItem().Language.ShouldBe("de");
    }

    [Fact]
    public async Task A_text_as_long_as_one_may_be_is_taken_in_any_alphabet()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await http.World.AddPostAsync("a", texts: 1);

        await http.DecideAsync(post.Id, "texts", Row("t1", new string('ж', 3_000)));

        (await http.PostAsync(post.Id)).Value.ShareTexts.ShouldHaveSingleItem().Text.Length.ShouldBe(3_000);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("Approve,Reject")]
    public async Task An_address_that_names_no_act_shows_the_page(string done)
    {
        await using var http = await DeskForms.StartAsync();
        var post = await http.World.AddPostAsync("a");

        (await http.Server.GetAsync($"/desk/{post.Id}?done={done}")).Status.ShouldBe(HttpStatusCode.OK);
        (await http.Server.GetAsync($"/desk/failures?done={done}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_is_ended_now_or_later_and_offered_again_without_an_end()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await http.World.AddPostAsync("a");

        await http.DecideAsync(post.Id, "expire-now");
        (await http.PostAsync(post.Id)).Value.ExpiresAt.ShouldBe(http.World.Time.GetUtcNow());
        await http.DecideAsync(post.Id, "expire", ("expires", "2026-12-24T12:00"));
        (await http.PostAsync(post.Id)).Value.ExpiresAt.ShouldBe(
            new DateTimeOffset(2026, 12, 24, 11, 0, 0, TimeSpan.Zero)
        );
        await http.DecideAsync(post.Id, "expire", ("expires", ""));

        var open = (await http.PostAsync(post.Id)).Value;
        open.ExpiresAt.ShouldBeNull();
        open.Status.ShouldBe(PostStatus.Ready);
        (await HistoryAsync(http, open)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Rejecting_takes_a_reason_and_putting_back_waits_for_a_person_whatever_the_tone()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await http.World.AddPostAsync("a");

        (await http.DecideAsync(post.Id, "reject")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await http.DecideAsync(post.Id, "reject", ("reason", "Not ours."));
        (await http.PostAsync(post.Id)).Value.Status.ShouldBe(PostStatus.Rejected);
        await http.DecideAsync(post.Id, "put-back");

        var back = (await http.PostAsync(post.Id)).Value;
        (back.Status, back.ReviewFirst).ShouldBe((PostStatus.Held, true));
        back.Verdict!.Reasons.ShouldHaveSingleItem().Rule.ShouldBe("review-first");
        await http.DecideAsync(post.Id, "approve");
        (await http.PostAsync(post.Id)).Value.IsOfferableAt(http.World.Time.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_second_of_two_is_told_with_both_versions_and_nothing_is_lost()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await HeldAsync(http);
        var seen = await http.PostAsync(post.Id);
        await http.DecideAsync(seen, "reject", ("reason", "Ikke vores."));

        var answer = await http.DecideAsync(
            seen,
            "edit",
            ("title", "Min titel"),
            ("summary", "Mit resumé"),
            ("language", "da")
        );

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Body.ShouldContain("Changed meanwhile");
        answer.Body.ShouldContain("this machine rejected it");
        answer.Body.ShouldContain("value=\"Min titel\"");
        answer.Body.ShouldContain("Yours: </span>Mit resum");
        var now = (await http.PostAsync(post.Id)).Value;
        (now.Status, now.Title).ShouldBe((PostStatus.Rejected, post.Title));
        (await HistoryAsync(http, now)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_between_entry_and_change_leaves_no_trace_that_anybody_sees()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await HeldAsync(http);
        var seen = await http.PostAsync(post.Id);
        await http.World.Get<DeskBook>().TryWriteAsync(seen with { ETag = "other" }, seen.Value, Entry(post), Cancel);

        (await HistoryAsync(http, (await http.PostAsync(post.Id)).Value)).ShouldBeEmpty();
        await http.DecideAsync(post.Id, "approve", ("note", "Ja."));

        (await HistoryAsync(http, (await http.PostAsync(post.Id)).Value)).ShouldHaveSingleItem().Note.ShouldBe("Ja.");
    }

    [Fact]
    public async Task Who_suggested_it_is_shown_only_where_they_wanted_and_hears_the_reason_once()
    {
        await using var http = await DeskForms.StartAsync();
        var eva = await http.World.AddPersonAsync("eva");
        var post = await http.World.AddPostAsync(
            "a",
            with: one => one with { SuggestedBy = eva.Id, Status = PostStatus.Held, ReviewFirst = true }
        );

        var page = (await http.Server.GetAsync($"/desk/{post.Id}")).Body;
        await http.DecideAsync(post.Id, "reject", ("reason", "Vent til marts."));
        await http.DecideAsync(post.Id, "put-back");
        await http.DecideAsync(post.Id, "approve");

        page.ShouldContain("Suggested by an employee");
        page.ShouldNotContain("EVA Person");
        var letter = (await http.World.AllAsync<AnswerLetter>(Containers.Deliveries)).ShouldHaveSingleItem();
        (letter.EmployeeId, letter.Kind).ShouldBe((eva.Id, AnswerKind.Rejected));
        letter.Reasons.ShouldBe(["Vent til marts."]);
    }

    [Fact]
    public async Task The_mail_block_is_the_digests_own_and_runs_nothing()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await http.World.AddPostAsync("a", with: one => one with { Title = "<script>alert(1)</script>" });

        var mail = (await http.Server.GetAsync($"/desk/{post.Id}/mail?text=t2")).Body;
        var html = http
            .World.Get<DeskPreview>()
            .Html(
                (await http.PostAsync(post.Id)).Value,
                "t2",
                await http.World.Get<Company>().ProfileAsync(Cancel),
                new DateOnly(2026, 11, 24)
            );

        mail.ShouldContain("Text 2 of a");
        mail.ShouldNotContain("Text 1 of a");
        html.ShouldNotContain("<script");
        WebUtility.HtmlDecode(html).ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public async Task A_form_of_nobodys_decides_nothing()
    {
        await using var http = await DeskForms.StartAsync();
        var post = await HeldAsync(http);
        var seen = await http.PostAsync(post.Id);

        (
            await http.Server.PostAsync($"/desk/{post.Id}", $"do=approve&note=x&etag={Uri.EscapeDataString(seen.ETag)}")
        ).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await http.PostAsync(post.Id)).ETag.ShouldBe(seen.ETag);
    }

    private static (string, string)[] Row(string id, string text, string channel = "") =>
        [("text-id", id), ("text", text), ("channel", channel), ("text-language", "da")];

    private static DeskEntry Entry(Post post) =>
        new()
        {
            Id = "lost",
            Subject = DeskEntry.SubjectOf(post.Id),
            PostId = post.Id,
            By = "mia",
            At = DateTimeOffset.UnixEpoch,
            Act = DeskAct.Approve,
        };

    private static async Task<Post> HeldAsync(HttpFixture http)
    {
        var post = await http.World.AddPostAsync(
            "bad",
            with: one =>
                one with
                {
                    Status = PostStatus.New,
                    Summary = "Vi begyndte godt. Det var en forfærdelig katastrofe. Det er slemt og forkert.",
                    ShareTexts = [new("t1", "da", "Vi åbner en fabrik i Odense.")],
                }
        );
        await http.World.Get<ToneGate>().JudgeAsync(ToneGate.MessageFor(post.Id), Cancel);
        var judged = (await http.PostAsync(post.Id)).Value;
        judged.Status.ShouldBe(PostStatus.Held);
        return judged;
    }

    private static Task<IReadOnlyList<DeskEntry>> HistoryAsync(HttpFixture http, Post post) =>
        http.World.Get<DeskBook>().HistoryAsync(post, Cancel);
}
