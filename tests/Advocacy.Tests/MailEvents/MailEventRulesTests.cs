using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.MailEvents;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.MailEvents;

public sealed class MailEventRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailEventKind.SpamReport, "spam-report")]
    [InlineData(MailEventKind.Unsubscribed, "provider-unsubscribe")]
    public async Task A_spam_report_and_an_unsubscribe_withdraw_the_digest_once(MailEventKind kind, string channel)
    {
        await using var world = await new World().WithCompanyAsync();
        var person = await world.AddReaderAsync("ida");
        var mail = await MailAsync(world, person, DeliveryState.Sent);
        world.Time.Advance(TimeSpan.FromHours(2));
        var one = new MailEvent("e1", kind, mail, world.Time.GetUtcNow());

        await ApplyAsync(world, one, one);
        await ApplyAsync(world, one);

        var events = await world.Get<ConsentLedger>().HistoryAsync(person.Id, Cancel).ToListAsync(Cancel);
        events.Count.ShouldBe(2);
        (events[1].Action, events[1].Cause, events[1].Channel).ShouldBe(
            (ConsentAction.Withdrawn, ConsentCause.MailProvider, channel)
        );
        (await world.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_an_event_tells_of_yields_to_a_later_yes()
    {
        await using var world = await new World().WithCompanyAsync();
        var person = await world.AddReaderAsync("ida");
        var mail = await MailAsync(world, person, DeliveryState.Sent);
        var then = world.Time.GetUtcNow().AddMinutes(1);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.DecideAsync(person, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.DecideAsync(person, ConsentPurpose.DigestEmail, ConsentAction.Given);
        await world.Get<Roster>().ProvenAsync(person.Id, world.Time.GetUtcNow(), Cancel);

        await ApplyAsync(
            world,
            new MailEvent("e1", MailEventKind.SpamReport, mail, then),
            new MailEvent("e2", MailEventKind.HardBounce, mail, then)
        );

        (await world.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel)).ShouldBeTrue();
        (await FindAsync(world, person)).Suspended.ShouldBeNull();
    }

    [Fact]
    public async Task Who_never_said_yes_has_nothing_to_withdraw()
    {
        await using var world = await new World().WithCompanyAsync();
        var person = await world.AddPersonAsync("ida");
        var mail = await MailAsync(world, person, DeliveryState.Sent);

        await ApplyAsync(world, new MailEvent("e1", MailEventKind.SpamReport, mail, world.Time.GetUtcNow()));

        (await world.AllAsync<ConsentEvent>(Containers.Consents)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_hard_bounce_no_digest_is_planned_or_sent_until_the_person_confirms()
    {
        await using var http = await HttpFixture.StartAsync();
        var world = http.World;
        await world.AddPostAsync("launch");
        var person = await world.AddReaderAsync("ida");
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);
        var last = await MailAsync(world, person, DeliveryState.Sent, "2026-W47");

        await ApplyAsync(world, new MailEvent("e1", MailEventKind.HardBounce, last, world.Time.GetUtcNow()));
        await http.DrainAsync();
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.AddPostAsync("second");
        var plan = await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel);

        world.Mailer.Sent.ShouldBeEmpty();
        plan.Skipped[SkipReason.Suspended].ShouldBe(1);
        await http.Server.PostAsync(http.Links.Confirm(person.Id, ConsentPurpose.DigestEmail));
        (await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Cancel)).Planned.ShouldBe(1);
        await http.DrainAsync();
        world.Mailer.Sent.ShouldHaveSingleItem();
    }

    [Theory]
    // Three mails that did not arrive for now: too many, in whatever order they come and however often each is told.
    [InlineData("s1 s2 s3", true)]
    [InlineData("s3 s1 s2", true)]
    [InlineData("s1 s1 s1 s1", false)]
    // One of them arrived after all, or a later mail did.
    [InlineData("s1 s2 d2 s3", false)]
    [InlineData("d3 s1 s2 s3", false)]
    // Arrived before all of them: they are in a row since then.
    [InlineData("d0 s1 s2 s3", true)]
    public async Task Soft_bounces_in_a_row_suspend(string told, bool suspends)
    {
        await using var world = await new World(("Advocacy:MailEvents:SoftBounces", "3")).WithCompanyAsync();
        var person = await world.AddReaderAsync("ida");
        var mails = new List<string>();
        for (var week = 0; week < 4; week++)
        {
            mails.Add(await MailAsync(world, person, DeliveryState.Sent, $"2026-W4{week}"));
        }
        var start = world.Time.GetUtcNow().AddDays(-10);

        foreach (var (index, word) in told.Split(' ').Index())
        {
            var week = word[1] - '0';
            var kind = word[0] == 's' ? MailEventKind.SoftBounce : MailEventKind.Delivered;
            // A mail that arrives does so after it was refused.
            var at = start.AddDays(week).AddHours(word[0] == 's' ? 0 : 1);
            await ApplyAsync(world, new MailEvent($"e{index}", kind, mails[week], at));
        }

        ((await FindAsync(world, person)).Suspended?.Cause == SuspensionCause.SoftBounces).ShouldBe(suspends);
    }

    [Fact]
    public async Task Soft_bounces_that_lie_far_apart_do_not_suspend()
    {
        await using var world = await new World(
            ("Advocacy:MailEvents:SoftBounces", "2"),
            ("Advocacy:MailEvents:SoftBounceDays", "10")
        ).WithCompanyAsync();
        var person = await world.AddReaderAsync("ida");
        var (first, second) = (
            await MailAsync(world, person, DeliveryState.Sent, "2026-W40"),
            await MailAsync(world, person, DeliveryState.Sent, "2026-W48")
        );

        await ApplyAsync(world, new MailEvent("e1", MailEventKind.SoftBounce, first, world.Time.GetUtcNow()));
        world.Time.Advance(TimeSpan.FromDays(11));
        await ApplyAsync(world, new MailEvent("e2", MailEventKind.SoftBounce, second, world.Time.GetUtcNow()));

        (await FindAsync(world, person)).Suspended.ShouldBeNull();
    }

    [Theory]
    [InlineData(DeliveryState.Unknown, MailEventKind.Delivered, DeliveryState.Sent)]
    [InlineData(DeliveryState.Sending, MailEventKind.Delivered, DeliveryState.Sent)]
    [InlineData(DeliveryState.Unknown, MailEventKind.SpamReport, DeliveryState.Sent)]
    [InlineData(DeliveryState.Unknown, MailEventKind.HardBounce, DeliveryState.Failed)]
    [InlineData(DeliveryState.Unknown, MailEventKind.Dropped, DeliveryState.Failed)]
    [InlineData(DeliveryState.Unknown, MailEventKind.SoftBounce, DeliveryState.Unknown)]
    [InlineData(DeliveryState.Sent, MailEventKind.HardBounce, DeliveryState.Sent)]
    [InlineData(DeliveryState.Failed, MailEventKind.Delivered, DeliveryState.Failed)]
    public async Task A_delivery_in_doubt_is_settled(DeliveryState before, MailEventKind kind, DeliveryState after)
    {
        await using var world = await new World().WithCompanyAsync();
        var person = await world.AddReaderAsync("ida");
        var mail = await MailAsync(world, person, before);

        await ApplyAsync(world, new MailEvent("e1", kind, mail, world.Time.GetUtcNow()));

        (await world.AllAsync<Delivery>(Containers.Deliveries)).ShouldHaveSingleItem().State.ShouldBe(after);
    }

    [Theory]
    [InlineData(MailEventKind.Delivered, MailEventKind.HardBounce, MailEventKind.SoftBounce)]
    [InlineData(MailEventKind.Delivered, MailEventKind.Dropped, MailEventKind.SpamReport)]
    [InlineData(MailEventKind.HardBounce, MailEventKind.Unsubscribed, MailEventKind.Delivered)]
    [InlineData(MailEventKind.SoftBounce, MailEventKind.Other, MailEventKind.HardBounce)]
    public async Task Whatever_the_order_in_which_events_come_the_same_is_on_record(params MailEventKind[] kinds)
    {
        int[][] orders =
        [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
        ];
        var ends = new List<string>();
        foreach (var order in orders)
        {
            await using var world = await new World().WithCompanyAsync();
            var person = await world.AddReaderAsync("ida");
            var mail = await MailAsync(world, person, DeliveryState.Unknown);
            var at = world.Time.GetUtcNow();
            world.Time.Advance(TimeSpan.FromHours(1));

            foreach (var i in order)
            {
                // Each twice, as they come.
                var one = new MailEvent($"e{i}", kinds[i], mail, at.AddMinutes(i));
                await ApplyAsync(world, one);
                await ApplyAsync(world, one);
            }

            var delivery = (await world.AllAsync<Delivery>(Containers.Deliveries)).Single(one => one.Id == mail);
            var tallies = await world.AllAsync<DeliveryTally>(Containers.Engagements);
            ends.Add(
                $"{delivery.State} arrived {delivery.ArrivedAt:t} returned {delivery.ReturnedAt:t}; "
                    + $"sent {tallies.Count(one => !one.Returned)}, returned {tallies.Count(one => one.Returned)}; "
                    + $"suspended {(await FindAsync(world, person)).Suspended?.Cause}; "
                    + $"mail {await world.Get<ConsentLedger>().AllowsAsync(person.Id, ConsentPurpose.DigestEmail, Cancel)}; "
                    + $"notices {(await world.AllAsync<MailNotice>(Containers.Deliveries)).Count}"
            );
        }

        ends.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_event_of_a_mail_that_is_gone_changes_nothing()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddReaderAsync("ida");
        var before = world.Store.Snapshot();

        var applied = await world
            .Get<MailEventRules>()
            .ApplyAsync(Json(new MailEvent("e1", MailEventKind.HardBounce, "gone", world.Time.GetUtcNow())), Cancel);

        applied.ShouldBe(0);
        world.Store.Snapshot().ShouldBe(before);
    }

    private static Task<int> ApplyAsync(World world, params MailEvent[] events) =>
        world.Get<MailEventRules>().ApplyAsync(Json(events), Cancel);

    private static string Json(params MailEvent[] events) => JsonSerializer.Serialize(events, DocumentJson.Options);

    private static async Task<Employee> FindAsync(World world, Employee person) =>
        (await world.Get<Roster>().FindAsync(person.Id, Cancel)).ShouldNotBeNull();

    private static async Task<string> MailAsync(
        World world,
        Employee person,
        DeliveryState state,
        string edition = HttpFixture.Edition
    )
    {
        var delivery = new Delivery
        {
            Id = Delivery.IdOf(person.Id, edition),
            EmployeeId = person.Id,
            EditionId = edition,
            Picks = [],
            State = state,
            PlannedAt = world.Time.GetUtcNow(),
        };
        await world.Store.UpsertAsync(Containers.Deliveries, delivery, Cancel);
        return delivery.Id;
    }
}
