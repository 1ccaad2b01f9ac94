using Advocacy.Digests;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.SendGrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

public sealed class SendGridDigestTests : IAsyncLifetime
{
    private SendGridServer _server = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SendGridServer.StartAsync();
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSendGridMailer(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            [$"{SendGridOptions.Section}:{nameof(SendGridOptions.ApiKey)}"] = SendGridServer.ApiKey,
                            [$"{SendGridOptions.Section}:{nameof(SendGridOptions.BaseUrl)}"] = $"{_server.BaseUri}",
                        }
                    )
                    .Build()
            )
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Digests_carry_their_edition_and_delivery_and_each_persons_own_way_out()
    {
        await using var digests = await RemoteDigests.PlannedAsync(_services.GetRequiredService<IMailer>());

        (await digests.SendAsync()).ShouldBeNull();

        var deliveries = await digests.DeliveriesAsync();
        _server.Calls.ShouldHaveSingleItem();
        foreach (var (name, delivery) in deliveries)
        {
            var mail = _server.Mails.Single(one => one.To == $"{name}@acme.example");
            mail.IsDropped.ShouldBeFalse();
            mail.CustomArgs["delivery"].ShouldBe(delivery.Id);
            mail.CustomArgs["edition"].ShouldBe(delivery.EditionId);
            mail.Headers["List-Unsubscribe-Post"].ShouldBe(["List-Unsubscribe=One-Click"]);
            mail.Html.ShouldContain(mail.Headers["List-Unsubscribe"].Single().Split('<', '>')[1]);
            mail.Html.ShouldContain("Hej " + name, Case.Insensitive);
        }
        _server.Mails.SelectMany(mail => mail.Headers["List-Unsubscribe"]).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_digest_that_may_have_been_taken_is_unknown_and_never_sent_again()
    {
        await using var digests = await RemoteDigests.PlannedAsync(_services.GetRequiredService<IMailer>());
        _server.NextIsCut();

        (await digests.SendAsync()).ShouldBeNull();
        await digests.SendLaterAsync();

        (await digests.DeliveriesAsync()).Values.ShouldAllBe(delivery => delivery.State == DeliveryState.Unknown);
        _server.Calls.ShouldHaveSingleItem();
        _server.Mails.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_person_whose_address_is_refused_fails_alone()
    {
        await using var digests = await RemoteDigests.PlannedAsync(_services.GetRequiredService<IMailer>());
        _server.IsRefused = address => address.StartsWith("bo", StringComparison.Ordinal);

        (await digests.SendAsync()).ShouldBeNull();
        await digests.SendLaterAsync();

        var deliveries = await digests.DeliveriesAsync();
        deliveries["bo"].State.ShouldBe(DeliveryState.Failed);
        deliveries["bo"].Reason.ShouldNotBeNull().ShouldNotContain("acme");
        deliveries["ada"].State.ShouldBe(DeliveryState.Sent);
        deliveries["cy"].State.ShouldBe(DeliveryState.Sent);
        _server.Mails.Select(mail => mail.To).Order().ShouldBe(["ada@acme.example", "cy@acme.example"]);
    }

    [Fact]
    public async Task A_wrong_key_leaves_the_message_to_the_queue_with_what_to_do()
    {
        await using var digests = await RemoteDigests.PlannedAsync(_services.GetRequiredService<IMailer>());
        _server.NextAnswers(401);

        (await digests.SendAsync()).ShouldBeOfType<DigestsNotSentException>().Message.ShouldContain("ApiKey");
        (await digests.SendAsync()).ShouldBeNull();

        (await digests.DeliveriesAsync()).Values.ShouldAllBe(delivery => delivery.State == DeliveryState.Sent);
        _server.Mails.Count.ShouldBe(3);
    }
}
