using System.Net;
using System.Text;
using System.Text.Json;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.SendGrid;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

public sealed class SendGridMailerTests : MailerContract, IAsyncLifetime
{
    private static readonly string[] Three = ["a", "b", "c"];

    private readonly HurriedTime _time = new();
    private SendGridServer _server = null!;
    private OnceMailer _mailer = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SendGridServer.StartAsync();
        _mailer = NewMailer();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    protected override IMailer Mailer => _mailer;

    protected override int ArrivedCount => _server.Mails.Count(mail => !mail.IsDropped);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected override Arrived? ArrivedAs(string messageId) =>
        _server.Mails.SingleOrDefault(mail => !mail.IsDropped && mail.CustomArgs["delivery"] == messageId) is { } mail
            ? new Arrived(mail.To, mail.ToName, mail.Subject, Lf(mail.Html), Lf(mail.Text), mail.Headers)
            : null;

    [Fact]
    public async Task A_request_carries_a_thousand_people_and_asks_for_no_tracking()
    {
        await SendAsync(
            Batch() with
            {
                ReplyTo = new("kom@nordlys.example", "Kom, tak"),
                Labels = new Dictionary<string, string> { ["edition"] = "2026-W48" },
                Recipients = [.. Enumerable.Range(0, 1_001).Select(i => To($"p{i}@nordlys.example", $"m{i}"))],
            }
        );

        _server.Calls.Select(call => call.Json.GetProperty("personalizations").GetArrayLength()).ShouldBe([1_000, 1]);
        var request = _server.Calls[0].Json;
        request
            .GetProperty("content")
            .EnumerateArray()
            .Select(part => part.GetProperty("type").GetString())
            .ShouldBe(["text/plain", "text/html"]);
        request.GetProperty("reply_to").GetProperty("email").GetString().ShouldBe("kom@nordlys.example");
        request.GetProperty("reply_to").GetProperty("name").GetString().ShouldBe("Kom, tak");
        foreach (var kind in new[] { "click_tracking", "open_tracking", "subscription_tracking", "ganalytics" })
        {
            request
                .GetProperty("tracking_settings")
                .GetProperty(kind)
                .GetProperty("enable")
                .GetBoolean()
                .ShouldBeFalse();
        }
        _server
            .Mails[0]
            .CustomArgs.ShouldBe(
                new Dictionary<string, string> { ["edition"] = "2026-W48", ["delivery"] = "m0" },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task One_address_is_once_in_a_request_and_comes_again_in_the_next()
    {
        await SendAsync(
            Batch() with
            {
                Recipients =
                [
                    To("a@nordlys.example", "m1"),
                    To("b@nordlys.example", "m2"),
                    To("A@NORDLYS.example", "m3"),
                    To("c@nordlys.example", "m4"),
                ],
            }
        );

        _server.Calls.Select(call => call.Json.GetProperty("personalizations").GetArrayLength()).ShouldBe([3, 1]);
    }

    [Fact]
    public async Task What_is_larger_than_SendGrid_takes_goes_in_smaller_requests()
    {
        // Each of these is six bytes of JSON.
        var marks = new string('\'', 8_900);
        var people = Enumerable.Range(0, 400).Select(i => To($"p{i}@nordlys.example", $"m{i}", ("-x-", marks)));

        var outcomes = await SendAsync(Batch() with { Text = "-x-", Recipients = [.. people] });

        outcomes.ShouldAllBe(outcome => outcome.Result == MailResult.Sent);
        _server.Calls.Count.ShouldBeGreaterThan(1);
        _server.Calls.ShouldAllBe(call => call.Body.Length < 30_000_000);
        ArrivedCount.ShouldBe(400);
    }

    [Fact]
    public async Task No_address_stands_in_what_the_providers_staff_can_read()
    {
        await SendAsync(Batch() with { Recipients = [To("a@nordlys.example", "m1")] });

        _server.Mails.Single().CustomArgs.Values.ShouldAllBe(value => !value.Contains('@'));
        _server.Calls.Single().Json.TryGetProperty("categories", out _).ShouldBeFalse();
    }

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

    [Fact]
    public async Task A_header_that_is_SendGrids_own_is_refused()
    {
        var recipient = To("a@nordlys.example", "m1") with
        {
            Headers = new Dictionary<string, string> { ["x-sg-eid"] = "v" },
        };

        (await SendAsync(Batch() with { Recipients = [recipient] }))[0].Result.ShouldBe(MailResult.Refused);
        _server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Danish_domain_goes_as_punycode_also_in_the_sender()
    {
        await SendAsync(
            Batch() with
            {
                From = new("digest@blåbær.example", "Blåbær"),
                Recipients = [To("maja@blåbær.example", "d1")],
            }
        );

        _server.Mails.Single().To.ShouldBe("maja@xn--blbr-roah.example");
        _server
            .Calls.Single()
            .Json.GetProperty("from")
            .GetProperty("email")
            .GetString()
            .ShouldBe("digest@xn--blbr-roah.example");
    }

    [Fact]
    public async Task Only_its_events_tell_what_became_of_a_mail()
    {
        (await Mailer.AskAsync("m1", Cancel)).ShouldBe(MailResult.Unknown);
        _server.NextAnswers(500);
        await SendToAsync(["m1"]);
        (await Mailer.AskAsync("m1", Cancel)).ShouldBe(MailResult.Unknown);
    }

    [Fact]
    public async Task The_rules_of_the_server_are_rules()
    {
        // A test server that takes everything would prove nothing.
        using var client = new HttpClient { BaseAddress = _server.BaseUri };
        client.DefaultRequestHeaders.Authorization = new("Bearer", SendGridServer.ApiKey);
        const string Person = """{"to":[{"email":"a@b.example"}]}""";
        const string Rest =
            """ "from":{"email":"f@b.example"},"subject":"s","content":[{"type":"text/plain","value":"t"}]""";
        foreach (
            var (json, field) in new[]
            {
                ($$"""{"personalizations":[{{Person}},{{Person}}],{{Rest}}}""", "personalizations"),
                ($$"""{"personalizations":[],{{Rest}}}""", "personalizations"),
                ($$"""{"personalizations":[{{Person}}],"headers":{"Subject":"x"},{{Rest}}}""", "headers"),
                ($$"""{"personalizations":[{{Person}}],"headers":{"X":"å"},{{Rest}}}""", "headers"),
                ($$"""{"personalizations":[{{Person}}],"custom_args":{"a":1},{{Rest}}}""", "custom_args"),
                ($$"""{"personalizations":[{{Person}}],"surprise":1,{{Rest}}}""", "surprise"),
                (
                    $$"""{"personalizations":[{{Person}}],{{Rest.Replace("f@b", "ø@b", StringComparison.Ordinal)}}}""",
                    "from.email"
                ),
                (
                    $$"""{"personalizations":[{{Person}}],{{Rest.Replace("[{", "[{\"type\":\"text/html\",\"value\":\"h\"},{", StringComparison.Ordinal)}}}""",
                    "content.0.type"
                ),
            }
        )
        {
            using var answer = await client.PostAsync(
                new Uri("v3/mail/send", UriKind.Relative),
                new StringContent(
                    json,
                    Encoding.UTF8,
                    new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
                ),
                Cancel
            );

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, json);
            using var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            errors
                .RootElement.GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("field").GetString())
                .ShouldBe([field], json);
        }
        _server.Mails.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<MailOutcome>> SendToAsync(string[] names, int? perRequest = null)
    {
        if (perRequest is { } most)
        {
            _mailer = NewMailer(with: options => options.PersonalizationsPerRequest = most);
        }
        return await SendAsync(
            Batch() with
            {
                Recipients = [.. names.Select(name => To($"{name}@nordlys.example", name))],
            }
        );
    }

    private OnceMailer NewMailer(Action<SendGridOptions>? with = null)
    {
        var options = new SendGridOptions { ApiKey = SendGridServer.ApiKey, BaseUrl = _server.BaseUri.ToString() };
        with?.Invoke(options);
        return new OnceMailer(new SendGridMailer(SendGridClients.Create(options), options, _time));
    }

    /// <summary>Lets no wait below the request's time-out last: each is noted and over at once.</summary>
    private sealed class HurriedTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 8, 0, 5, TimeSpan.Zero))
    {
        private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(new SendGridOptions().TimeoutSeconds);

        public List<TimeSpan> Waits { get; } = [];
        public Action? OnWait { get; set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero && dueTime < RequestTimeout)
            {
                Waits.Add(dueTime);
                OnWait?.Invoke();
                Advance(dueTime);
            }
            return timer;
        }
    }
}
