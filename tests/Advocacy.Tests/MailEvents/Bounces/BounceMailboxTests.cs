using System.Globalization;
using Advocacy.Digests;
using Advocacy.MailEvents.Bounces;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.MailEvents.Bounces;

public sealed class BounceMailboxTests : IAsyncLifetime
{
    private readonly ImapServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_returned_digest_settles_its_delivery_suspends_the_address_and_is_deleted()
    {
        await using var http = await StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var delivery = await SentAsync(http, person);
        _server.Add(ForDelivery(BounceSamples.Report("failed", "5.1.1"), delivery));
        _server.Add(BounceSamples.Answer("", "Thanks!"));

        (await http.World.Get<BounceMailbox>().ReadAsync(Cancel)).ShouldBe(1);
        await http.DrainAsync();

        var settled = await http.World.Store.ReadAsync<Delivery>(Containers.Deliveries, person.Id, delivery, Cancel);
        settled!.Value.State.ShouldBe(DeliveryState.Failed);
        (await http.World.Get<Roster>().FindAsync(person.Id, Cancel))!.Suspended!.Cause.ShouldBe(
            SuspensionCause.HardBounce
        );
        // What was not understood stays, read.
        var left = _server.Mails.ShouldHaveSingleItem();
        (left.Uid, left.IsSeen, left.IsDeleted).ShouldBe((2, true, false));
        (await http.World.Get<BounceMailbox>().ReadAsync(Cancel)).ShouldBe(0);
    }

    [Theory]
    [InlineData("\\Seen")]
    [InlineData("\\Deleted")]
    [InlineData("EXPUNGE")]
    public async Task Dying_at_any_point_and_reading_again_tells_nothing_twice(string at)
    {
        await using var http = await StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        var delivery = await SentAsync(http, person);
        _server.Add(ForDelivery(BounceSamples.Report("failed", "5.2.2"), delivery));
        _server.BreaksAt = at;

        await Should.ThrowAsync<Exception>(() => http.World.Get<BounceMailbox>().ReadAsync(Cancel));
        await http.World.Get<BounceMailbox>().ReadAsync(Cancel);
        await http.DrainAsync();

        (await http.World.AllAsync<Advocacy.MailEvents.MailNotice>(Containers.Deliveries)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_host_no_mailbox_is_read()
    {
        await using var world = new World();

        (await world.Get<BounceMailbox>().ReadAsync(Cancel)).ShouldBe(0);

        world.Queue.Bodies(Queues.MailEvents).ShouldBeEmpty();
    }

    [Fact]
    public void A_host_needs_an_account_and_another_machine_needs_protection()
    {
        var faults = new BounceOptions
        {
            Host = "mail.acme.example",
            Security = Advocacy.Platform.Mail.Smtp.SmtpSecurity.None,
        }
            .Validate(new(this))
            .Select(fault => fault.ErrorMessage!)
            .ToList();

        faults[0].ShouldContain("User and Password");
        faults[1].ShouldContain("StartTls or Tls");
    }

    private Task<HttpFixture> StartAsync() =>
        HttpFixture.StartAsync(
            new World(
                ("Advocacy:Bounces:Host", "127.0.0.1"),
                ("Advocacy:Bounces:Port", _server.Port.ToString(CultureInfo.InvariantCulture)),
                ("Advocacy:Bounces:Security", "None"),
                ("Advocacy:Bounces:User", "bounces"),
                ("Advocacy:Bounces:Password", "secret")
            )
        );

    /// <summary>A delivery in doubt; its id.</summary>
    private static async Task<string> SentAsync(HttpFixture http, Employee person)
    {
        await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        var id = Delivery.IdOf(person.Id, HttpFixture.Edition);
        await http.World.Store.ChangeAsync<Delivery>(
            Containers.Deliveries,
            person.Id,
            id,
            one => one with { State = DeliveryState.Unknown },
            Cancel
        );
        return id;
    }

    private static string ForDelivery(string text, string delivery) =>
        text.Replace(BounceSamples.Mail, delivery, StringComparison.Ordinal);
}
