using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Advocacy.Digests;
using Advocacy.MailEvents;
using Advocacy.MailEvents.SendGrid;
using Advocacy.People;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.MailEvents;

public sealed class SendGridWebhookTests : IDisposable
{
    private readonly ECDsa _old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _old.Dispose();
        _key.Dispose();
        _client.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signed_by_either_key_it_puts_the_events_on_the_queue_without_the_address(bool old)
    {
        await using var http = await StartAsync();

        var status = await PostAsync(http, Body("bounce", "d1") + "\r\n", old ? _old : _key);

        status.ShouldBe(HttpStatusCode.NoContent);
        var message = http.World.Queue.Bodies(Queues.MailEvents).ShouldHaveSingleItem();
        message.ShouldNotContain("ida@acme.example");
        JsonSerializer
            .Deserialize<MailEvent[]>(message, DocumentJson.Options)!
            .ShouldHaveSingleItem()
            .ShouldBe(
                new MailEvent(
                    "id-d1",
                    MailEventKind.HardBounce,
                    "d1",
                    DateTimeOffset.FromUnixTimeSeconds(1_795_000_000)
                )
            );
    }

    [Fact]
    public async Task Anything_that_is_not_signed_as_it_came_is_refused()
    {
        await using var http = await StartAsync();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var body = Body("bounce", "d1");

        (await PostAsync(http, body, stranger)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(http, body, _key, sent: body + " ")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(http, body, _key, stamp: "1795000001")).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(http, body, null)).ShouldBe(HttpStatusCode.Unauthorized);

        http.World.Queue.Bodies(Queues.MailEvents).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_key_there_is_no_webhook_and_a_key_that_is_none_is_named_at_start()
    {
        await using var http = await HttpFixture.StartAsync();

        (await PostAsync(http, Body("bounce", "d1"), _key)).ShouldBe(HttpStatusCode.NotFound);

        new MailEventOptions { PublicKeys = { "AAAA" } }
            .Validate(new(this))
            .ShouldHaveSingleItem()
            .ErrorMessage!.ShouldContain("'AAAA'");
    }

    [Fact]
    public async Task Too_large_a_body_and_one_that_is_no_array_are_refused()
    {
        await using var http = await StartAsync();

        (await PostAsync(http, new string(' ', SendGridWebhook.LargestBody + 1), _key)).ShouldBe(
            HttpStatusCode.RequestEntityTooLarge
        );
        (await PostAsync(http, "{}", _key)).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(http, "[1,null,[],\"x\"]", _key)).ShouldBe(HttpStatusCode.NoContent);

        http.World.Queue.Bodies(Queues.MailEvents).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_events_go_onto_the_queue_in_messages_that_fit()
    {
        await using var http = await StartAsync();
        var body = $"[{string.Join(',', Enumerable.Range(0, 10_000).Select(i => Event("delivered", $"d{i}")))}]";
        await PostAsync(http, Body("delivered", "warm"), _key);
        var watch = Stopwatch.StartNew();

        (await PostAsync(http, body, _key)).ShouldBe(HttpStatusCode.NoContent);

        TestContext.Current.SendDiagnosticMessage(
            $"10,000 events, {body.Length} bytes: {watch.ElapsedMilliseconds} ms"
        );
        var messages = http.World.Queue.Bodies(Queues.MailEvents);
        messages.ShouldAllBe(message => message.Length < Queues.LongestInQueue);
        messages
            .Sum(message => JsonSerializer.Deserialize<MailEvent[]>(message, DocumentJson.Options)!.Length)
            .ShouldBe(10_001);
    }

    [Fact]
    public async Task A_replay_of_the_whole_call_changes_nothing()
    {
        await using var http = await StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        var body = Body("bounce", Delivery.IdOf(person.Id, HttpFixture.Edition));
        await PostAsync(http, body, _key);
        await http.DrainAsync();
        (await http.World.Get<Roster>().FindAsync(person.Id, Cancel))!.Suspended.ShouldNotBeNull();
        var before = Recorded(http);

        await PostAsync(http, body, _key);
        await http.DrainAsync();

        Recorded(http).ShouldBe(before);
    }

