using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Functions;
using Advocacy.Invitations;
using Advocacy.Letters;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Tests.Invitations;

public sealed class InvitationSenderTests
{
    private const string Everyone = """{"everyone":true}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_who_never_decided_is_asked_and_only_once_ever()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPersonAsync("ida");
        await world.AddPersonAsync("bo", one => one with { Language = "en" });
        await world.AddReaderAsync("yes");
        await world.DecideAsync(
            await world.AddReaderAsync("withdrew"),
            ConsentPurpose.DigestEmail,
            ConsentAction.Withdrawn
        );
        await world.AddPersonAsync("other", null, ConsentPurpose.ShareStatistics);
        await world.AddPersonAsync("away", one => one with { PausedUntil = world.Time.GetUtcNow().AddDays(1) });

        await RunAsync(world, Everyone);
        MailedOf(world).ShouldBe(["bo@acme.example", "ida@acme.example"]);
        await RunAsync(world, Everyone);
        MailedOf(world).Count.ShouldBe(2);

        // Who was away is asked when back; nobody else, ever.
        world.Time.Advance(TimeSpan.FromDays(400));
        await RunAsync(world, Everyone);
        await RunAsync(world, Everyone);
        MailedOf(world).ShouldBe(["away@acme.example", "bo@acme.example", "ida@acme.example"]);
    }

    [Fact]
    public async Task A_message_that_comes_twice_and_two_at_once_mail_once()
    {
        await using var world = await new World().WithCompanyAsync();
        for (var i = 0; i < 30; i++)
        {
            await world.AddPersonAsync($"p{i}");
        }
        await world.Get<InvitationPlanner>().PlanAsync(cancellationToken: Cancel);
        var message = world.Queue.Bodies(Queues.Invitations).ShouldHaveSingleItem();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => world.Get<InvitationSender>().HandleAsync(message, Cancel), Cancel))
        );
        await world.Get<InvitationSender>().HandleAsync(message, Cancel);

        MailedOf(world).Count.ShouldBe(30);
        MailedOf(world).Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public async Task A_decision_between_plan_and_mail_wins()
    {
        await using var world = await new World().WithCompanyAsync();
        var person = await world.AddPersonAsync("ida");
        await world.Get<InvitationPlanner>().PlanAsync(cancellationToken: Cancel);
        await world.DecideAsync(person, ConsentPurpose.DigestEmail, ConsentAction.Given);
        await world.DecideAsync(person, ConsentPurpose.DigestEmail, ConsentAction.Withdrawn);

        await RunAsync(world);

        world.Mailer.Sent.ShouldBeEmpty();
        (await StateAsync(world)).ShouldBe(DeliveryState.Failed);
    }

    [Fact]
    public async Task A_dry_run_counts_and_leaves_no_trace()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPersonAsync("ida");
        await world.AddReaderAsync("bo");
        var before = world.Store.Snapshot();

        var plan = await world.Get<InvitationPlanner>().PlanAsync(dryRun: true, Cancel);

        (plan.People, plan.Invited, plan.LeftOut).ShouldBe((2, 1, 1));
        world.Store.Snapshot().ShouldBe(before);
        world.Queue.Bodies(Queues.Invitations).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mailer_that_is_out_is_tried_again_and_the_other_language_is_mailed()
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPersonAsync("ida");
        await world.AddPersonAsync("bo", one => one with { Language = "en" });
        await world.Get<InvitationPlanner>().PlanAsync(cancellationToken: Cancel);
        var message = world.Queue.Bodies(Queues.Invitations).ShouldHaveSingleItem();
        world.Mailer.Results["ida@acme.example"] = MailResult.NotSent;

        await Should.ThrowAsync<LettersNotSentException>(() =>
            world.Get<InvitationSender>().HandleAsync(message, Cancel)
        );
        MailedOf(world).ShouldBe(["bo@acme.example"]);
        world.Mailer.Results.Clear();
        await world.Get<InvitationSender>().HandleAsync(message, Cancel);

        MailedOf(world).ShouldBe(["bo@acme.example", "ida@acme.example"]);
    }

    [Theory]
    [InlineData(MailResult.Refused, DeliveryState.Failed)]
    [InlineData(MailResult.Unknown, DeliveryState.Unknown)]
    public async Task What_was_refused_or_is_in_doubt_is_never_tried_again(MailResult result, DeliveryState state)
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPersonAsync("ida");
        world.Mailer.Results["ida@acme.example"] = result;
        await RunAsync(world, Everyone);
        world.Mailer.Results.Clear();

        world.Time.Advance(TimeSpan.FromDays(30));
        await KeepHouseAsync(world);
        await RunAsync(world, Everyone);

        world.Mailer.Sent.ShouldBeEmpty();
        (await StateAsync(world)).ShouldBe(state);
    }

    [Theory]
    // The mailer cannot tell: then nobody is mailed a second time, not even at the price of none.
    [InlineData(MailResult.Unknown, true, DeliveryState.Unknown, 1)]
    [InlineData(MailResult.Unknown, false, DeliveryState.Unknown, 0)]
    [InlineData(MailResult.Sent, true, DeliveryState.Sent, 1)]
    [InlineData(MailResult.NotSent, false, DeliveryState.Sent, 1)]
    public async Task A_crash_between_claim_and_mark_never_mails_twice(
        MailResult fate,
        bool left,
        DeliveryState state,
        int mails
    )
    {
        await using var world = await new World().WithCompanyAsync();
        await world.AddPersonAsync("ida");
        await world.Get<InvitationPlanner>().PlanAsync(cancellationToken: Cancel);
        var message = world.Queue.Bodies(Queues.Invitations).ShouldHaveSingleItem();
        world.Mailer.Before = left ? null : () => throw new CrashException();
        world.Mailer.After = () => throw new CrashException();
        await Should.ThrowAsync<CrashException>(() => world.Get<InvitationSender>().HandleAsync(message, Cancel));
        (world.Mailer.Before, world.Mailer.After, world.Mailer.Fate) = (null, null, fate);

        // The message comes again while the claim might still be somebody's, and again when it cannot be.
        await world.Get<InvitationSender>().HandleAsync(message, Cancel);
        (await StateAsync(world)).ShouldBe(DeliveryState.Sending);
        world.Time.Advance(TimeSpan.FromHours(1));
        await KeepHouseAsync(world);
        await RunAsync(world, Everyone);
        await world.Get<InvitationSender>().HandleAsync(message, Cancel);

        world.Mailer.Sent.Count.ShouldBe(mails);
        (await StateAsync(world)).ShouldBe(state);
    }

    [Fact]
    public async Task A_plan_or_a_sending_that_dies_anywhere_mails_each_once_in_the_end()
    {
        for (var (at, reached) = (1, true); reached; at++)
        {
            foreach (var after in (bool[])[false, true])
            {
                await using var world = await new World().WithCompanyAsync();
                await world.AddPersonAsync("ida");
                await world.AddPersonAsync("bo");
                var crashes = new Crashes(at, after);
                await using var dying = new World
                {
                    StoreUsed = crashes.Around(world.Store),
                    QueueUsed = crashes.Around(world.Queue),
                };
                world.Mailer.Fate = MailResult.Unknown;
                try
                {
                    await dying.Get<InvitationSender>().HandleAsync(Everyone, Cancel);
                    foreach (var message in world.Queue.Bodies(Queues.Invitations))
                    {
                        await dying.Get<InvitationSender>().HandleAsync(message, Cancel);
                    }
                }
                catch (CrashException)
                {
                    // The messages are still there.
                }
                reached = crashes.Happened;
                var sentBefore = dying.Mailer.Sent.Select(one => one.Recipient.To.Address).ToList();

                world.Time.Advance(TimeSpan.FromHours(1));
                await RunAsync(world, Everyone);
                await KeepHouseAsync(world);
                await RunAsync(world, Everyone);

                var mailed = sentBefore.Concat(MailedOf(world)).ToList();
                mailed.Distinct().Count().ShouldBe(mailed.Count, $"call {at}, {(after ? "after" : "before")}");
                var open = (await world.AllAsync<Invitation>(Containers.Deliveries)).Where(one =>
                    one.State is DeliveryState.Planned or DeliveryState.Sending
                );
                open.ShouldBeEmpty($"call {at}");
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"everyone":true,"employeeIds":["a"]}""")]
    public async Task A_message_that_says_neither_or_both_is_unusable(string message)
    {
        await using var world = await new World().WithCompanyAsync();

        await Should.ThrowAsync<UnusableMessageException>(() =>
            world.Get<InvitationSender>().HandleAsync(message, Cancel)
        );
    }

    private static IReadOnlyList<string> MailedOf(World world) =>
        [.. world.Mailer.Sent.Select(one => one.Recipient.To.Address).Order()];

    private static async Task<DeliveryState> StateAsync(World world) =>
        (await world.AllAsync<Invitation>(Containers.Deliveries)).ShouldHaveSingleItem().State;

    /// <summary>Handles a message and whatever is on the queue then, each message once.</summary>
    private static async Task RunAsync(World world, string? message = null)
    {
        var sender = world.Get<InvitationSender>();
        if (message is not null)
        {
            await sender.HandleAsync(message, Cancel);
        }
        foreach (var waiting in world.Queue.Bodies(Queues.Invitations))
        {
            await sender.HandleAsync(waiting, Cancel);
        }
    }

    private static Task KeepHouseAsync(World world) =>
        ActivatorUtilities.CreateInstance<KeepHouse>(world.Get<IServiceProvider>()).RunAsync(new TimerInfo(), Cancel);
}
