using System.Net;
using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Consent.Verification;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.Invitations;
using Advocacy.MailEvents;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Sqlite;
using Advocacy.Platform.Store;
using Advocacy.Rights;
using Advocacy.Tests.Functions;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Rights;

public sealed class ErasureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_store_has_nothing_left_but_the_proof_and_the_mark()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        SampleCompany
            .Naming(http.World, person)
            .Keys.Select(key => key.Split(' ')[0])
            .Distinct()
            .ShouldBe(["employees", "consents", "deliveries", "engagements", "failures", "posts"], ignoreOrder: true);

        var answer = await http.Server.PostAsync(Erase(http, person), "sure=yes");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var left = SampleCompany.Naming(http.World, person);
        left.Keys.ShouldAllBe(key =>
            key == $"employees {person.Id} {person.Id}" || key.StartsWith($"consents {person.Id} ")
        );
        left.Values.ShouldAllBe(json => !json.Contains(person.Address) && !json.Contains(person.Name));
        left[$"employees {person.Id} {person.Id}"].ShouldContain("\"type\":\"ErasedEmployee\"");
        (await http.EventsAsync(person.Id))
            .Where(one => one.Cause == ConsentCause.Erasure)
            .Select(one => (one.Purpose, one.Action))
            .ShouldBe(Enum.GetValues<ConsentPurpose>().Select(one => (one, ConsentAction.Withdrawn)), true);
        (await http.World.Get<ConsentVerifier>().VerifyAsync(cancellationToken: Cancel)).BreakCount.ShouldBe(0);
        http.Messages().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_proof_and_the_mark_go_after_their_time()
    {
        await using var http = await SampleCompany.StartAsync(
            ("Advocacy:Consent:KeepProofDays", "400"),
            ("Advocacy:Roster:KeepErasedDays", "500")
        );
        var person = await SampleCompany.SomebodyAsync(http);
        await http.Server.PostAsync(Erase(http, person), "sure=yes");

        http.World.Time.Advance(TimeSpan.FromDays(401));
        SampleCompany.Naming(http.World, person).Keys.ShouldBe([$"employees {person.Id} {person.Id}"]);
        http.World.Time.Advance(TimeSpan.FromDays(100));

        SampleCompany.Naming(http.World, person).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sums_stay_and_nobody_is_found_in_them()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var before = Sums(await http.EngagementsAsync());

        await http.Server.PostAsync(Erase(http, person), "sure=yes");

        var events = await http.EngagementsAsync();
        Sums(events).ShouldBe(before, ignoreOrder: true);
        events.ShouldNotContain(one => one.Subject == person.Id);
    }

    [Fact]
    public async Task The_rest_of_a_failed_message_can_still_be_sent_again()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);

        await http.Server.PostAsync(Erase(http, person), "sure=yes");

        var kept = (await http.World.AllAsync<FailedMessage>(Containers.Failures)).ShouldHaveSingleItem();
        var rest = JsonSerializer.Deserialize<DigestMessage>(kept.Body, DocumentJson.Options)!;
        rest.EmployeeIds.Count.ShouldBe(3);
        rest.EmployeeIds.ShouldNotContain(person.Id);
        var failures = http.World.Get<FailureLog>();
        (await failures.RetryAsync(kept.Id, http.World.Get<IWorkQueue>(), cancellationToken: Cancel)).ShouldBeTrue();
        await http.DrainAsync();
        (await http.World.AllAsync<FailedMessage>(Containers.Failures)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asking_changes_nothing_and_an_unticked_box_erases_nothing()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var before = http.World.Store.Snapshot();

        var asked = await http.Server.GetAsync(Erase(http, person));
        var unticked = await http.Server.PostAsync(Erase(http, person));

        asked.Status.ShouldBe(HttpStatusCode.OK);
        unticked.Status.ShouldBe(HttpStatusCode.BadRequest);
        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task Pressed_twice_it_answers_the_same_and_unsubscribing_works_as_before()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        await http.Server.PostAsync(Erase(http, person), "sure=yes");
        var before = http.World.Store.Snapshot();

        var again = await http.Server.PostAsync(Erase(http, person), "sure=yes");
        var shown = await http.Server.GetAsync(Erase(http, person));
        var unsubscribed = await http.Server.PostAsync(http.Links.Unsubscribe(person.Id), "List-Unsubscribe=One-Click");

        again.Status.ShouldBe(HttpStatusCode.OK);
        shown.Status.ShouldBe(HttpStatusCode.OK);
        unsubscribed.Status.ShouldBe(HttpStatusCode.OK);
        unsubscribed.Location.ShouldBeNull();
        http.World.Store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task No_roster_and_no_invitation_brings_the_person_back()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        await http.Server.PostAsync(Erase(http, person), "sure=yes");
        http.World.Mailer.Sent.Clear();
        http.World.Time.Advance(TimeSpan.FromDays(7));

        var report = await SampleCompany.ImportAsync(http.World);
        await http.World.Get<InvitationPlanner>().PlanAsync(cancellationToken: Cancel);
        await http.World.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        await http.DrainAsync();

        report.Erased.ShouldBe(1);
        http.World.Mailer.Sent.ShouldNotBeEmpty();
        http.World.Mailer.Sent.ShouldNotContain(sent => sent.Recipient.To.Address == person.Address);
        (await http.World.Get<ConsentLedger>().CurrentAsync(person.Id, Cancel)).Purposes.Values.ShouldAllBe(action =>
            action == ConsentAction.Withdrawn
        );
        SampleCompany.Naming(http.World, person).Values.ShouldAllBe(json => !json.Contains(person.Address));
    }

    [Fact]
    public async Task A_roster_that_still_names_the_person_keeps_the_mark()
    {
        await using var http = await SampleCompany.StartAsync(("Advocacy:Roster:KeepErasedDays", "100"));
        var person = await SampleCompany.SomebodyAsync(http);
        await http.Server.PostAsync(Erase(http, person), "sure=yes");
        var marks = http.World.Get<ErasedPeople>();

        for (var month = 0; month < 6; month++)
        {
            http.World.Time.Advance(TimeSpan.FromDays(40));
            await SampleCompany.ImportAsync(http.World);
            (await marks.ContainsAsync(person.Id, Cancel)).ShouldBeTrue();
        }
        http.World.Time.Advance(TimeSpan.FromDays(101));

        (await marks.ContainsAsync(person.Id, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_joins_again_is_back_and_the_nightly_sweep_leaves_them_alone()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        await http.Server.PostAsync(Erase(http, person), "sure=yes");
        http.World.Time.Advance(TimeSpan.FromDays(2));
        var link = await http.EnterAsync(person.Address);
        await http.World.Get<Erasure>().FinishAllAsync(Cancel);

        await http.Server.PostAsync(link, $"name=Eva&wording={ConsentWordings.CurrentVersion}");
        await http.World.Get<Erasure>().FinishAllAsync(Cancel);

        (await http.World.Get<Roster>().FindAsync(person.Id, Cancel)).ShouldNotBeNull().Name.ShouldBe("Eva");
        (
            await http.World.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel)
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task A_digest_that_is_under_way_is_not_sent()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        http.World.Time.Advance(TimeSpan.FromDays(7));
        await http.World.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        http.World.Mailer.Sent.Clear();

        await http.Server.PostAsync(Erase(http, person), "sure=yes");
        await http.DrainAsync();

        http.World.Mailer.Sent.ShouldNotContain(sent => sent.Recipient.To.Address == person.Address);
        SampleCompany.Naming(http.World, person).Keys.ShouldNotContain(key => key.StartsWith("deliveries"));
    }

    [Fact]
    public async Task What_others_had_in_hand_is_swept_away_by_the_next_housekeeping()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var delivery = (await http.World.AllAsync<Delivery>(Containers.Deliveries)).First(one =>
            one.EmployeeId == person.Id
        );
        var events = (await http.EngagementsAsync()).Where(one => one.Subject == person.Id).ToList();
        var sums = Sums(await http.EngagementsAsync());
        await http.Server.PostAsync(Erase(http, person), "sure=yes");

        // A planner that read the person before, a message on its way, a page that was open, a message that failed.
        await http.World.Store.TryCreateAsync(Containers.Deliveries, delivery, Cancel);
        await http.World.Get<EngagementMessages>().EnqueueAsync(events, Cancel);
        await http.World.DecideAsync(person, ConsentPurpose.DigestEmail, ConsentAction.Given);
        await http
            .World.Get<FailureLog>()
            .KeepAsync(Queues.Joins, $"{{\"employeeId\":\"{person.Id}\"}}", "It failed.", Cancel);
        await http.DrainAsync();
        (await http.World.Get<Erasure>().FinishAllAsync(Cancel)).ShouldBe(0);

        SampleCompany
            .Naming(http.World, person)
            .Keys.ShouldAllBe(key => key.StartsWith("employees ") || key.StartsWith("consents "));
        Sums(await http.EngagementsAsync()).ShouldBe(sums, ignoreOrder: true);
        (
            await http.World.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel)
        ).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_it_dies_housekeeping_finishes_it(bool after)
    {
        for (var at = 1; ; at++)
        {
            var crashes = new Crashes(at, after);
            await using var world = await new World().WithCompanyAsync();
            var person = await world.AddReaderAsync("ida", one => one with { Id = IdOf(world) });
            await world.Store.UpsertAsync(Containers.Deliveries, DeliveryOf(person, world), Cancel);
            await world.Store.UpsertAsync(Containers.Engagements, EventOf(person, world), Cancel);
            await world.Get<FailureLog>().KeepAsync(Queues.Content, $"Write to {person.Address}", "No JSON.", Cancel);
            var sums = Sums(await world.AllAsync<EngagementEvent>(Containers.Engagements));
            // Another process on the same store, with the same clock.
            await using var dying = new World { StoreUsed = crashes.Around(world.Store) };

            var died = await DiesAsync(() => dying.Get<Erasure>().EraseAsync(person, person.Id, null, Cancel));

            await world.Get<Erasure>().FinishAllAsync(Cancel);
            var left = SampleCompany.Naming(world, person);
            if (
                left.ContainsKey($"employees {person.Id} {person.Id}")
                && !left.Values.Any(json => json.Contains("ErasedEmployee"))
            )
            {
                // It died before anything was promised: the person sees an error and presses again.
                died.ShouldBeTrue();
                await world.Get<Erasure>().EraseAsync(person, person.Id, null, Cancel);
                left = SampleCompany.Naming(world, person);
            }
            left.Keys.ShouldAllBe(key => key.StartsWith("employees ") || key.StartsWith("consents "), $"call {at}");
            left.Values.ShouldAllBe(json => !json.Contains(person.Address), $"call {at}");
            Sums(await world.AllAsync<EngagementEvent>(Containers.Engagements)).ShouldBe(sums, ignoreOrder: true);
            (
                await world.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel)
            ).ShouldBeFalse();
            if (!died)
            {
                at.ShouldBeGreaterThan(8);
                return;
            }
        }
    }

    [Fact]
    public async Task On_the_embedded_store_the_file_names_the_person_no_more()
    {
        using var folder = new Advocacy.Tests.Platform.Sqlite.DataFolder();
        await using var world = new World();
        await using var file = new SqliteFile(folder.File, world.Time);
        world.StoreUsed = new SqliteDocumentStore(file);
        var store = world.Get<IDocumentStore>();
        var person = await world.AddReaderAsync("ida", one => one with { Id = IdOf(world) });
        var delivery = DeliveryOf(person, world) with { State = DeliveryState.Sent };
        await store.UpsertAsync(Containers.Deliveries, delivery, Cancel);
        await store.UpsertAsync(Containers.Engagements, EventOf(person, world), Cancel);
        // A delivery is found by its id alone.
        var bounce = new MailEvent("e1", MailEventKind.HardBounce, delivery.Id, world.Time.GetUtcNow());
        await world
            .Get<MailEventRules>()
            .ApplyAsync(JsonSerializer.Serialize<MailEvent[]>([bounce], DocumentJson.Options), Cancel);
        (await world.Get<Roster>().FindAsync(person.Id, Cancel))!.Suspended.ShouldNotBeNull();

        (await world.Get<Erasure>().EraseAsync(person, person.Id, null, Cancel)).ShouldBeTrue();

        (await world.Get<Roster>().FindAsync(person.Id, Cancel)).ShouldBeNull();
        (await world.Get<Roster>().TryAddAsync(person, Cancel)).ShouldBeFalse();
        (await world.Get<ErasedPeople>().AllAsync(Cancel).CountAsync(Cancel)).ShouldBe(1);
        folder.Ask("SELECT count(*) FROM deliveries").ShouldBe(0L);
        folder.Ask($"SELECT count(*) FROM engagements WHERE pk = '{person.Id}'").ShouldBe(0L);
        folder.Ask($"SELECT count(*) FROM employees WHERE CAST(body AS TEXT) LIKE '%{person.Address}%'").ShouldBe(0L);
    }

    [Fact]
    public async Task A_strangers_token_erases_nobody()
    {
        await using var http = await SampleCompany.StartAsync();
        var person = await SampleCompany.SomebodyAsync(http);
        var before = http.World.Store.Snapshot();
        var token = Erase(http, person).Split('/')[^2];

        foreach (
            var wrong in new[]
            {
                token[..^1] + (token[^1] == 'A' ? 'B' : 'A'),
                "x",
                http.Links.Unsubscribe(person.Id).Split('/')[^1],
            }
        )
        {
            (await http.Server.PostAsync($"/preferences/{wrong}/erase", "sure=yes")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        http.World.Store.Snapshot().ShouldBe(before);
    }

    private static string Erase(HttpFixture http, Employee person) => $"{http.Links.Preferences(person.Id)}/erase";

    private static async Task<bool> DiesAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    private static string IdOf(World world) => world.Get<Pseudonyms>().OfAddress("ida@acme.example");

    private static List<(string, EngagementKind, int)> Sums(IEnumerable<EngagementEvent> events) =>
        [
            .. events
                .GroupBy(one => (one.PostId, one.Kind))
                .Select(group => (group.Key.PostId, group.Key.Kind, group.Sum(one => one.Count))),
        ];

    private static Delivery DeliveryOf(Employee person, World world) =>
        new()
        {
            Id = Delivery.IdOf(person.Id, HttpFixture.Edition),
            EmployeeId = person.Id,
            EditionId = HttpFixture.Edition,
            Picks = [],
            PlannedAt = world.Time.GetUtcNow(),
        };

    private static EngagementEvent EventOf(Employee person, World world) =>
        new()
        {
            Id = "e1",
            Subject = person.Id,
            Kind = EngagementKind.Shared,
            PostId = "p1",
            At = world.Time.GetUtcNow(),
        };
}