    /// <summary>Without the marks of touched days: a mark that is set again has the sums made again, to the same.</summary>
    private static List<KeyValuePair<string, string>> Recorded(HttpFixture http) =>
        [
            .. http
                .World.Store.Snapshot()
                .Where(one => !one.Key.Contains("touched-", StringComparison.Ordinal))
                .OrderBy(one => one.Key, StringComparer.Ordinal),
        ];

    [Theory]
    [InlineData("""{"event":"bounce","type":"blocked"}""", MailEventKind.SoftBounce)]
    [InlineData("""{"event":"bounce","type":"bounce"}""", MailEventKind.HardBounce)]
    [InlineData("""{"event":"deferred"}""", MailEventKind.SoftBounce)]
    [InlineData("""{"event":"dropped","reason":"Bounced Address"}""", MailEventKind.HardBounce)]
    [InlineData("""{"event":"dropped","reason":"Spam Reporting Address"}""", MailEventKind.Dropped)]
    [InlineData("""{"event":"spamreport"}""", MailEventKind.SpamReport)]
    [InlineData("""{"event":"group_unsubscribe"}""", MailEventKind.Unsubscribed)]
    [InlineData("""{"event":"unsubscribe"}""", MailEventKind.Unsubscribed)]
    [InlineData("""{"event":"open"}""", null)]
    [InlineData("""{"event":"processed"}""", null)]
    [InlineData("""{"event":"account_status_change"}""", MailEventKind.Other)]
    public void Each_type_is_read_for_what_it_means(string one, MailEventKind? kind)
    {
        var json = one[..^1] + ""","delivery":"d1","sg_event_id":"e1","timestamp":1795000000}""";

        var batch = SendGridEvents.Read(Encoding.UTF8.GetBytes($"[{json}]"));

        batch.Events.Select(found => (MailEventKind?)found.Kind).ShouldBe(kind is null ? [] : [kind]);
        batch.Unknown.Count.ShouldBe(one.Contains("account") ? 1 : 0);
    }

    [Fact]
    public async Task A_type_that_nobody_knows_is_kept_with_the_mail_it_is_about_once()
    {
        await using var http = await StartAsync();
        var person = await http.World.AddReaderAsync("ida");
        await http.DeliverAsync(person, await http.World.AddPostAsync("launch"));
        var body = Body("forwarded", Delivery.IdOf(person.Id, HttpFixture.Edition));

        await PostAsync(http, body, _key);
        await PostAsync(http, body, _key);
        await http.DrainAsync();

        var notice = (await http.World.AllAsync<MailNotice>(Containers.Deliveries)).ShouldHaveSingleItem();
        (notice.Kind, notice.ToldType, notice.EmployeeId).ShouldBe((MailEventKind.Other, "forwarded", person.Id));
        notice.Ttl.ShouldNotBeNull();
        (await http.World.Get<Roster>().FindAsync(person.Id, Cancel))!.Suspended.ShouldBeNull();
    }

    private Task<HttpFixture> StartAsync() =>
        HttpFixture.StartAsync(
            new World(
                ("Advocacy:MailEvents:PublicKeys:0", Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())),
                ("Advocacy:MailEvents:PublicKeys:1", Convert.ToBase64String(_old.ExportSubjectPublicKeyInfo()))
            )
        );

    private async Task<HttpStatusCode> PostAsync(
        HttpFixture http,
        string body,
        ECDsa? key,
        string? sent = null,
        string? stamp = null
    )
    {
        const string signedAt = "1795000000";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{http.Server.Address}/mail-events")
        {
            Content = new StringContent(sent ?? body, Encoding.UTF8, "application/json"),
        };
        if (key is not null)
        {
            var signature = key.SignData(
                Encoding.UTF8.GetBytes(signedAt + body),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
            request.Headers.Add(SendGridWebhook.SignatureHeader, Convert.ToBase64String(signature));
            request.Headers.Add(SendGridWebhook.TimestampHeader, stamp ?? signedAt);
        }
        using var answer = await _client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static string Body(string type, string delivery) => $"[{Event(type, delivery)}]";

    private static string Event(string type, string delivery) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"email":"ida@acme.example","timestamp":1795000000,"event":"{{type}}","sg_event_id":"id-{{delivery}}","delivery":"{{delivery}}"}"""
        );
}
