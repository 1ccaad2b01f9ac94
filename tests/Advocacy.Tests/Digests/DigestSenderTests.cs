using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Engagement;
using Advocacy.People;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Digests;

public sealed class DigestSenderTests
{
    private static readonly string[] Names = ["ada", "bo"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planned_delivery_is_mailed_once_however_often_its_message_comes()
    {
        await using var world = await PlannedAsync();
        var message = world.Queue.Bodies(Queues.Digests).Single();
        var sender = world.Get<DigestSender>();

        (await sender.SendAsync(message, Ct)).Sent.ShouldBe(2);
        (await sender.SendAsync(message, Ct)).ShouldBe(new SendReport(Sent: 0, Failed: 0, Unknown: 0, Skipped: 2));

        world.Mailer.Sent.Count.ShouldBe(2);
        (await StatesAsync(world)).ShouldBe([DeliveryState.Sent, DeliveryState.Sent]);
    }

    [Fact]
    public async Task Whoever_withdraws_after_planning_is_not_mailed()
    {
        await using var world = await PlannedAsync();
        var leaver = (await world.AllAsync<Advocacy.People.Employee>(Containers.Employees)).Single(p =>
            p.Name.StartsWith("ADA", StringComparison.Ordinal)
        );
        await world.DecideAsync(leaver, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn);

        await SendAllAsync(world);

        world.Mailer.Sent.Select(sent => sent.Recipient.To.Address).ShouldBe(["bo@acme.example"]);
        var failed = (await world.AllAsync<Delivery>(Containers.Deliveries)).Single(d => d.EmployeeId == leaver.Id);
        failed.State.ShouldBe(DeliveryState.Failed);
        failed.Reason.ShouldBe("The consent is not given or was withdrawn.");
    }

    [Fact]
    public async Task Whoever_withdraws_while_another_group_is_sent_is_not_mailed()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("danish");
        await world.AddPostAsync("english", with: post => post with { Language = "en" });
        await world.AddReaderAsync("ada", person => person with { ReadsLanguages = ["da"] });
        await world.AddReaderAsync("bo", person => person with { ReadsLanguages = ["en"], Language = "en" });
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var people = await world.AllAsync<Advocacy.People.Employee>(Containers.Employees);
        world.Mailer.Before = async () =>
        {
            foreach (var person in people)
            {
                await world.DecideAsync(person, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn);
            }
        };

        await SendAllAsync(world);

        // Whose mail was on its way gets it; the other one's was still to come.
        world.Mailer.Sent.Count.ShouldBe(1);
        (await StatesAsync(world)).ShouldBe([DeliveryState.Sent, DeliveryState.Failed]);
    }

    [Fact]
    public async Task Everyone_of_a_group_is_asked_for_at_once_and_as_the_last_thing_before_the_mailer()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("a", texts: 1);
        foreach (var name in Names)
        {
            await world.AddReaderAsync(name);
        }
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var steps = new Interleaving(seed: 1);
        var rounds = new Rounds(steps);
        await using var watched = new World { StoreUsed = rounds.Around(world.Store), QueueUsed = world.Queue };
        IReadOnlyList<PortCall> last = [];
        watched.Mailer.Before = () =>
        {
            last = rounds.Last;
            return Task.CompletedTask;
        };

        steps.Run([() => watched.Get<DigestSender>().SendAsync(world.Queue.Bodies(Queues.Digests).Single(), Ct)]);

