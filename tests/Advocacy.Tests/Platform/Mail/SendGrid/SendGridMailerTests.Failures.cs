using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.SendGrid;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

/// <summary>Refusals, doubts, waits and stops.</summary>
public sealed partial class SendGridMailerTests
{
    [Fact]
    public async Task A_recipient_that_SendGrid_names_is_refused_and_the_others_go_without_it()
    {
        _server.IsRefused = address => address.StartsWith('b');

        var outcomes = await SendToAsync(Three);

        outcomes.Select(outcome => outcome.Result).ShouldBe([MailResult.Sent, MailResult.Refused, MailResult.Sent]);
        outcomes[1].Reason.ShouldBe("SendGrid refused it: field personalizations.1.to.0.email.");
        _server.Calls.Count.ShouldBe(2);
        _server.Mails.Select(mail => mail.To).ShouldBe(["a@nordlys.example", "c@nordlys.example"]);
    }

    [Fact]
    public async Task A_recipient_that_is_named_for_what_we_wrote_is_left_to_another_try_and_the_others_go()
    {
        _server.NextAnswers(
            400,
            """{"errors":[{"message":"Too long.","field":"personalizations.2.substitutions","help":null}]}"""
        );

        var outcomes = await SendToAsync(Three);

        outcomes.Select(outcome => outcome.Result).ShouldBe([MailResult.Sent, MailResult.Sent, MailResult.NotSent]);
        outcomes[2].Reason.ShouldBe("SendGrid refused it: Too long (field personalizations.2.substitutions).");
    }

