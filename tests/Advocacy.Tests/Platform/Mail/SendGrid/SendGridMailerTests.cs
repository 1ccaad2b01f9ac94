using System.Net;
using System.Text;
using System.Text.Json;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.SendGrid;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Platform.Mail.SendGrid;

public sealed partial class SendGridMailerTests : MailerContract, IAsyncLifetime
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
        var marks = new string('\u0001', 8_900);
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
