using System.Net;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Engagement;
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
        answer.Body.ShouldContain(http.Links.ShortLink(post.Id, ShareChannels.Other));
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
            (await http.Server.PostAsync(link, $"channel={channel}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var shared = (await http.EngagementsAsync()).ShouldHaveSingleItem();
        shared.Kind.ShouldBe(EngagementKind.Shared);
        shared.Subject.ShouldBe(consents ? person.Id : post.Id);
        shared.Count.ShouldBe(1);
        shared.Channel.ShouldBeOneOf("linkedin", "facebook");
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

        answer.Status.ShouldBe(HttpStatusCode.OK);
        (await http.EngagementsAsync()).ShouldHaveSingleItem().Channel.ShouldBe(ShareChannels.Other);
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
