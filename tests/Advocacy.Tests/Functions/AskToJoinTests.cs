using System.Net;
using Advocacy.Consent;
using Advocacy.Joining;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Functions;

public sealed class AskToJoinTests
{
    private const string Form = "address=ida%40acme.example&name=Ida&language=da&purpose=DigestEmail";

    [Theory]
    [InlineData("?lang=da", "da")]
    [InlineData("?lang=en", "en")]
    [InlineData("?lang=xx", "en")]
    [InlineData("", "en")]
    public async Task The_page_shows_every_wording_in_full_and_changes_nothing(string query, string language)
    {
        await using var http = await HttpFixture.StartAsync();
        var before = http.World.Store.Snapshot();

        var answer = await http.Server.GetAsync($"/join{query}");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var purpose in Enum.GetValues<ConsentPurpose>())
        {
            foreach (var paragraph in http.World.Get<ConsentWordings>().Current(purpose, language).Text.Split("\n\n"))
            {
                answer.Body.ShouldContain(paragraph);
            }
        }
        http.World.Store.Snapshot().ShouldBe(before);
        http.Messages().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_take_the_same_way_to_the_same_answer()
    {
        var (unknown, known) = (await EnterAsync(isKnown: false), await EnterAsync(isKnown: true));

        known.Answer.ShouldBe(unknown.Answer);
        known.Answer.Status.ShouldBe(HttpStatusCode.OK);
        // The same calls to store and queue, so nothing is left that time could tell; none of them looks for an employee.
        known.Calls.ShouldBe(unknown.Calls);
        known.Calls.ShouldNotBeEmpty();
        known.Calls.ShouldNotContain(call => call.EndsWith(" employees") || call.EndsWith(" consents"));
        known.Mails.ShouldBe(1);
        unknown.Mails.ShouldBe(1);
    }

    [Fact]
    public async Task The_answer_does_not_tell_that_an_address_had_its_mails_for_today()
    {
        await using var http = await HttpFixture.StartAsync();
        var answers = new List<Answer>();
        for (var i = 0; i < 5; i++)
        {
            answers.Add(await http.Server.PostAsync("/join", Form));
            await http.DrainAsync();
        }

        answers.ShouldAllBe(answer => answer == answers[0]);
        http.World.Mailer.Sent.Count.ShouldBe(3);
        // What came to nothing does not lie about.
        (await http.World.AllAsync<JoinRequest>(Containers.Deliveries)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_limit_of_an_address_ends_after_a_day_and_is_its_own()
    {
        await using var http = await HttpFixture.StartAsync(new World(("Advocacy:Join:MailsPerAddress", "1")));
        await http.EnterAsync("ida@acme.example");
        await http.EnterAsync("IDA@ACME.example");
        http.World.Mailer.Sent.Count.ShouldBe(1);

        await http.EnterAsync("bo@acme.example");
        http.World.Mailer.Sent.Count.ShouldBe(2);
        http.World.Time.Advance(TimeSpan.FromHours(24));
        await http.EnterAsync("ida@acme.example");

        http.World.Mailer.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_network_that_tries_too_often_is_told_when_to_come_back()
    {
        await using var http = await HttpFixture.StartAsync(new World(("Advocacy:Join:EntriesPerNetwork", "4")));
        for (var i = 0; i < 4; i++)
        {
            // Wrong ones count as well: whoever guesses is not to guess for ever.
            (await http.Server.PostAsync("/join", i == 0 ? "address=nobody" : Form)).Status.ShouldNotBe(
                HttpStatusCode.TooManyRequests
            );
        }
        var before = http.World.Store.Snapshot();

        var answer = await http.Server.PostAsync("/join", Form);

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Body.ShouldContain("Wait an hour");
        http.World.Store.Snapshot().ShouldBe(before);
        http.World.Time.Advance(TimeSpan.FromHours(1));
        (await http.Server.PostAsync("/join", Form)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("address=ida%40evil.example&purpose=DigestEmail", "Only work addresses can join")]
    [InlineData("address=ida%2B1%40acme.example&purpose=DigestEmail", "leave out the plus")]
    [InlineData(
        "address=ida%40acme.example%0D%0ABcc%3A+x%40acme.example&purpose=DigestEmail",
        "This is no mail address"
    )]
    [InlineData("address=&purpose=DigestEmail", "This is no mail address")]
    [InlineData("address=ida%40acme.example", "Tick at least one")]
    [InlineData("address=ida%40acme.example&purpose=Everything&purpose=7", "Tick at least one")]
    public async Task What_is_wrong_is_said_at_the_field_and_nothing_is_kept(string form, string said)
    {
        await using var http = await HttpFixture.StartAsync();

        var answer = await http.Server.PostAsync("/join?lang=en", form);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain(said);
        http.Messages().ShouldBeEmpty();
        (await http.World.AllAsync<JoinRequest>(Containers.Deliveries)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Configured_domains_take_the_place_of_the_senders()
    {
        await using var http = await HttpFixture.StartAsync(
            new World(("Advocacy:Join:Domains:0", "acme.dk"), ("Advocacy:Join:Domains:1", "smørrebrød.example"))
        );

        (await http.Server.PostAsync("/join", Form)).Body.ShouldContain("@acme.dk or @smørrebrød.example");
        foreach (var address in new[] { "ida@acme.dk", "ida@smørrebrød.example" })
        {
            (
                await http.Server.PostAsync("/join", $"address={Uri.EscapeDataString(address)}&purpose=DigestEmail")
            ).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Nothing_that_a_stranger_typed_is_mailed_and_no_message_names_anybody()
    {
        await using var http = await HttpFixture.StartAsync();
        const string Evil = "http://evil.example buy now";

        await http.Server.PostAsync(
            "/join",
            $"address=ida%40acme.example&name={Uri.EscapeDataString(Evil)}&language=en&purpose=DigestEmail"
        );
        http.Messages().ShouldHaveSingleItem().ShouldNotContain("acme");
        await http.DrainAsync();

        var (batch, recipient) = http.World.Mailer.Sent.ShouldHaveSingleItem();
        recipient.To.Name.ShouldBe("");
        string.Concat(
                recipient.Substitutions.Values.Concat(recipient.Headers.Values),
                batch.Html,
                batch.Text,
                batch.Subject
            )
            .ShouldNotContain("evil");
    }

    [Fact]
    public async Task A_body_beyond_all_measure_is_refused()
    {
        await using var http = await HttpFixture.StartAsync();

        (await http.Server.PostAsync("/join", $"{Form}&name={new string('x', 100_000)}")).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (
            await http.Server.PostAsync("/join", string.Join('&', Enumerable.Repeat("purpose=DigestEmail", 1000)))
        ).Status.ShouldBe(HttpStatusCode.BadRequest);

        http.Messages().ShouldBeEmpty();
    }

    private static async Task<(Answer Answer, IReadOnlyList<string> Calls, int Mails)> EnterAsync(bool isKnown)
    {
        var calls = new CallLog();
        var world = new World();
        world.StoreUsed = calls.Around(world.Store);
        world.QueueUsed = calls.Around(world.Queue);
        await using var http = await HttpFixture.StartAsync(world);
        if (isKnown)
        {
            await world.AddReaderAsync(
                "ida",
                one => one with { Id = world.Get<Pseudonyms>().OfAddress("ida@acme.example") }
            );
        }
        calls.Take();
        var answer = await http.Server.PostAsync("/join", Form);
        var made = calls.Take();
        await http.DrainAsync();
        return (answer, made, world.Mailer.Sent.Count);
    }
}
