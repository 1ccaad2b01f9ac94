using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Advocacy.Engagement;
using Advocacy.Engagement.Conversions;
using Advocacy.Tests.Functions;

namespace Advocacy.Tests.Engagement.Conversions;

public sealed class ConversionPostbackTests : IDisposable
{
    private const string Old = "an old key of more than thirty-two characters";
    private const string Key = "the new key of more than thirty-two characters";

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(Key)]
    [InlineData(Old)]
    public async Task A_sale_that_a_short_link_led_to_is_counted_for_post_and_channel_once(string key)
    {
        await using var http = await StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var link = http.Links.ShortLink(post.Id, "linkedin", "2026-W48");
        var body = $$"""{"id":"order-1","link":"{{link}}","kind":"sale","value":1299.50,"currency":"DKK"}""";

        (await PostAsync(http, body, key)).ShouldBe((HttpStatusCode.Accepted, """{"status":"accepted"}"""));
        (await PostAsync(http, body, key)).Status.ShouldBe(HttpStatusCode.Accepted);

        var one = (await http.EngagementsAsync()).ShouldHaveSingleItem();
        (one.Kind, one.Subject, one.PostId, one.Channel, one.EditionId).ShouldBe(
            (EngagementKind.Conversion, post.Id, post.Id, "linkedin", "2026-W48")
        );
        one.Conversion.ShouldBe(new Conversion(ConversionKind.Sale, 1299.50m, "DKK"));
        one.At.ShouldBe(http.World.Time.GetUtcNow());
    }

    [Fact]
    public async Task An_application_can_name_the_page_it_landed_on_and_what_its_parameters_say()
    {
        await using var http = await StartAsync();
        var post = await http.World.AddPostAsync("jobs");
        var page = $"{post.Url}?utm_source=facebook&utm_medium=employee-advocacy&utm_campaign=2026-W48";
        var body =
            $$"""{"id":"a:7","post":"{{page}}","channel":"facebook","edition":"2026-W48","kind":"application","at":"2026-11-23T07:30:00+01:00"}""";

        (await PostAsync(http, body)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(http, $$"""{"id":"8","post":"{{post.Id}}","channel":"x","kind":"other"}""")).Status.ShouldBe(
            HttpStatusCode.Accepted
        );

        var events = (await http.EngagementsAsync()).OrderBy(one => one.At).ToList();
        events.Select(one => (one.PostId, one.Channel)).ShouldBe([(post.Id, "facebook"), (post.Id, "x")]);
        events[0].At.ShouldBe(new DateTimeOffset(2026, 11, 23, 6, 30, 0, TimeSpan.Zero));
        events[0].Conversion.ShouldBe(new Conversion(ConversionKind.Application));
    }

    [Theory]
    [InlineData("stranger's key of more than thirty-two characters", 0, "", "none of the keys")]
    [InlineData(Key, -301, "", "300 seconds")]
    [InlineData(Key, 301, "", "300 seconds")]
    [InlineData(Key, 0, " ", "none of the keys")]
    [InlineData(null, 0, "", "64 hexadecimal digits")]
    public async Task What_is_not_signed_just_now_as_it_came_is_refused(
        string? key,
        int seconds,
        string added,
        string error
    )
    {
        await using var http = await StartAsync();
        var post = await http.World.AddPostAsync("launch");
        var body = $$"""{"id":"1","post":"{{post.Id}}","channel":"x","kind":"sale"}""";

        var (status, text) = await PostAsync(http, body, key, seconds, added);

        status.ShouldBe(HttpStatusCode.Unauthorized);
        text.ShouldContain(error);
        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""[]""", "no JSON object")]
    [InlineData("""{"id":"1","id":"2"}""", "names a field twice")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","email":"ida@acme.example"}""", "email is not taken")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","Ida Holm":"1"}""", "A field is not taken")]
    [InlineData("""{"id":"ida@acme.example","kind":"sale","link":"x-y"}""", "no address of a person")]
    [InlineData("""{"kind":"sale","link":"x-y"}""", "id is missing")]
    [InlineData("""{"id":"1","kind":"gift","link":"x-y"}""", "kind is missing or unknown")]
    [InlineData("""{"id":"1","kind":"sale"}""", "either link, or post with channel")]
    [InlineData("""{"id":"1","kind":"sale","post":"x"}""", "either link, or post with channel")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","value":10}""", "value and currency go together")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","value":-1,"currency":"DKK"}""", "value is not right")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","value":"1","currency":"DKK"}""", "value is not right")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","value":1,"currency":"kr"}""", "currency is not right")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","at":"2026-99-99T10:00:00Z"}""", "at is no time")]
    [InlineData("""{"id":"1","kind":"sale","link":"x-y","at":"2026-11-23T10:00:00"}""", "a time with its zone")]
    public async Task What_is_wrong_with_a_report_is_named_and_what_it_holds_is_not(string body, string error)
    {
        await using var http = await StartAsync();

        var (status, text) = await PostAsync(http, body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldContain(error);
        text.ShouldNotContain("ida@");
        text.ShouldNotContain("Ida Holm");
    }

    [Theory]
    [InlineData("""{"id":"1","kind":"sale","link":"https://elsewhere.example/abc"}""", "no short link")]
    [InlineData("""{"id":"1","kind":"sale","post":"https://acme.example/none","channel":"x"}""", "no such post")]
    [InlineData("""{"id":"1","kind":"sale","post":"nonsense","channel":"x"}""", "neither a post")]
    [InlineData("""{"id":"1","kind":"sale","post":"x:","channel":"x","at":"2026-11-23T09:00:00Z"}""", "in the future")]
    [InlineData("""{"id":"1","kind":"sale","post":"x:","channel":"x","at":"2024-11-23T09:00:00Z"}""", "further back")]
    public async Task What_cannot_be_counted_is_said(string body, string error)
    {
        await using var http = await StartAsync();

        var (status, text) = await PostAsync(http, body);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        text.ShouldContain(error, Case.Insensitive);
        (await http.EngagementsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_key_there_is_no_such_address_a_short_key_is_named_at_start_and_a_large_body_is_refused()
    {
        await using var closed = await HttpFixture.StartAsync();
        (await PostAsync(closed, "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var open = await StartAsync();
        (await PostAsync(open, new string(' ', ConversionPostback.LargestBody + 1))).Status.ShouldBe(
            HttpStatusCode.RequestEntityTooLarge
        );

        var fault = new ConversionOptions { Keys = { "short" } }
            .Validate(new(this))
            .ShouldHaveSingleItem();

        fault.ErrorMessage!.ShouldContain("openssl rand -hex 32");
        fault.ErrorMessage!.ShouldNotContain("short");
    }

    private static Task<HttpFixture> StartAsync() =>
        HttpFixture.StartAsync(new World(("Advocacy:Conversions:Keys:0", Key), ("Advocacy:Conversions:Keys:1", Old)));

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(
        HttpFixture http,
        string body,
        string? key = Key,
        int seconds = 0,
        string added = ""
    )
    {
        var stamp = (http.World.Time.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{http.Server.Address}/api/conversions")
        {
            Content = new StringContent(body + added, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Advocacy-Timestamp", stamp);
        if (key is not null)
        {
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{stamp}.{body}"));
            request.Headers.Add("X-Advocacy-Signature", Convert.ToHexStringLower(mac));
        }
        using var answer = await _client.SendAsync(request, Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }
}