        watched.Mailer.Sent.Count.ShouldBe(2);
        watched.Mailer.Sent.Select(sent => sent.Batch).Distinct().ShouldHaveSingleItem();
        last.ShouldAllBe(call => call.Place == "consents" && call.Id == CurrentConsent.CurrentId);
        last.Select(call => call.PartitionKey)
            .ShouldBe(
                (await world.AllAsync<Delivery>(Containers.Deliveries)).Select(one => one.EmployeeId),
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Where_consents_cannot_be_read_nothing_is_sent_and_the_message_comes_again()
    {
        await using var world = await PlannedAsync();
        var isOut = true;
        var message = world.Queue.Bodies(Queues.Digests).Single();
        await using var failing = new World
        {
            StoreUsed = new Failing(call => isOut && call.Place == "consents").Around(world.Store),
            QueueUsed = world.Queue,
        };
        failing.Mailer.Fate = MailResult.Unknown;

        await Should.ThrowAsync<DigestsNotSentException>(() => failing.Get<DigestSender>().SendAsync(message, Ct));
        failing.Mailer.Sent.ShouldBeEmpty();
        (await StatesAsync(world)).ShouldBe([DeliveryState.Planned, DeliveryState.Planned]);

        isOut = false;
        await failing.Get<DigestSender>().SendAsync(message, Ct);
        failing.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_pauses_or_leaves_after_planning_is_not_mailed()
    {
        await using var world = await PlannedAsync();
        var people = await world.AllAsync<Advocacy.People.Employee>(Containers.Employees);
        await world.Store.DeleteAsync(Containers.Employees, people[0].Id, people[0].Id, Ct);
        await world.Store.UpsertAsync(
            Containers.Employees,
            people[1] with
            {
                PausedUntil = world.Time.GetUtcNow().AddDays(9),
            },
            Ct
        );

        await SendAllAsync(world);

        world.Mailer.Sent.ShouldBeEmpty();
        (await world.AllAsync<Delivery>(Containers.Deliveries))
            .Select(delivery => delivery.Reason)
            .ShouldBe(["The person is no longer on the roster.", "The person paused the digest."], ignoreOrder: true);
    }

    [Fact]
    public async Task A_mailer_that_cannot_send_now_leaves_the_message_to_the_queue_and_the_others_are_mailed()
    {
        await using var world = await PlannedAsync();
        world.Mailer.Results["ada@acme.example"] = MailResult.NotSent;
        var message = world.Queue.Bodies(Queues.Digests).Single();

        await Should.ThrowAsync<DigestsNotSentException>(() => world.Get<DigestSender>().SendAsync(message, Ct));
        (await StatesAsync(world)).ShouldBe([DeliveryState.Planned, DeliveryState.Sent]);

        world.Mailer.Results.Clear();
        await world.Get<DigestSender>().SendAsync(message, Ct);
        world.Mailer.Sent.Select(sent => sent.Recipient.To.Address).ShouldBe(["bo@acme.example", "ada@acme.example"]);
    }

    [Theory]
    [InlineData(MailResult.Refused, DeliveryState.Failed)]
    [InlineData(MailResult.Unknown, DeliveryState.Unknown)]
    public async Task What_is_refused_or_in_doubt_is_never_sent_again(MailResult result, DeliveryState state)
    {
        await using var world = await PlannedAsync();
        world.Mailer.Results["ada@acme.example"] = result;

        await SendAllAsync(world);
        world.Mailer.Results.Clear();
        await SendAllAsync(world);
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.Get<ClaimSettler>().SettleAllAsync(cancellationToken: Ct);
        await SendAllAsync(world);

        world.Mailer.Sent.Select(sent => sent.Recipient.To.Address).ShouldBe(["bo@acme.example"]);
        (await StatesAsync(world)).ShouldContain(state);
    }

    [Theory]
    [InlineData(MailResult.Sent, DeliveryState.Sent, 1)]
    [InlineData(MailResult.Unknown, DeliveryState.Unknown, 1)]
    public async Task A_sender_that_dies_after_the_mail_left_never_sends_it_again(
        MailResult fate,
        DeliveryState settled,
        int mails
    )
    {
        await using var world = await PlannedAsync(people: 1);
        world.Mailer.After = () => throw new CrashException();
        world.Mailer.Fate = fate;
        await Should.ThrowAsync<CrashException>(() => SendAllAsync(world));
        world.Mailer.After = null;
        (await StatesAsync(world)).ShouldBe([DeliveryState.Sending]);

        // The queue tries again at once: the claim is fresh, so it is left alone.
        await SendAllAsync(world);
        (await StatesAsync(world)).ShouldBe([DeliveryState.Sending]);

        world.Time.Advance(TimeSpan.FromMinutes(16));
        await SendAllAsync(world);

        (await StatesAsync(world)).ShouldBe([settled]);
        world.Mailer.Sent.Count.ShouldBe(mails);
    }

    [Fact]
    public async Task A_sender_that_dies_before_the_mail_left_is_followed_by_one_that_sends_it()
    {
        await using var world = await PlannedAsync(people: 1);
        world.Mailer.Before = () => throw new CrashException();
        world.Mailer.Fate = MailResult.NotSent;
        await Should.ThrowAsync<CrashException>(() => SendAllAsync(world));
        world.Mailer.Before = null;
        world.Time.Advance(TimeSpan.FromMinutes(16));

        (await world.Get<ClaimSettler>().SettleAllAsync(cancellationToken: Ct)).ShouldBe(1);
        await SendAllAsync(world);

        world.Mailer.Sent.ShouldHaveSingleItem();
        (await StatesAsync(world)).ShouldBe([DeliveryState.Sent]);
    }

    [Fact]
    public async Task A_store_that_fails_before_the_mailer_was_asked_leaves_no_delivery_in_doubt()
    {
        var points = 0;
        for (var at = 1; ; at++)
        {
            await using var planned = await PlannedAsync();
            await using var world = new World();
            var crashes = new Crashes(at, after: false);
            (world.StoreUsed, world.QueueUsed) = (crashes.Around(planned.Store), planned.Queue);
            var message = planned.Queue.Bodies(Queues.Digests).Single();

            await Record.ExceptionAsync(() => world.Get<DigestSender>().SendAsync(message, Ct));

            if (world.Mailer.Sent.Count > 0)
            {
                // From here on the mailer has them.
                break;
            }
            points++;
            crashes.Happened.ShouldBeTrue();
            (await StatesAsync(planned)).ShouldBe([DeliveryState.Planned, DeliveryState.Planned], $"call {at}");
            await world.Get<DigestSender>().SendAsync(message, Ct);
            world.Mailer.Sent.Count.ShouldBe(2, $"call {at}");
        }
        // The company; for each person the delivery, the employee, the claim and the consent; the post.
        points.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public async Task A_sender_address_that_no_mailer_takes_leaves_the_message_to_the_queue()
    {
        await using var world = await PlannedAsync();
        world.Mailer.Before = () => throw RefusedSender();
        await Should.ThrowAsync<DigestsNotSentException>(() => SendAllAsync(world));
        (await StatesAsync(world)).ShouldBe([DeliveryState.Planned, DeliveryState.Planned]);

        world.Mailer.Before = null;
        await SendAllAsync(world);

        world.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mailer_that_breaks_on_one_mail_does_not_keep_the_others_from_being_marked()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("danish");
        await world.AddPostAsync("english", with: post => post with { Language = "en" });
        await world.AddReaderAsync("ada", person => person with { ReadsLanguages = ["da"] });
        await world.AddReaderAsync("bo", person => person with { ReadsLanguages = ["en"], Language = "en" });
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var broken = false;
        world.Mailer.Before = () => broken ? Task.CompletedTask : Break();
        Task Break()
        {
            broken = true;
            throw new CrashException();
        }

        await Should.ThrowAsync<CrashException>(() => SendAllAsync(world));

        (await StatesAsync(world)).ShouldBe([DeliveryState.Sending, DeliveryState.Sent]);
    }

    [Fact]
    public async Task Two_senders_of_one_message_at_the_same_moment_mail_each_person_once()
    {
        await using var world = await PlannedAsync(people: 2);
        var message = world.Queue.Bodies(Queues.Digests).Single();
        var sender = world.Get<DigestSender>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => sender.SendAsync(message, Ct), Ct)));

        world.Mailer.Sent.Select(sent => sent.Recipient.MessageId).Distinct().Count().ShouldBe(2);
        world.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_post_that_was_held_since_planning_is_left_out_and_the_links_still_fit()
    {
        await using var world = await new World().WithCompanyAsync();
        var held = await world.AddPostAsync("newest", daysOld: 1);
        await world.AddPostAsync("older", daysOld: 2);
        await world.AddReaderAsync("ada");
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        await world.Store.UpsertAsync(Containers.Posts, held with { Status = PostStatus.Held }, Ct);

        await SendAllAsync(world);

        var (batch, recipient) = world.Mailer.Sent.ShouldHaveSingleItem();
        batch.Text.ShouldContain("Title of older");
        batch.Text.ShouldNotContain("Title of newest");
        var shown = recipient
            .Substitutions.Values.Where(value => value.Contains("/share/", StringComparison.Ordinal))
            .Distinct()
            .ShouldHaveSingleItem();
        world.Get<Advocacy.Sharing.SiteLinks>().ReadShare(shown.Split('/')[^1])!.Index.ShouldBe(1);
    }

    [Fact]
    public async Task People_whose_posts_are_the_same_share_a_rendering_whatever_their_texts_are()
    {
        await using var world = await new World([.. SpreadScene.ToAll]).WithCompanyAsync();
        await world.AddPostAsync("a", texts: 4);
        foreach (var name in new[] { "ada", "bo", "cy" })
        {
            await world.AddReaderAsync(name, person => person with { Archetype = Archetype.Colleague });
        }
        await world.AddReaderAsync("dan", person => person with { Archetype = Archetype.Specialist });
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);

        await SendAllAsync(world);

        var groups = world.Mailer.Sent.GroupBy(sent => sent.Batch.Html, sent => sent.Recipient).ToList();
        groups.Select(group => group.Count()).Order().ShouldBe([1, 3]);
        var words = groups
            .Single(group => group.Count() == 3)
            .Select(one =>
                one.Substitutions.Values.Single(value => value.StartsWith("    ", StringComparison.Ordinal))
            );
        words.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_tip_is_the_readers_kind_and_enthusiasts_are_asked_for_stories()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a", texts: 4);
        foreach (var archetype in Enum.GetValues<Archetype>())
        {
            await world.AddReaderAsync($"{archetype}", person => person with { Archetype = archetype });
        }
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var edition = (await world.AllAsync<Delivery>(Containers.Deliveries))[0].EditionId;

        await SendAllAsync(world);

        world.Mailer.Sent.Count.ShouldBe(3);
        foreach (var (batch, recipient) in world.Mailer.Sent)
        {
            var archetype = Enum.Parse<Archetype>(recipient.To.Address.Split('@')[0], ignoreCase: true);
            var tips = world.Get<Advocacy.Programme.Training.Tips>();
            var tip = (await tips.ForAsync(edition, archetype, "da", Ct)).ShouldNotBeNull();
            batch.Text.ShouldContain(tip.Title);
            recipient
                .Substitutions.Values.Any(value => value.Contains("/suggest/", StringComparison.Ordinal))
                .ShouldBe(archetype == Archetype.Enthusiast);
        }
    }

