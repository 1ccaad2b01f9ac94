using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Advocacy.Local;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Local;

public sealed class FeedServerTests : IAsyncLifetime
{
    private const string Secret = "not for the web";
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private LoopbackServer _server = null!;
    private string _fresh = "";
    private string _plain = "";

    public async ValueTask InitializeAsync()
    {
        _fresh = _folder.Write("company/fresh.rss.xml", "<rss>{date:-3d 09:15|rfc822} {base}/images/a.png</rss>");
        _plain = _folder.Write("company/plain.json", "{\"title\":\"æ\"}\r\n");
        File.SetLastWriteTimeUtc(_fresh, new DateTime(2026, 11, 1, 10, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(_plain, new DateTime(2026, 11, 2, 10, 0, 0, DateTimeKind.Utc));
        _folder.Write("company/images/a.png", "picture");
        _folder.Write("company/images/readme.txt", Secret);
        _folder.Write("company/images/.hidden.png", Secret);
        _folder.Write("company/above.png", Secret);
        _folder.Write(
            "company/company.json",
            """
            {
              "name": "P", "senderAddress": "p@example.com", "senderName": "P", "replyAddress": "r@example.com",
              "feeds": [
                { "key": "fresh", "name": "F", "file": "fresh.rss.xml" },
                { "key": "plain", "name": "P", "file": "plain.json" },
                { "key": "away", "name": "A", "url": "https://example.com/feed" }
              ]
            }
            """
        );
        var company = CompanyFolder.Load(Path.Combine(_folder.Path, "company"));
        _server = await LoopbackServer.StartAsync(
            routes => routes.MapCompany("/sample", company, [], _time),
            TestContext.Current.CancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_feed_comes_with_its_tokens_replaced()
    {
        using var response = await Get("/sample/feeds/fresh");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/rss+xml");
        (await Text(response)).ShouldBe(
            $"<rss>Fri, 20 Nov 2026 09:15:00 +0000 {_server.BaseUrl}/sample/images/a.png</rss>"
        );
    }

    [Fact]
    public async Task A_feed_without_tokens_comes_byte_for_byte()
    {
        using var response = await Get("/sample/feeds/plain");

        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(
            await File.ReadAllBytesAsync(_plain, TestContext.Current.CancellationToken)
        );
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/feed+json");
        response.Content.Headers.LastModified.ShouldBe(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("/sample/feeds/fresh")]
    [InlineData("/sample/feeds/plain")]
    [InlineData("/sample/images/a.png")]
    public async Task What_has_not_changed_is_answered_with_304(string path)
    {
        using var first = await Get(path);
        var tag = first.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeFalse();

        using var byTag = await Get(path, r => r.Headers.IfNoneMatch.Add(tag));
        using var byDate = await Get(path, r => r.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        using var other = await Get(path, r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")));

        byTag.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await Text(byTag)).ShouldBeEmpty();
        byDate.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_fresh_feed_keeps_its_tag_for_the_week_and_no_longer()
    {
        using var wednesday = await Get("/sample/feeds/fresh");
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 29, 23, 59, 59, TimeSpan.Zero));
        using var sunday = await Get("/sample/feeds/fresh");
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero));
        using var monday = await Get("/sample/feeds/fresh", r => r.Headers.IfNoneMatch.Add(wednesday.Headers.ETag!));
        using var mondayByDate = await Get(
            "/sample/feeds/fresh",
            r => r.Headers.IfModifiedSince = wednesday.Content.Headers.LastModified
        );

        sunday.Headers.ETag.ShouldBe(wednesday.Headers.ETag);
        sunday.Content.Headers.LastModified.ShouldBe(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        monday.StatusCode.ShouldBe(HttpStatusCode.OK);
        mondayByDate.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Text(monday)).ShouldContain("Fri, 27 Nov 2026");
    }

    [Fact]
    public async Task An_edited_feed_changes_its_tag_and_its_date()
    {
        using var before = await Get("/sample/feeds/fresh");
        await File.WriteAllTextAsync(_fresh, "<rss>{date:-2d|rfc822}</rss>", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(_fresh, new DateTime(2026, 11, 25, 7, 0, 0, DateTimeKind.Utc));

        using var after = await Get("/sample/feeds/fresh", r => r.Headers.IfNoneMatch.Add(before.Headers.ETag!));

        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.Content.Headers.LastModified.ShouldBe(new DateTimeOffset(2026, 11, 25, 7, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_fresh_file_from_after_the_clock_changed_when_the_week_began()
    {
        File.SetLastWriteTimeUtc(_fresh, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        using var response = await Get("/sample/feeds/fresh");

        response.Content.Headers.LastModified.ShouldBe(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_picture_comes_with_its_type()
    {
        using var response = await Get("/sample/images/a.png");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await Text(response)).ShouldBe("picture");
    }

    [Fact]
    public async Task HEAD_is_GET_without_the_body()
    {
        using var get = await Get("/sample/feeds/plain");
        using var head = await Get("/sample/feeds/plain", r => r.Method = HttpMethod.Head);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
        (await Text(head)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/feeds/fresh")]
    [InlineData("/sample/feeds/")]
    [InlineData("/sample/feeds/other")]
    [InlineData("/sample/feeds/FRESH")]
    [InlineData("/sample/feeds/away")]
    [InlineData("/sample/feeds/fresh.rss.xml")]
    [InlineData("/sample/feeds/../company.json")]
    [InlineData("/sample/feeds/..%2fcompany.json")]
    [InlineData("/sample/images/")]
    [InlineData("/sample/images/b.png")]
    [InlineData("/sample/images/readme.txt")]
    [InlineData("/sample/images/.hidden.png")]
    [InlineData("/sample/images/../above.png")]
    [InlineData("/sample/images/..%2fabove.png")]
    [InlineData("/sample/images/..%2Fabove.png")]
    [InlineData("/sample/images/%2e%2e/above.png")]
    [InlineData("/sample/images/%2e%2e%2fabove.png")]
    [InlineData("/sample/images/..%5cabove.png")]
    [InlineData("/sample/images/..%252fabove.png")]
    [InlineData("/sample/images/....//above.png")]
    [InlineData("/sample/images//etc/passwd")]
    [InlineData("/sample/images/%2fetc%2fpasswd")]
    [InlineData("/sample/images/a.png%0a")]
    public async Task Anything_else_is_not_there(string path)
    {
        // A raw request: HttpClient would tidy the path up before it is sent.
        var answer = await Raw(path);

        answer.ShouldStartWith("HTTP/1.1 404 ");
        answer.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_feed_file_that_is_gone_is_404()
    {
        File.Delete(_plain);

        using var response = await Get("/sample/feeds/plain");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Any_files_can_be_served_by_key_under_a_base_of_ones_own()
    {
        await using var server = await LoopbackServer.StartAsync(
            routes =>
                routes.MapFeedFiles(
                    "",
                    new Dictionary<string, string> { [FeedServer.KeyOf(_fresh)] = _fresh },
                    [Path.Combine(_folder.Path, "nowhere"), Path.Combine(_folder.Path, "company", "images")],
                    _time,
                    "http://127.0.0.1:7071/sample"
                ),
            TestContext.Current.CancellationToken
        );

        var text = await _http.GetStringAsync(
            FeedServer.FeedUrl(server.BaseUrl, FeedServer.KeyOf(_fresh)),
            TestContext.Current.CancellationToken
        );
        var picture = await _http.GetStringAsync(
            server.BaseUrl + "/images/a.png",
            TestContext.Current.CancellationToken
        );

        text.ShouldContain("http://127.0.0.1:7071/sample/images/a.png");
        picture.ShouldBe("picture");
    }

    [Fact]
    public async Task A_large_file_is_streamed_as_it_is_with_a_tag()
    {
        // Sparse: it takes no room on the disk.
        await using (var file = File.Create(_plain))
        {
            file.SetLength(9 * 1024 * 1024);
            await file.WriteAsync("{base}"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        using var response = await Get("/sample/feeds/plain");
        using var again = await Get("/sample/feeds/plain", r => r.Headers.IfNoneMatch.Add(response.Headers.ETag!));

        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        body.Length.ShouldBe(9 * 1024 * 1024);
        Encoding.ASCII.GetString(body[..6]).ShouldBe("{base}");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public void A_key_of_a_file_is_the_same_every_time_and_differs_by_folder()
    {
        FeedServer.KeyOf("/a/Vores Feed.rss.xml").ShouldBe(FeedServer.KeyOf("/a/./Vores Feed.rss.xml"));
        FeedServer.KeyOf("/a/Vores Feed.rss.xml").ShouldStartWith("vores-feed-rss-");
        FeedServer.KeyOf("/a/x.xml").ShouldNotBe(FeedServer.KeyOf("/b/x.xml"));
        FeedServer.KeyOf("/a/øå.xml").ShouldMatch("^[0-9a-f]{8}$");
        FeedServer.KeyOf("/a/" + new string('x', 200) + ".xml").Length.ShouldBeLessThanOrEqualTo(40);
    }

    private async Task<HttpResponseMessage> Get(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.BaseUrl + path);
        change?.Invoke(request);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> Text(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<string> Raw(string path)
    {
        var address = new Uri(_server.BaseUrl);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
