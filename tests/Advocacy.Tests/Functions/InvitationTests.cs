using System.Net;
using Advocacy.Consent;
using Advocacy.Invitations;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Functions;

public sealed class InvitationTests
{
    private const string OneClick = "List-Unsubscribe=One-Click";
    private const string Wording = $"&wording={ConsentWordings.CurrentVersion}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_links_of_the_mail_only_ask_and_change_nothing()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.World.AddPersonAsync("ida");
        await InviteAsync(http);
        var mail = http.World.Mailer.Sent.ShouldHaveSingleItem().Recipient;
        var before = http.World.Store.Snapshot();

        foreach (
            var link in mail
                .Substitutions.Values.Where(value => value.StartsWith("http", StringComparison.Ordinal))
                .Distinct()
        )
        {
            foreach (var method in new[] { "GET", "HEAD" })
            {
                (await http.Server.SendAsync(method, link)).Status.ShouldBe(HttpStatusCode.OK);
            }
        }

        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_yes_records_what_was_ticked_and_nothing_else_and_twice_is_once()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");
        var link = http.Links.Invitation(person.Id);

        foreach (var _ in new int[2])
        {
            var answer = await http.Server.PostAsync(link, "purpose=ShareStatistics" + Wording);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Body.ShouldContain("Tak, dit ja er registreret");
        }

        var recorded = (await http.EventsAsync(person.Id)).ShouldHaveSingleItem();
        recorded.ShouldSatisfyAllConditions(
            one => one.Purpose.ShouldBe(ConsentPurpose.ShareStatistics),
            one => one.Action.ShouldBe(ConsentAction.Given),
            one => one.Channel.ShouldBe("invitation"),
            one => one.Language.ShouldBe("da"),
            one => one.NetworkHash.ShouldNotBeNull()
        );
    }

    [Theory]
    // Also a scanner that presses every button: nothing is ticked for it.
    [InlineData("")]
    [InlineData(OneClick)]
    [InlineData("wording=2026-1")]
    [InlineData("purpose=DigestEmail")]
    [InlineData("purpose=DigestEmail&wording=2025-1")]
    public async Task A_yes_to_nothing_or_to_other_words_records_nothing(string form)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");
        var before = http.World.Store.Snapshot();

        (await http.Server.PostAsync(http.Links.Invitation(person.Id), form)).Status.ShouldBe(HttpStatusCode.OK);

        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_no_is_answered_without_a_redirect_and_recorded_nowhere()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida", one => one with { Language = "en" });
        await InviteAsync(http);
        var before = http.World.Store.Snapshot();

        foreach (var form in new[] { "", OneClick, OneClick })
        {
            var answer = await http.Server.PostAsync(http.Links.NoThanks(person.Id), form);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Location.ShouldBeNull();
            answer.Body.ShouldContain("We do not ask you again");
        }

        // To whoever looks, at whatever: somebody who said no is somebody who did not answer.
        http.World.Store.Snapshot().ShouldBe(before);
        http.Messages().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_no_is_final()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");
        await InviteAsync(http);
        await http.Server.PostAsync(http.Links.NoThanks(person.Id), OneClick);

        http.World.Time.Advance(TimeSpan.FromDays(1000));
        await InviteAsync(http);

        http.World.Mailer.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_no_works_for_somebody_who_left_and_years_later_the_yes_does_not()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddPersonAsync("ida");
        var (yes, no) = (http.Links.Invitation(person.Id), http.Links.NoThanks(person.Id));
        await http.World.Store.DeleteAsync(Containers.Employees, person.Id, person.Id, Cancel);
        http.World.Time.Advance(TimeSpan.FromDays(3 * 365));

        (await http.Server.PostAsync(no, OneClick)).Status.ShouldBe(HttpStatusCode.OK);
        (await http.Server.PostAsync(yes, "purpose=DigestEmail" + Wording)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "invitation")]
    [InlineData("POST", "invitation")]
    [InlineData("GET", "no-thanks")]
    [InlineData("POST", "no-thanks")]
    public async Task Every_token_that_opens_nothing_takes_the_same_way_to_the_same_answer(string method, string route)
    {
        var calls = new CallLog();
        var world = new World();
        world.StoreUsed = calls.Around(world.Store);
        await using var http = await HttpFixture.StartAsync(world);
        var person = await world.AddPersonAsync("ida");
        var signer = world.Get<LinkSigner>();
        var (answer, other) = route == "invitation" ? ("yes", "no") : ("no", "yes");
        var day = TimeSpan.FromDays(1);
        string[] tokens =
        [
            signer.Sign(LinkPurpose.Invitation, $"{person.Id}.{answer}", -day),
            signer.Sign(LinkPurpose.Invitation, $"{person.Id}.{other}", day),
            signer.Sign(LinkPurpose.Join, $"{person.Id}.{answer}", day),
            new LinkSigner(new Secrets([new byte[40]], new byte[32]), TimeProvider.System).Sign(
                LinkPurpose.Invitation,
                $"{person.Id}.x",
                day
            ),
            "nonsense",
        ];
        var answers = new List<(Answer Answer, string Calls)>();
        foreach (var token in tokens)
        {
            calls.Take();
            var given = await http.Server.SendAsync(
                method,
                $"/{route}/{token}",
                method == "POST" ? "purpose=DigestEmail" + Wording : null
            );
            answers.Add((given, string.Join('\n', calls.Take())));
        }

        answers.ShouldAllBe(one => one.Equals(answers[0]));
        answers[0].Answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answers[0].Calls.ShouldBe("read employees\nread programme");
        (await world.AllAsync<ConsentEvent>(Containers.Consents)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_said_yes_already_sees_it_and_is_asked_for_the_rest_only()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");

        var page = await http.Server.GetAsync(http.Links.Invitation(person.Id));

        page.Body.ShouldContain("Det sagde du ja til den 23. november 2026 kl. 09.00.");
        page.Body.ShouldContain("value=\"ClickMeasurement\"");
        page.Body.ShouldNotContain("value=\"DigestEmail\"");
    }

    private static async Task InviteAsync(HttpFixture http)
    {
        await http.World.Get<InvitationPlanner>().PlanAsync(cancellationToken: Cancel);
        await http.DrainAsync();
    }
}
