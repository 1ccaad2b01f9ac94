using System.Net;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Tests.Functions;

public sealed class SharePostTests
{
    [Fact]
    public async Task The_page_shows_the_text_with_its_disclosure_and_the_short_link()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var post = await http.World.AddPostAsync("launch");

        var answer = await http.Server.GetAsync(await http.DeliverAsync(person, post));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("Text 1 of launch");
        answer.Body.ShouldContain("Jeg arbejder hos Acme");
        answer.Body.ShouldContain(http.Links.ShortLink(post.Id, ShareChannels.Other, HttpFixture.Edition));
    }

    [Fact]
    public async Task Advertising_says_so_first()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var post = await http.World.AddPostAsync("offer", with: one => one with { Commercial = true });

        var answer = await http.Server.GetAsync(await http.DeliverAsync(person, post));

        answer.Body.ShouldContain("Reklame: Text 1 of offer");
    }

    [Fact]
    public async Task Using_it_is_noted_once_for_those_who_agreed_to_be_measured_and_for_nobody_else()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var measured = await http.World.AddPersonAsync("ida", null, ConsentPurpose.ClickMeasurement);
        var quiet = await http.World.AddPersonAsync("ole", null, ConsentPurpose.ShareStatistics);
        var (one, other) = (await http.DeliverAsync(measured, post), await http.DeliverAsync(quiet, post));

        await http.Server.PostAsync($"{one}/opened");
        (await http.Server.PostAsync($"{one}/opened")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await http.Server.PostAsync($"{other}/opened")).Status.ShouldBe(HttpStatusCode.NoContent);

        var view = (await http.EngagementsAsync()).ShouldHaveSingleItem();
        view.Kind.ShouldBe(EngagementKind.SharePageViewed);
        view.Subject.ShouldBe(measured.Id);
        view.PostId.ShouldBe(post.Id);
    }

    [Fact]
    public async Task Looking_at_it_is_no_view()
    {
        await using var http = await HttpFixture.StartAsync();
        var measured = await http.World.AddPersonAsync("ida", null, ConsentPurpose.ClickMeasurement);
        var link = await http.DeliverAsync(measured, await http.World.AddPostAsync("launch"));

        (await http.Server.SendAsync("HEAD", link)).Status.ShouldBe(HttpStatusCode.OK);
        (await http.Server.GetAsync(link)).Body.ShouldContain("/opened");

        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shared_counts_once_however_often_and_names_the_person_only_with_consent(bool consents)
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var person = await http.World.AddPersonAsync(
            "ida",
            null,
            consents ? [ConsentPurpose.ShareStatistics] : [ConsentPurpose.ClickMeasurement]
        );
        var link = await http.DeliverAsync(person, post);

        foreach (var channel in new[] { "linkedin", "linkedin", "facebook" })
        {
            var answer = await http.Server.PostAsync(link, $"section=shared&channel={channel}");
            (answer.Status, answer.Location).ShouldBe((HttpStatusCode.SeeOther, "?told=shared#told"));
        }

        var events = await http.EngagementsAsync();
        var shared = events.Single(one => one.Kind == EngagementKind.Shared);
        shared.Subject.ShouldBe(consents ? person.Id : post.Id);
        (shared.Unit, shared.TextId).ShouldBe(consents ? (person.Unit, "t1") : (null, null));
        shared.Count.ShouldBe(1);
        shared.Channel.ShouldBeOneOf("linkedin", "facebook");
        // Somebody shared this week: once, under nobody's id, and of which unit only with consent.
        var participated = events.Except([shared]).ShouldHaveSingleItem();
        (participated.Kind, participated.Subject, participated.PostId, participated.Unit).ShouldBe(
            (EngagementKind.Participated, "2026-W48", "2026-W48", consents ? person.Unit : null)
        );
        participated.At.TimeOfDay.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task The_time_from_mail_to_share_is_kept_of_those_only_who_agreed_to_both_measurements()
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var both = await http.World.AddPersonAsync(
            "ida",
            null,
            ConsentPurpose.ShareStatistics,
            ConsentPurpose.ClickMeasurement
        );
        var one = await http.World.AddPersonAsync("bo", null, ConsentPurpose.ShareStatistics);
        string[] links = [await http.DeliverAsync(both, post), await http.DeliverAsync(one, post)];
        foreach (var delivery in await http.World.AllAsync<Delivery>(Containers.Deliveries))
        {
            var settled = delivery with { SettledAt = http.World.Time.GetUtcNow() };
            await http.World.Store.UpsertAsync(Containers.Deliveries, settled, TestContext.Current.CancellationToken);
        }
        http.World.Time.Advance(TimeSpan.FromMinutes(42.5));

        foreach (var link in links)
        {
            await http.Server.PostAsync(link, "section=shared&channel=x");
        }

        (await http.EngagementsAsync())
            .Where(shared => shared.Kind == EngagementKind.Participated)
            .Select(shared => shared.MinutesFromMail)
            .ShouldBe([42, null], ignoreOrder: true);
    }

    [Theory]
    [InlineData("channel=<script>")]
    [InlineData("channel=")]
    [InlineData("")]
    public async Task A_channel_that_is_none_of_ours_counts_as_other(string form)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));

        var answer = await http.Server.PostAsync(link, form);

        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await http.EngagementsAsync())
            .Single(one => one.Kind == EngagementKind.Shared)
            .Channel.ShouldBe(ShareChannels.Other);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Not_for_me_counts_once_with_its_reason_and_names_the_person_only_with_consent(bool consents)
    {
        await using var http = await HttpFixture.StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var person = await http.World.AddPersonAsync(
            "ida",
            null,
            consents ? [ConsentPurpose.ShareStatistics] : [ConsentPurpose.DigestEmail]
        );
        var link = await http.DeliverAsync(person, post);
        (await http.Server.GetAsync(link)).Body.ShouldContain(consents ? "sammen med dine delinger" : "uden dit navn");

        foreach (var reason in new[] { "TooBusy", "Tone" })
        {
            var answer = await http.Server.PostAsync(link, $"section=not-for-me&reason={reason}");
            (answer.Status, answer.Location).ShouldBe((HttpStatusCode.SeeOther, "?told=not-for-me#told"));
            await http.DrainAsync();
        }

        var told = (await http.EngagementsAsync()).ShouldHaveSingleItem();
        (told.Kind, told.Reason, told.Count).ShouldBe((EngagementKind.NotForMe, NotForMeReason.TooBusy, 1));
        told.Subject.ShouldBe(consents ? person.Id : post.Id);
        var data = (await http.Server.GetAsync(http.Links.Preferences(person.Id) + "/data")).Body;
        data.Contains("ikke var noget for dig (for travlt)", StringComparison.Ordinal).ShouldBe(consents);
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("99")]
    [InlineData("")]
    public async Task A_reason_that_is_none_of_ours_counts_as_other(string reason)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));

        await http.Server.PostAsync(link, $"section=not-for-me&reason={reason}");

        (await http.EngagementsAsync()).ShouldHaveSingleItem().Reason.ShouldBe(NotForMeReason.Other);
    }

    [Theory]
    [InlineData("shared", "Det tæller med")]
    [InlineData("not-for-me", "lader vi det ligge")]
    [InlineData("<script>", null)]
    public async Task The_page_thanks_for_what_was_told(string told, string? thanks)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));

        var page = (await http.Server.GetAsync($"{link}?told={told}")).Body;

        page.Contains("id=\"told\"", StringComparison.Ordinal).ShouldBe(thanks is not null);
        page.ShouldContain(thanks ?? "Fortæl os det");
    }

    [Fact]
    public async Task An_edited_text_is_put_on_the_buttons_and_kept_nowhere()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        var before = http.World.Store.Snapshot();

        var page = await http.Server.PostAsync(
            link,
            $"section=text&text={Uri.EscapeDataString("Sådan siger jeg det.\r\nJeg er ansat hos Acme.")}"
        );

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("Din tekst er på knapperne nu");
        page.Body.ShouldContain(
            "https://bsky.app/intent/compose?text="
                + Uri.EscapeDataString("Sådan siger jeg det.\nJeg er ansat hos Acme.\n\nhttp")
        );
        page.Body.ShouldNotContain("Text 1 of launch");
        http.World.Store.Snapshot().ShouldBe(before);
        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, "Mine ord", "Mine ord\n\nJeg arbejder hos Acme.")]
    [InlineData(true, "Mine ord", "Reklame: Mine ord\n\nJeg arbejder hos Acme.")]
    [InlineData(true, "Mine ord. Jeg arbejder hos Acme.", "Reklame: Mine ord. Jeg arbejder hos Acme.")]
    public async Task A_disclosure_that_was_removed_is_put_back_and_the_page_says_so(
        bool commercial,
        string written,
        string shown
    )
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var post = await http.World.AddPostAsync("launch", with: one => one with { Commercial = commercial });
        var link = await http.DeliverAsync(person, post);

        var page = (await http.Server.PostAsync(link, $"section=text&text={Uri.EscapeDataString(written)}")).Body;

        page.ShouldContain("ind igen");
        page.ShouldContain($">{shown}</textarea>");
        page.ShouldContain("https://bsky.app/intent/compose?text=" + Uri.EscapeDataString(shown));
        page.ShouldContain("https://www.threads.com/intent/post?text=" + Uri.EscapeDataString(shown));
    }

    [Fact]
    public async Task Nothing_written_brings_the_suggestion_back_and_too_much_is_refused()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));

        (await http.Server.PostAsync(link, "section=text&text=%20%0A")).Body.ShouldContain("Text 1 of launch");
        var longest = string.Concat(Enumerable.Repeat("%E9%A2%A8", 3_000));
        (await http.Server.PostAsync(link, $"section=text&text={longest}")).Status.ShouldBe(HttpStatusCode.OK);
        (await http.Server.PostAsync(link, $"section=text&text={new string('a', 60_000)}")).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task The_page_offers_the_channels_of_the_profile_each_with_its_form()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        var company = http.World.Get<Company>();
        var profile = await company.ProfileAsync(TestContext.Current.CancellationToken);
        (await http.Server.GetAsync(link)).Body.ShouldNotContain("mailto:?");

        await company.SaveAsync(
            profile with
            {
                Country = "SE",
                Channels = ["reddit", "mail", "linkedin"],
                LinkStyle = LinkStyle.FinalUrl,
            },
            TestContext.Current.CancellationToken
        );
        var page = (await http.Server.GetAsync(link)).Body;

        page.ShouldContain("indlæg med titel");
        page.ShouldContain("Title of launch [Jeg arbejder hos Acme]");
        page.ShouldContain("mailto:?subject=Title%20of%20launch&body=");
        page.ShouldContain(
            Uri.EscapeDataString(
                "https://acme.example/launch?utm_source=linkedin&utm_medium=employee-advocacy&utm_campaign=2026-W48"
            )
        );
        page.ShouldNotContain("bsky.app");
    }

    [Fact]
    public async Task A_post_that_is_held_since_is_no_longer_offered()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var link = await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        await http.World.AddPostAsync("launch", with: one => one with { Status = PostStatus.Held });

        var answer = await http.Server.GetAsync(link);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Body.ShouldNotContain("Text 1 of launch");
    }
}
