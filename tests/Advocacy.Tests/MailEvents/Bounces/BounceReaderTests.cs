using Advocacy.MailEvents;
using Advocacy.MailEvents.Bounces;

namespace Advocacy.Tests.MailEvents.Bounces;

public sealed class BounceReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    // Nobody has the address.
    [InlineData("failed", "5.1.1", "smtp; 550 5.1.1 User unknown", MailEventKind.HardBounce)]
    [InlineData("Failed", "5.1.10", "smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound", MailEventKind.HardBounce)]
    [InlineData(
        "failed",
        "5.4.1",
        "smtp; 550 5.4.1 Recipient address rejected: Access denied",
        MailEventKind.HardBounce
    )]
    [InlineData("failed", "5.0.0", "smtp; 550 5.1.1 The email account does not exist", MailEventKind.HardBounce)]
    [InlineData("failed", "5.0.0", "x-unix; user unknown", MailEventKind.HardBounce)]
    // This mail did not get through.
    [InlineData("failed", "5.2.2", "smtp; 552 5.2.2 Mailbox full", MailEventKind.SoftBounce)]
    [InlineData("failed", "5.7.1", "smtp; 550 5.7.1 Message rejected as spam", MailEventKind.SoftBounce)]
    [InlineData("failed", "5.1.8", "smtp; 550 5.1.8 Bad outbound sender", MailEventKind.SoftBounce)]
    [InlineData("failed", "4.4.7", "smtp; 450 4.4.7 Message expired", MailEventKind.SoftBounce)]
    [InlineData("failed", "", "smtp; 554 no", MailEventKind.SoftBounce)]
    [InlineData("delayed", "4.4.1", "smtp; 421 4.4.1 Connection timed out", MailEventKind.SoftBounce)]
    [InlineData("delivered", "2.0.0", "smtp; 250 ok", MailEventKind.Delivered)]
    [InlineData("relayed", "2.1.9", "smtp; 250 ok", null)]
    public void A_notification_is_read_by_its_action_and_its_codes(
        string action,
        string status,
        string diagnostic,
        MailEventKind? kind
    )
    {
        var reading = Read(BounceSamples.Report(action, status, diagnostic));

        (reading.Event?.Kind).ShouldBe(kind);
        reading.Why.ShouldNotContain("@");
    }

    [Theory]
    [InlineData("message/rfc822")]
    [InlineData("text/rfc822-headers")]
    [InlineData("text/plain")]
    public void The_mail_is_found_whole_or_by_its_headers_alone(string returns)
    {
        var one = Read(BounceSamples.Report("failed", "5.1.1", returns: returns)).Event.ShouldNotBeNull();

        (one.MessageId, one.At).ShouldBe(
            (BounceSamples.Mail, new DateTimeOffset(2026, 11, 23, 8, 0, 5, TimeSpan.Zero))
        );
    }

    [Fact]
    public void A_server_that_leaves_out_the_messages_own_group_is_understood() =>
        Read(BounceSamples.Report("failed", "5.1.1", namesMessage: false))
            .Event!.Kind.ShouldBe(MailEventKind.HardBounce);

    [Fact]
    public void An_abuse_report_is_one() => Read(BounceSamples.Abuse()).Event!.Kind.ShouldBe(MailEventKind.SpamReport);

    [Theory]
    [InlineData(
        "Hi. This is the qmail-send program.\n<ida@acme.example>:\nSorry, no mailbox here by that name. (#5.1.1)",
        MailEventKind.HardBounce
    )]
    [InlineData(
        "The following address failed:\n\n  ida@acme.example\n    Unrouteable address",
        MailEventKind.HardBounce
    )]
    [InlineData("550 5.2.2 <ida@acme.example>: user is over quota", MailEventKind.SoftBounce)]
    [InlineData(
        "Warning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old",
        MailEventKind.SoftBounce
    )]
    [InlineData("Your message could not be delivered.", MailEventKind.SoftBounce)]
    [InlineData("Your mailbox report for this week.", null)]
    public void The_plain_texts_of_old_servers_are_read(string text, MailEventKind? kind)
    {
        var reading = Read(BounceSamples.Plain(text));

        (reading.Event?.Kind).ShouldBe(kind);
    }

    [Fact]
    public void What_the_returned_mail_says_is_not_what_the_server_says() =>
        Read(
            BounceSamples.Plain(
                "Your message could not be delivered.",
                "Message-ID: <" + BounceSamples.Mail + "@a>\r\n\r\nUser unknown 5.1.1"
            )
        )
            .Event!.Kind.ShouldBe(MailEventKind.SoftBounce);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\n", "I am away. User unknown to you may help.")]
    [InlineData("", "Thanks! The user was not found in your picture.")]
    public void Absence_notes_and_answers_are_no_bounces(string more, string text) =>
        Read(BounceSamples.Answer(more, text)).Event.ShouldBeNull();

    [Fact]
    public void A_bounce_of_somebody_elses_mail_is_none_of_ours() =>
        Read(BounceSamples.Report("failed", "5.1.1").Replace(BounceSamples.Mail, "abc", StringComparison.Ordinal))
            .ShouldBe(new BounceReading(null, "failed 5.1.1, but no mail of ours is named"));

    [Fact]
    public void The_same_bounce_read_twice_is_one_event_and_a_clock_that_is_ahead_does_not_outdo_ours()
    {
        var text = BounceSamples.Report("failed", "5.1.1");

        Read(text).ShouldBe(Read(text));
        Read(text.Replace("Date: Mon, 23 Nov 2026", "Date: Wed, 23 Dec 2026", StringComparison.Ordinal))
            .Event!.At.ShouldBe(Now);
    }

    private static BounceReading Read(string text)
    {
        using var mail = BounceSamples.Load(text);
        return BounceReader.Read(mail, Now);
    }
}
