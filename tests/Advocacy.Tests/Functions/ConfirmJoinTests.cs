using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Consent;
using Advocacy.Joining;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Functions;

public sealed partial class ConfirmJoinTests
{
    private const string Address = "eva@acme.example";
    private const string Confirm = $"name=Eva+Holm&wording={ConsentWordings.CurrentVersion}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Following_the_link_gives_nothing(string method)
    {
        await using var http = await HttpFixture.StartAsync();
        var link = await http.EnterAsync(Address);
        var before = http.World.Store.Snapshot();

        (await http.Server.SendAsync(method, link)).Status.ShouldBe(HttpStatusCode.OK);

        http.World.Store.Snapshot().ShouldBe(before);
        (await http.World.AllAsync<Employee>(Containers.Employees)).ShouldBeEmpty();
        (await http.World.AllAsync<ConsentEvent>(Containers.Consents)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Posting_makes_an_unknown_address_an_employee_with_what_was_ticked_and_forgets_what_was_entered()
    {
        await using var http = await HttpFixture.StartAsync();
        var link = await http.EnterAsync(
            "Eva@ACME.example",
            "&language=da&name=E&purpose=DigestEmail&purpose=ShareStatistics"
        );
        (await http.Server.GetAsync(link)).Body.ShouldContain("Eva@acme.example");

        var answer = await http.Server.PostAsync(link, Confirm);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("Tak, dit ja er registreret");
        var person = (await http.World.AllAsync<Employee>(Containers.Employees)).ShouldHaveSingleItem();
        person.Id.ShouldBe(IdOf(http));
        person.ShouldSatisfyAllConditions(
            p => p.Address.ShouldBe("Eva@acme.example"),
            p => p.Name.ShouldBe("Eva Holm"),
            p => p.Language.ShouldBe("da"),
            p => p.TimeZone.ShouldBe("Europe/Copenhagen")
        );
        var events = await http.EventsAsync(person.Id);
        events.Select(one => one.Purpose).ShouldBe([ConsentPurpose.DigestEmail, ConsentPurpose.ShareStatistics]);
        events.ShouldAllBe(one =>
            one.Action == ConsentAction.Given
            && one.Channel == "join-page"
            && one.Cause == ConsentCause.Employee
            && one.Language == "da"
            && one.WordingVersion == ConsentWordings.CurrentVersion
            && one.NetworkHash != null
        );
        var left = (await http.World.AllAsync<JoinRequest>(Containers.Deliveries)).ShouldHaveSingleItem();
        left.Address.ShouldBeNull();
        left.Name.ShouldBe("");
        http.World.Time.Advance(TimeSpan.FromHours(24.1));
        (await http.World.AllAsync<JoinRequest>(Containers.Deliveries)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_known_employee_gets_the_consents_and_keeps_the_rest()
    {
        await using var http = await HttpFixture.StartAsync();
        var known = await http.World.AddPersonAsync(
            "eva",
            one => one with { Id = IdOf(http), Unit = "Research", DigestHour = 14, Topics = ["wind"] }
        );

        await http.Server.PostAsync(await http.EnterAsync(Address), Confirm);

        var person = (await http.World.AllAsync<Employee>(Containers.Employees)).ShouldHaveSingleItem();
        (person with { Topics = known.Topics, ReadsLanguages = known.ReadsLanguages }).ShouldBe(
            known with
            {
                Language = "en",
                // Whoever follows the link reads the address's mail.
                AddressProvenAt = http.World.Time.GetUtcNow(),
            }
        );
        (await http.EventsAsync(known.Id)).ShouldHaveSingleItem().Purpose.ShouldBe(ConsentPurpose.DigestEmail);
    }

    [Fact]
    public async Task The_next_roster_finds_who_joined_and_fills_in_the_rest()
    {
        await using var http = await HttpFixture.StartAsync();
        await http.Server.PostAsync(await http.EnterAsync("Eva@acme.example"), Confirm);

        await using var csv = new MemoryStream(
            Encoding.UTF8.GetBytes(
                "address,name,unit,archetype,language\neva@acme.example,Eva Marie Holm,Research,specialist,da\n"
            )
        );
        var report = await http.World.Get<RosterImport>().ImportAsync(csv, cancellationToken: Cancel);

        (report.New, report.Changed).ShouldBe((0, 1));
        var person = (await http.World.AllAsync<Employee>(Containers.Employees)).ShouldHaveSingleItem();
        (person.Name, person.Unit, person.Archetype).ShouldBe(("Eva Marie Holm", "Research", Archetype.Specialist));
        // The language is the person's own choice.
        person.Language.ShouldBe("en");
        (
            await http.World.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel)
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task Confirming_twice_is_on_record_once_and_answered_alike()
    {
        await using var http = await HttpFixture.StartAsync();
        var link = await http.EnterAsync(Address);

        var first = await http.Server.PostAsync(link, Confirm);
        http.World.Time.Advance(TimeSpan.FromHours(1));
        var once = http.World.Store.Snapshot();

        first.Body.ShouldContain("23 November 2026 at 09:00");
        foreach (var again in new[] { await http.Server.PostAsync(link, Confirm), await http.Server.GetAsync(link) })
        {
            // A fresh link to withdraw, and else the same.
            Unsubscribe().Replace(again.Body, "").ShouldBe(Unsubscribe().Replace(first.Body, ""));
            again.Status.ShouldBe(first.Status);
        }
        http.World.Store.Snapshot().ShouldBe(once);
    }

    [Fact]
    public async Task Twenty_confirmations_at_once_are_one()
    {
        await using var http = await HttpFixture.StartAsync();
        var link = await http.EnterAsync(Address, "&language=en&purpose=DigestEmail&purpose=ClickMeasurement");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => http.Server.PostAsync(link, Confirm)));

        answers.ShouldAllBe(answer => answer == answers[0]);
        answers[0].Status.ShouldBe(HttpStatusCode.OK);
        var person = (await http.World.AllAsync<Employee>(Containers.Employees)).ShouldHaveSingleItem();
        (await http.EventsAsync(person.Id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_link_that_was_used_gives_nothing_again_after_a_withdrawal()
    {
        await using var http = await HttpFixture.StartAsync();
        var link = await http.EnterAsync(Address);
        await http.Server.PostAsync(link, Confirm);
        await http.Server.PostAsync(http.Links.Unsubscribe(IdOf(http)));

        await http.Server.PostAsync(link, Confirm);

        (
            await http.World.Get<ConsentLedger>().AllowsAsync(IdOf(http), ConsentPurpose.DigestEmail, Cancel)
        ).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("wording=2025-1")]
    public async Task Words_that_were_not_shown_are_not_agreed_to(string form)
    {
        await using var http = await HttpFixture.StartAsync();
        var link = await http.EnterAsync(Address);
        var before = http.World.Store.Snapshot();

        (await http.Server.PostAsync(link, form)).Body.ShouldContain("Please read them again");

        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Every_token_that_opens_nothing_takes_the_same_way_to_the_same_answer(string method)
    {
        var calls = new CallLog();
        var world = new World { SecretsUsed = new Secrets([Key(1), Key(2)], new byte[32]) };
        world.StoreUsed = calls.Around(world.Store);
        await using var http = await HttpFixture.StartAsync(world);
        var expired = await http.EnterAsync(Address);
        world.Time.Advance(TimeSpan.FromHours(25));
        var good = (await http.EnterAsync(Address)).Split('/')[^1];
        var signer = world.Get<LinkSigner>();
        var (employee, request) = http.Links.ReadJoin(good)!.Value;
        var day = TimeSpan.FromDays(1);
        string[] tokens =
        [
            expired.Split('/')[^1],
            signer.Sign(LinkPurpose.Join, $"{employee}.{request}", -day),
            new LinkSigner(new Secrets([Key(9)], new byte[32]), world.Time).Sign(
                LinkPurpose.Join,
                $"{employee}.{request}",
                day
            ),
            signer.Sign(LinkPurpose.Preferences, $"{employee}.{request}", day),
            signer.Sign(LinkPurpose.Join, $"{employee}.{Ids.New()}", day),
            signer.Sign(LinkPurpose.Join, $"{Ids.New()}.{request}", day),
            signer.Sign(LinkPurpose.Join, "x", day),
            (good[0] == 'A' ? 'B' : 'A') + good[1..],
            good[..^4] + "AAAA",
            "nonsense",
        ];
        var answers = new List<(Answer Answer, string Calls)>();
        foreach (var token in tokens)
        {
            calls.Take();
            var answer = await http.Server.SendAsync(method, $"/join/{token}", method == "POST" ? Confirm : null);
            answers.Add((answer, string.Join('\n', calls.Take())));
        }

        answers.ShouldAllBe(one => one.Equals(answers[0]));
        answers[0].Answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answers[0].Calls.ShouldBe("read deliveries\nread programme");
        (await world.AllAsync<Employee>(Containers.Employees)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_outlives_a_rotation_of_keys_until_its_key_is_dropped()
    {
        var world = new World { SecretsUsed = new Secrets([Key(2), Key(1)], new byte[32]) };
        await using var http = await HttpFixture.StartAsync(world);
        var link = await http.EnterAsync(Address);
        var (employee, request) = http.Links.ReadJoin(link.Split('/')[^1])!.Value;

        async Task<HttpStatusCode> WithKeyAsync(byte key) =>
            (
                await http.Server.GetAsync(
                    "/join/"
                        + new LinkSigner(new Secrets([Key(key)], new byte[32]), world.Time).Sign(
                            LinkPurpose.Join,
                            $"{employee}.{request}",
                            TimeSpan.FromDays(1)
                        )
                )
            ).Status;

        (await WithKeyAsync(2)).ShouldBe(HttpStatusCode.OK);
        (await WithKeyAsync(1)).ShouldBe(HttpStatusCode.OK);
        (await WithKeyAsync(3)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_confirmation_that_dies_anywhere_is_whole_after_the_next_click()
    {
        for (var (at, reached) = (1, true); reached; at++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var world = new World();
                await using var http = await HttpFixture.StartAsync(world);
                var link = await http.EnterAsync(Address);
                var crashes = new Crashes(at, after);
                var dying = new World { SecretsUsed = world.SecretsUsed };
                dying.StoreUsed = crashes.Around(world.Store);
                await using (dying)
                {
                    await using var server = await FunctionServer.StartAsync(dying);
                    _ = await server.PostAsync(link, Confirm);
                }
                reached = crashes.Happened;

                (await http.Server.PostAsync(link, Confirm)).Status.ShouldBe(HttpStatusCode.OK);

                var person = (await world.AllAsync<Employee>(Containers.Employees)).ShouldHaveSingleItem();
                (await http.EventsAsync(person.Id)).ShouldHaveSingleItem();
                (await world.AllAsync<JoinRequest>(Containers.Deliveries)).ShouldAllBe(one => one.Address == null);
            }
        }
    }

    [GeneratedRegex(@"/unsubscribe/[\w.-]+", RegexOptions.None, 1000)]
    private static partial Regex Unsubscribe();

    private static string IdOf(HttpFixture http) => http.World.Get<Pseudonyms>().OfAddress(Address);

    private static byte[] Key(byte fill) => [.. Enumerable.Repeat(fill, 32)];
}