    [Fact]
    public async Task People_of_one_rendering_get_their_own_links_also_where_only_some_lost_a_post()
    {
        await using var world = await new World().WithCompanyAsync();
        var held = await world.AddPostAsync("newest", daysOld: 1);
        await world.AddPostAsync("older", daysOld: 2);
        await world.AddReaderAsync("ada", person => person with { MostPosts = 2 });
        await world.AddReaderAsync("bo");
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        var deliveries = await world.AllAsync<Delivery>(Containers.Deliveries);
        // Bo was never offered the newest one.
        var bo = (await world.AllAsync<Employee>(Containers.Employees)).Single(p =>
            p.Address.StartsWith("bo", StringComparison.Ordinal)
        );
        var his = deliveries.Single(one => one.EmployeeId == bo.Id);
        await world.Store.UpsertAsync(
            Containers.Deliveries,
            his with
            {
                Picks = [.. his.Picks.Where(p => p.PostId != held.Id)],
            },
            Ct
        );
        await world.Store.UpsertAsync(Containers.Posts, held with { Status = PostStatus.Held }, Ct);

        await SendAllAsync(world);

        world.Mailer.Sent.Select(sent => sent.Batch).Distinct().ShouldHaveSingleItem();
        foreach (var (batch, recipient) in world.Mailer.Sent)
        {
            var url = recipient.Substitutions.Values.First(value =>
                value.Contains("/share/", StringComparison.Ordinal)
            );
            var pick = world.Get<Advocacy.Sharing.SiteLinks>().ReadShare(url.Split('/')[^1])!;
            var delivery = (await world.AllAsync<Delivery>(Containers.Deliveries)).Single(one =>
                one.EmployeeId == pick.EmployeeId
            );
            delivery.Id.ShouldBe(recipient.MessageId);
            delivery.Picks[pick.Index].PostId.ShouldNotBe(held.Id);
        }
    }