    [Fact]
    public async Task Where_all_are_named_all_are_refused()
    {
        _server.IsRefused = _ => true;

        (await SendToAsync(Three)).ShouldAllBe(outcome => outcome.Result == MailResult.Refused);
        _server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, """{"errors":[{"message":"Bad Request","field":null,"help":null}]}""", "Bad Request")]
    [InlineData(
        400,
        """{"errors":[{"message":"Not a list.","field":"content.0","help":null}]}""",
        "Not a list (field content.0)"
    )]
    [InlineData(400, """{"errors":[{"message":"a@b.example is wrong","field":"from.email"}]}""", "field from.email")]
    // Every one is named, for something that all have from us.
    [InlineData(
        400,
        """{"errors":[{"message":"H","field":"personalizations.0.headers"},{"message":"H","field":"personalizations.1.headers"},{"message":"H","field":"personalizations.2.headers"}]}""",
        "(field personalizations.0.headers)"
    )]
    [InlineData(400, "<html>no json</html>", "it gave no reason")]
    [InlineData(400, """{"errors":"?"}""", "it gave no reason")]
    [InlineData(400, """{"errors":[1,{"field":"personalizations.7.to"}]}""", "it gave no reason")]
    [InlineData(401, "", "Advocacy:SendGrid:ApiKey")]
    [InlineData(403, "", "authenticate its domain")]
    [InlineData(404, "", "404")]
    [InlineData(413, "", "Advocacy:SendGrid:PersonalizationsPerRequest")]
    [InlineData(302, "", "302")]
    public async Task A_refusal_that_names_nobody_leaves_all_to_another_try_and_says_what_to_do(
        int status,
        string body,
        string advice
    )
    {
        _server.NextAnswers(status, body, ("Location", "/v3/mail/send"));

        var outcomes = await SendToAsync(Three, perRequest: 3);

        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.NotSent);
        outcomes[0].Reason.ShouldNotBeNull().ShouldContain(advice);
        outcomes[0].Reason.ShouldNotBeNull().ShouldNotContain("@");
        _server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_key_and_a_foreign_sender_are_told_apart()
    {
        _server.IsVerified = _ => false;
        (await SendToAsync(["a"]))[0].Reason.ShouldNotBeNull().ShouldContain("(403)");

        _mailer = NewMailer(with: options => options.ApiKey = "SG.other");
        (await SendToAsync(["a"]))[0].Reason.ShouldNotBeNull().ShouldContain("(401)");
        _server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(200)]
    public async Task An_answer_in_doubt_is_unknown_and_the_rest_is_not_tried(int status)
    {
        _server.NextAnswers(status);

        var outcomes = await SendToAsync(Three, perRequest: 1);

        outcomes
            .Select(outcome => outcome.Result)
            .ShouldBe([MailResult.Unknown, MailResult.NotSent, MailResult.NotSent]);
        _server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_unknown_and_never_made_again()
    {
        // The second one travels on the connection of the first: a client that repeats it would send twice.
        (await SendToAsync(["x"])).ShouldBe([MailOutcome.Sent]);
        _server.NextIsCut();

        (await SendToAsync(Three)).ShouldAllBe(outcome => outcome.Result == MailResult.Unknown);
        var again = await SendToAsync(Three);

        again.ShouldAllBe(outcome => outcome.Result == MailResult.Unknown);
        _server.Calls.Count.ShouldBe(2);
        _server.Mails.Count(mail => mail.To == "a@nordlys.example").ShouldBe(1);
    }

    [Fact]
    public async Task After_a_doubt_it_is_left_alone_for_a_while()
    {
        _server.NextAnswers(503);
        (await SendToAsync(["a"]))[0].Result.ShouldBe(MailResult.Unknown);

        _time.Advance(TimeSpan.FromSeconds(59));
        var paused = (await SendToAsync(["b"]))[0];
        _time.Advance(TimeSpan.FromSeconds(1));
        var after = (await SendToAsync(["b"]))[0];

        paused.Result.ShouldBe(MailResult.NotSent);
        after.ShouldBe(MailOutcome.Sent);
        _server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_time_out_after_the_request_was_sent_is_unknown()
    {
        _server.NextHangs();

        var sending = SendToAsync(Three);
        await _server.ArrivalAsync(Cancel);
        _time.Advance(TimeSpan.FromSeconds(100));

        var outcomes = await sending;
        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.Unknown);
        outcomes[0].Reason.ShouldBe("SendGrid did not answer (TaskCanceledException); it may have taken the mail.");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", "ConnectionError")]
    [InlineData("http://sendgrid.invalid/", "NameResolutionError")]
    public async Task What_never_left_is_not_sent_and_can_be_tried_again(string url, string reason)
    {
        var mailer = new SendGridMailer(
            // Plain http to another host is refused at start; here the address only has to fail.
            SendGridClients.Create(new SendGridOptions { ApiKey = SendGridServer.ApiKey, BaseUrl = url }),
            new SendGridOptions(),
            _time
        );

        var outcomes = await mailer.SendAsync(Batch() with { Recipients = [To("a@nordlys.example", "m1")] }, Cancel);

        outcomes.ShouldBe([new MailOutcome(MailResult.NotSent, $"SendGrid could not be reached ({reason}).")]);
    }

    [Fact]
    public async Task Too_many_requests_are_waited_out_until_the_reset()
    {
        var reset = _time.GetUtcNow().AddSeconds(42).ToUnixTimeSeconds();
        _server.NextAnswers(429, "", ("X-RateLimit-Reset", $"{reset}"));

        (await SendToAsync(Three)).ShouldAllBe(outcome => outcome.Result == MailResult.Sent);

        _time.Waits.ShouldBe([TimeSpan.FromSeconds(42)]);
        _server.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "0", 1)]
    [InlineData("X-RateLimit-Reset", "soon", 5)]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("X-Other", "", 5)]
    public async Task A_reset_that_is_past_or_missing_is_a_short_wait(string header, string value, int seconds)
    {
        _server.NextAnswers(429, "", (header, value));

        (await SendToAsync(["a"])).ShouldBe([MailOutcome.Sent]);

        _time.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task A_wait_beyond_the_bound_is_left_to_the_queue()
    {
        var reset = _time.GetUtcNow().AddSeconds(61).ToUnixTimeSeconds();
        _server.NextAnswers(429, "", ("X-RateLimit-Reset", $"{reset}"));

        _mailer = NewMailer(with: options => options.PersonalizationsPerRequest = 1);
        var outcomes = await SendToAsync(Three);

        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.NotSent);
        outcomes[0].Reason.ShouldNotBeNull().ShouldContain("asks to wait 61 s");
        _server.Calls.Count.ShouldBe(1);
        _time.Waits.ShouldBeEmpty();
        // The reset is everybody's: other batches need not ask before it.
        (await SendToAsync(["d"]))[0]
            .Result.ShouldBe(MailResult.NotSent);
        _server.Calls.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(61));
        (await SendToAsync(["d"])).ShouldBe([MailOutcome.Sent]);
    }

    [Fact]
    public async Task Too_many_requests_again_and_again_are_given_up()
    {
        for (var i = 0; i < 4; i++)
        {
            _server.NextAnswers(429);
        }

        (await SendToAsync(["a"]))[0].Result.ShouldBe(MailResult.NotSent);

        _server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_stop_while_it_waits_reports_what_was_sent()
    {
        using var stop = new CancellationTokenSource();
        _mailer = NewMailer(with: options => options.PersonalizationsPerRequest = 1);
        _time.OnWait = stop.Cancel;
        var sent = await _mailer.SendAsync(Batch() with { Recipients = [To("a@nordlys.example", "m1")] }, stop.Token);
        _server.NextAnswers(429);

        var outcomes = await _mailer.SendAsync(
            Batch() with
            {
                Recipients = [To("b@nordlys.example", "m2"), To("c@nordlys.example", "m3")],
            },
            stop.Token
        );

        sent.ShouldBe([MailOutcome.Sent]);
        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.NotSent);
        outcomes[0].Reason.ShouldBe("The sending was stopped before this mail.");
        _server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_during_a_request_waits_for_its_answer_and_makes_no_other()
    {
        using var stop = new CancellationTokenSource();
        _mailer = NewMailer(with: options => options.PersonalizationsPerRequest = 1);
        _server.IsVerified = _ =>
        {
            stop.Cancel();
            return true;
        };

        var outcomes = await _mailer.SendAsync(
            Batch() with
            {
                Recipients = [.. Three.Select(name => To($"{name}@nordlys.example", name))],
            },
            stop.Token
        );

        outcomes.Select(outcome => outcome.Result).ShouldBe([MailResult.Sent, MailResult.NotSent, MailResult.NotSent]);
        _server.Mails.Select(mail => mail.To).ShouldBe(["a@nordlys.example"]);
    }
}
