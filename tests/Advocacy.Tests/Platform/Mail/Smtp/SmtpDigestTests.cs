using System.Globalization;
using Advocacy.Digests;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Tests.Platform.Mail.Smtp;

public sealed class SmtpDigestTests : IAsyncDisposable
{
    private readonly SmtpServer _server = new();
    private readonly ServiceProvider _services;

    public SmtpDigestTests() =>
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSmtpMailer(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            [$"{SmtpOptions.Section}:{nameof(SmtpOptions.Host)}"] = _server.Host,
                            [$"{SmtpOptions.Section}:{nameof(SmtpOptions.Port)}"] = _server.Port.ToString(
                                CultureInfo.InvariantCulture
                            ),
                            [$"{SmtpOptions.Section}:{nameof(SmtpOptions.Security)}"] = nameof(SmtpSecurity.None),
                        }
                    )
                    .Build()
            )
            .BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_digest_that_may_have_been_taken_is_unknown_and_never_sent_again()
    {
        await using var digests = await RemoteDigests.PlannedAsync(_services.GetRequiredService<IMailer>());
        FailFor("bo", SmtpStep.Dot, new SmtpFault.TakeAndCut());

        (await digests.SendAsync()).ShouldBeNull();
        await digests.SendLaterAsync();

        var deliveries = await digests.DeliveriesAsync();
        deliveries["bo"].State.ShouldBe(DeliveryState.Unknown);
        deliveries["ada"].State.ShouldBe(DeliveryState.Sent);
        deliveries["cy"].State.ShouldBe(DeliveryState.Sent);
        _server.Mails.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_person_whose_address_is_refused_fails_alone()
    {
        await using var digests = await RemoteDigests.PlannedAsync(_services.GetRequiredService<IMailer>());
        FailFor("bo", SmtpStep.Rcpt, new SmtpFault.Reply("550 5.1.1 <bo@acme.example> unknown"));

        (await digests.SendAsync()).ShouldBeNull();
        await digests.SendLaterAsync();

        var deliveries = await digests.DeliveriesAsync();
        deliveries["bo"].State.ShouldBe(DeliveryState.Failed);
        deliveries["bo"].Reason.ShouldBe("The mail server refused the address (550 5.1.1).");
        _server.Mails.Select(mail => mail.To).Order().ShouldBe(["ada@acme.example", "cy@acme.example"]);
    }

    [Fact]
    public async Task A_person_who_is_put_off_is_mailed_when_the_message_comes_again()
    {
        await using var digests = await RemoteDigests.PlannedAsync(_services.GetRequiredService<IMailer>());
        FailFor("bo", SmtpStep.Rcpt, new SmtpFault.Reply("450 4.2.1 greylisted"));
        (await digests.SendAsync()).ShouldBeOfType<DigestsNotSentException>().Message.ShouldContain("450 4.2.1");
        _server.Fault = (_, _) => null;

        (await digests.SendAsync()).ShouldBeNull();

        (await digests.DeliveriesAsync()).Values.ShouldAllBe(delivery => delivery.State == DeliveryState.Sent);
        _server
            .Mails.Select(mail => mail.To)
            .Order()
            .ShouldBe(["ada@acme.example", "bo@acme.example", "cy@acme.example"]);
    }

    private void FailFor(string name, SmtpStep at, SmtpFault fault) =>
        _server.Fault = (step, argument) =>
            step == at && argument.Contains(name + "@", StringComparison.Ordinal) ? fault : null;
}
