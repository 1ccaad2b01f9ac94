using Advocacy.Digests;
using Advocacy.Joining;
using Advocacy.Letters;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;

namespace Advocacy.Tests.Joining;

public sealed class JoinMailerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_comes_again_mails_nothing_more_and_takes_nothing_of_the_limit()
    {
        await using var world = await new World().WithCompanyAsync();
        var message = await EnterAsync(world);
        for (var i = 0; i < 5; i++)
        {
            await world.Get<JoinMailer>().SendAsync(message, Cancel);
        }
        var second = await EnterAsync(world);

        (await world.Get<JoinMailer>().SendAsync(second, Cancel)).ShouldBe(JoinMailResult.Handled);
        world.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_mailer_that_is_out_is_tried_again_and_counts_once()
    {
        await using var world = await new World(("Advocacy:Join:MailsPerAddress", "1")).WithCompanyAsync();
        var message = await EnterAsync(world);
        world.Mailer.Results["ida@acme.example"] = MailResult.NotSent;
        await Should.ThrowAsync<LettersNotSentException>(() => world.Get<JoinMailer>().SendAsync(message, Cancel));
        world.Mailer.Results.Clear();

        await world.Get<JoinMailer>().SendAsync(message, Cancel);

        world.Mailer.Sent.Count.ShouldBe(1);
        (await StateAsync(world)).ShouldBe(DeliveryState.Sent);
    }

    [Theory]
    [InlineData(MailResult.Unknown, 1)]
    [InlineData(MailResult.Sent, 1)]
    [InlineData(MailResult.NotSent, 2)]
    public async Task A_crash_after_the_claim_mails_again_only_where_the_mailer_knows_that_nothing_left(
        MailResult fate,
        int mails
    )
    {
        await using var world = await new World().WithCompanyAsync();
        var message = await EnterAsync(world);
        world.Mailer.After = () => throw new CrashException();
        await Should.ThrowAsync<CrashException>(() => world.Get<JoinMailer>().SendAsync(message, Cancel));
        (world.Mailer.After, world.Mailer.Fate) = (null, fate);

        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Get<JoinMailer>().SettleAllAsync(cancellationToken: Cancel);
        foreach (var waiting in world.Queue.Bodies(Queues.Joins))
        {
            await world.Get<JoinMailer>().SendAsync(waiting, Cancel);
        }

        world.Mailer.Sent.Count.ShouldBe(mails);
    }

    [Fact]
    public async Task What_was_entered_is_gone_with_its_link_however_often_it_was_written_meanwhile()
    {
        await using var world = await new World(("Advocacy:Join:LinkHours", "2")).WithCompanyAsync();
        var message = await EnterAsync(world);
        world.Time.Advance(TimeSpan.FromMinutes(90));
        await world.Get<JoinMailer>().SendAsync(message, Cancel);

        world.Time.Advance(TimeSpan.FromMinutes(31));

        world.Store.Snapshot().Values.ShouldNotContain(document => document.Contains("ida@acme.example"));
        (await world.Get<JoinMailer>().SendAsync(message, Cancel)).ShouldBe(JoinMailResult.Skipped);
    }

    private static async Task<string> EnterAsync(World world)
    {
        await world
            .Get<JoinRequests>()
            .AddAsync("ida@acme.example", new JoinEntry("ida@acme.example", "Ida", "da", [default]), Cancel);
        return world.Queue.Bodies(Queues.Joins)[^1];
    }

    private static async Task<DeliveryState> StateAsync(World world) =>
        (await world.AllAsync<JoinRequest>(Containers.Deliveries)).ShouldHaveSingleItem().State;
}