    [Fact]
    public async Task Each_mail_carries_the_text_with_its_disclosure_and_a_one_click_unsubscribe()
    {
        await using var world = await PlannedAsync(people: 1);

        await SendAllAsync(world);

        var (batch, recipient) = world.Mailer.Sent.ShouldHaveSingleItem();
        recipient.Substitutions.Values.ShouldContain(value => value.Contains("Jeg arbejder hos Acme."));
        batch.Text.ShouldNotContain("Jeg arbejder hos");
        recipient.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        recipient.Headers["List-Unsubscribe"].ShouldContain("<http://127.0.0.1:7071/unsubscribe/");
    }

    [Fact]
    public async Task What_a_message_sent_is_counted_once_and_completely_however_often_it_was_tried()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPostAsync("a");
        await world.AddPersonAsync("ada", null, ConsentPurpose.DigestEmail, ConsentPurpose.ClickMeasurement);
        await world.AddReaderAsync("bo");
        await world.AddReaderAsync("cy");
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
        world.Mailer.Results["cy@acme.example"] = MailResult.NotSent;
        await Should.ThrowAsync<DigestsNotSentException>(() => SendAllAsync(world));
        world.Mailer.Results.Clear();
        await SendAllAsync(world);

        var tally = (await world.AllAsync<DeliveryTally>(Containers.Engagements)).ShouldHaveSingleItem();
        tally.People.ShouldBe(3);
        tally.Groups.ShouldHaveSingleItem().People.ShouldBe(3);
        tally.Texts.Sum(text => text.People).ShouldBe(3);
        (await world.AllAsync<EngagementEvent>(Containers.Engagements)).ShouldBeEmpty();
        world.Queue.Bodies(Queues.Engagement).ShouldBeEmpty();
    }

    private static async Task<World> PlannedAsync(int people = 2)
    {
        var world = await new World().WithCompanyAsync();
        await PlanAsync(world, people);
        return world;
    }

    private static async Task PlanAsync(World world, int people)
    {
        await world.AddPostAsync("a");
        foreach (var name in Names.Take(people))
        {
            await world.AddReaderAsync(name);
        }
        await world.Get<DigestPlanner>().PlanWholeWeekAsync(cancellationToken: Ct);
    }

    private static async Task SendAllAsync(World world)
    {
        foreach (var message in world.Queue.Bodies(Queues.Digests))
        {
            await world.Get<DigestSender>().SendAsync(message, Ct);
        }
    }

    private static async Task<IReadOnlyList<DeliveryState>> StatesAsync(World world) =>
        [.. (await world.AllAsync<Delivery>(Containers.Deliveries)).Select(delivery => delivery.State).Order()];

    private sealed class Failing(Func<PortCall, bool> fails) : PortCalls
    {
        protected override Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what) =>
            fails(what) ? throw new IOException("The store is out of reach.") : call();
    }

    /// <summary>Answers none of the calls that are made at once before all of them are made, and keeps the latest of such rounds.</summary>
    private sealed class Rounds(Interleaving steps) : PortCalls
    {
        private readonly List<(int Step, PortCall Call)> _calls = [];

        public IReadOnlyList<PortCall> Last =>
            [.. _calls.Where(one => one.Step == _calls[^1].Step).Select(one => one.Call)];

        protected override async Task<T> CallAsync<T>(Func<Task<T>> call, PortCall what)
        {
            _calls.Add((steps.Step, what));
            await steps.StepAsync();
            return await call();
        }
    }

    /// <summary>As a mailer that checks what it is given.</summary>
    private static ArgumentException RefusedSender(string batch = "") => new("The sender cannot send.", nameof(batch));
}
