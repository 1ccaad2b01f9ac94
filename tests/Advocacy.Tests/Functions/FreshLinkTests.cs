using System.Net;
using Advocacy.Letters;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Preferences;

namespace Advocacy.Tests.Functions;

/// <summary>What a link to the preferences that does not work leads to.</summary>
public sealed class FreshLinkTests
{
    private const string Ask = "section=fresh-link";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_expired_link_brings_a_fresh_one_to_the_address_on_record()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var old = http.Links.Preferences(person.Id);
        http.World.Time.Advance(TimeSpan.FromDays(41));
        (await http.Server.GetAsync(old)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await http.Server.PostAsync(old, Ask)).Status.ShouldBe(HttpStatusCode.OK);
        await http.EngagementsAsync();

        var (batch, recipient) = http.World.Mailer.Sent.ShouldHaveSingleItem();
        recipient.To.Address.ShouldBe(person.Address);
        batch.Subject.ShouldBe("Dit link til dine indstillinger hos Acme");
        var fresh = recipient.Substitutions.Values.First(value => value.Contains("/preferences/"));
        (await http.Server.GetAsync(WebUtility.HtmlDecode(fresh))).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (tag, _) in recipient.Substitutions)
        {
            (batch.Html + batch.Text).ShouldContain(tag);
        }
        recipient.MessageId.ShouldNotContain(person.Id);
    }

    [Fact]
    public async Task A_link_of_a_digest_works_until_the_next_monthly_one()
    {
        await using var http = await HttpFixture.StartAsync();
        var link = http.Links.Preferences((await http.World.AddReaderAsync("ida")).Id);

        http.World.Time.Advance(TimeSpan.FromDays(40));

        (await http.Server.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asking_is_answered_alike_whatever_is_wrong_with_the_link_and_whoever_it_was_for()
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var signer = http.World.Get<LinkSigner>();
        var foreign = new LinkSigner(
            new Secrets(["a key of somebody else, 32 bytes"u8.ToArray()], new byte[32]),
            http.World.Time
        );
        var gone = TimeSpan.FromDays(-1);
        var good = signer.Sign(LinkPurpose.Preferences, person.Id, gone);
        string[] bad =
        [
            good,
            signer.Sign(LinkPurpose.Preferences, "somebody who was never here", gone),
            foreign.Sign(LinkPurpose.Preferences, person.Id, gone),
            signer.Sign(LinkPurpose.Unsubscribe, person.Id, gone),
            (good[0] == 'A' ? 'B' : 'A') + good[1..],
            good[..^4],
            "nonsense",
        ];

        var shown = new List<Answer>();
        var asked = new List<Answer>();
        foreach (var token in bad)
        {
            shown.Add(await http.Server.GetAsync($"/preferences/{token}"));
            asked.Add(await http.Server.PostAsync($"/preferences/{token}", Ask));
        }
        await http.EngagementsAsync();

        shown.ShouldAllBe(answer => answer == shown[0]);
        asked.ShouldAllBe(answer => answer == asked[0]);
        http.World.Mailer.Sent.ShouldHaveSingleItem().Recipient.To.Address.ShouldBe(person.Address);
        http.World.Queue.Bodies(Queues.PoisonOf(Queues.FreshLinks)).ShouldBeEmpty();
    }

    [Fact]
    public async Task However_often_it_is_asked_for_one_is_mailed_a_day()
    {
        await using var http = await HttpFixture.StartAsync();
        var old = http.Links.Preferences((await http.World.AddReaderAsync("ida")).Id);
        http.World.Time.Advance(TimeSpan.FromDays(60));

        for (var i = 0; i < 5; i++)
        {
            await http.Server.PostAsync(old, Ask);
        }
        await http.EngagementsAsync();
        http.World.Mailer.Sent.Count.ShouldBe(1);

        http.World.Time.Advance(TimeSpan.FromDays(1));
        await http.Server.PostAsync(old, Ask);
        await http.EngagementsAsync();
        http.World.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_sent_is_tried_again_and_one_that_may_have_been_is_not()
    {
        await using var world = await new World().WithCompanyAsync();
        var person = await world.AddReaderAsync("ida");
        var mailer = world.Get<FreshLinkMailer>();
        var message = System.Text.Json.JsonSerializer.Serialize(
            new FreshLinkMessage(person.Id, "2026-11-24"),
            DocumentJson.Options
        );

        world.Mailer.Results[person.Address] = MailResult.NotSent;
        await Should.ThrowAsync<LettersNotSentException>(() => mailer.SendAsync(message, Ct));
        world.Mailer.Results.Clear();
        world.Mailer.After = () => throw new InvalidOperationException("died after sending");
        await Should.ThrowAsync<InvalidOperationException>(() => mailer.SendAsync(message, Ct));
        world.Mailer.After = null;

        (await mailer.SendAsync(message, Ct)).ShouldBeFalse();
        world.Mailer.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("da", "Åbn mine indstillinger")]
    [InlineData("en", "Open my preferences")]
    public async Task The_mail_speaks_the_persons_language_in_both_parts(string language, string button)
    {
        await using var http = await HttpFixture.StartAsync();
        var person = await http.World.AddReaderAsync("ida", one => one with { Language = language });
        await http
            .World.Get<FreshLinkMailer>()
            .SendAsync($$"""{"employeeId":"{{person.Id}}","day":"2026-11-24"}""", Ct);

        var batch = http.World.Mailer.Sent.ShouldHaveSingleItem().Batch;

        batch.Language.ShouldBe(language);
        WebUtility.HtmlDecode(batch.Html).ShouldContain(button);
        batch.Text.ShouldContain(button);
        batch.Html.ShouldNotContain("{{");
        batch.Text.ShouldNotContain("{{");
    }
}
