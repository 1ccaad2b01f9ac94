using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Advocacy.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Content;

public sealed class WebFetcherTests : IAsyncLifetime
{
    private const int Megabyte = 1_048_576;
    private static readonly FetchConditions s_none = new();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private FeedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await FeedServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_answer_comes_with_its_conditions_and_charset()
    {
        _server.On(
            "/feed",
            async context =>
            {
                context.Response.Headers.ETag = "W/\"a b\"";
                context.Response.Headers.LastModified = "some day, as they like";
                context.Response.ContentType = "text/xml; charset=\"iso-8859-1\"";
                await context.Response.Body.WriteAsync(new byte[] { 0xE6, 0xF8, 0xE5 });
            }
        );

        var fetched = (await FetchAsync("/feed")).ShouldBeOfType<FetchResult.Fetched>();

        fetched.Body.ToArray().ShouldBe([0xE6, 0xF8, 0xE5]);
        fetched.Charset.ShouldBe("iso-8859-1");
        fetched.Conditions.ShouldBe(new FetchConditions("W/\"a b\"", "some day, as they like"));
        fetched.Url.ShouldBe(_server.Url("/feed"));
        fetched.MovedTo.ShouldBeNull();
    }

    [Fact]
    public async Task Conditions_go_back_as_they_came_and_304_is_not_modified()
    {
        _server.OnStatus("/feed", 304);

        var result = await FetchAsync("/feed", new FetchConditions("\"odd, one\" x", "some day"));

        result.ShouldBe(new FetchResult.NotModified(null));
        var headers = _server.Requests.ShouldHaveSingleItem().Headers;
        headers.IfNoneMatch.ToString().ShouldBe("\"odd, one\" x");
        headers.IfModifiedSince.ToString().ShouldBe("some day");
    }

    [Fact]
    public async Task A_304_that_nobody_asked_for_is_a_failure() =>
        await FailsAsync(With304(), "HTTP 304 from 127.0.0.1.");

    [Fact]
    public async Task It_says_who_it_is_and_sends_no_cookies()
    {
        _server.On(
            "/feed",
            context =>
            {
                context.Response.Headers.SetCookie = "a=b";
                return Task.CompletedTask;
            }
        );
        using var fetcher = Fetcher(options => options.AboutUrl = "https://x.dk/about");

        await fetcher.FetchAsync(_server.Url("/feed"), s_none, TestContext.Current.CancellationToken);
        await fetcher.FetchAsync(_server.Url("/feed"), s_none, TestContext.Current.CancellationToken);

        foreach (var (_, headers) in _server.Requests)
        {
            headers.UserAgent.ToString().ShouldBe("AdvocacyFunctions/1.0 (+https://x.dk/about)");
            headers.Cookie.ShouldBeEmpty();
            headers.ContainsKey("traceparent").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(204)]
    public async Task Any_other_status_is_a_failure(int status)
    {
        _server.OnStatus("/feed", status);

        await FailsAsync("/feed", string.Create(CultureInfo.InvariantCulture, $"HTTP {status} from 127.0.0.1."));
    }

    [Fact]
    public async Task HTTP_410_is_gone()
    {
        _server.OnStatus("/feed", 410);

        (await FetchAsync("/feed")).ShouldBeOfType<FetchResult.Gone>();
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "Mon, 23 Nov 2026 08:10:00 GMT", 600)]
    [InlineData(503, "Mon, 23 Nov 2026 07:00:00 GMT", 0)]
    [InlineData(429, "soon", null)]
    [InlineData(429, "99999999999999999999", null)]
    public async Task Retry_after_is_understood_in_seconds_and_as_a_date(int status, string header, int? seconds)
    {
        _server.OnStatus("/feed", status, ("Retry-After", header));

        (await FetchAsync("/feed"))
            .ShouldBeOfType<FetchResult.Failed>()
            .RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Theory]
    [InlineData(301, 308, true)]
    [InlineData(301, 302, false)]
    [InlineData(307, 308, false)]
    [InlineData(303, 303, false)]
    public async Task Redirects_are_permanent_only_if_all_of_them_are(int first, int second, bool permanent)
    {
        _server.OnStatus("/a", first, ("Location", "/b"));
        _server.OnStatus("/b", second, ("Location", _server.Address("/c?x=1#top")));
        _server.OnText("/c", "here");

        var fetched = (await FetchAsync("/a")).ShouldBeOfType<FetchResult.Fetched>();

        fetched.Url.AbsolutePath.ShouldBe("/c");
        (fetched.MovedTo is not null).ShouldBe(permanent);
        fetched.MovedTo?.Query.ShouldBe("?x=1");
    }

    [Fact]
    public async Task Not_modified_after_a_permanent_redirect_tells_the_new_address()
    {
        _server.OnStatus("/a", 301, ("Location", "/b"));
        _server.OnStatus("/b", 304);

        (await FetchAsync("/a", new FetchConditions("\"1\""))).ShouldBe(new FetchResult.NotModified(_server.Url("/b")));
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        _server.OnStatus("/a", 302, ("Location", "/b"));
        _server.OnStatus("/b", 302, ("Location", "/a#again"));

        await FailsAsync("/a", "It redirects in a circle");
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Redirects_without_end_end_after_five()
    {
        for (var i = 0; i < 10; i++)
        {
            _server.OnStatus($"/{i}", 302, ("Location", $"/{i + 1}"));
        }

        await FailsAsync("/0", "It redirects more than 5 times.");
        _server.Requests.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("http://10.0.0.1/", "10.0.0.1 is at 10.0.0.1, which is private: not fetched.")]
    [InlineData("http://169.254.169.254/latest/meta-data", "which is link-local or a cloud's metadata: not fetched.")]
    [InlineData("http://[::ffff:10.0.0.1]/", "which is private: not fetched.")]
    [InlineData("http://0xA.1/", "which is private: not fetched.")]
    [InlineData("http://intern.example/", "intern.example is at 192.168.1.7, which is private: not fetched.")]
    [InlineData("file:///etc/passwd", "file:// is no plain http or https address.")]
    [InlineData("ftp://x.dk/", "ftp://x.dk is no plain http or https address.")]
    [InlineData("http://me:pass@x.dk/", "http://x.dk is no plain http or https address.")]
    [InlineData("http://100.100.100.200/", "which is shared by a carrier: not fetched.")]
    [InlineData("http://[fd00:ec2::254]/", "which is not public: not fetched.")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/", "which is link-local or a cloud's metadata: not fetched.")]
    [InlineData("http://[2002:a00:1::]/", "which is private: not fetched.")]
    [InlineData("http://[2001:0:a00:1::]/", "which is a tunnel: not fetched.")]
    [InlineData("http://x.dk:25/", "x.dk:25 is no port of web servers: not fetched.")]
    [InlineData("gopher://x.dk/", "gopher://x.dk is no plain http or https address.")]
    public async Task A_redirect_to_where_we_do_not_go_is_refused(string location, string reason)
    {
        _server.OnStatus("/a", 302, ("Location", location));

        await FailsAsync("/a", reason);
    }

    [Fact]
    public async Task A_redirect_without_an_address_is_a_failure()
    {
        _server.OnStatus("/a", 301);

        await FailsAsync("/a", "HTTP 301 without an address to go to.");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("127.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("rebound.example")]
    public async Task This_machine_is_not_fetched_from_unless_allowed(string host)
    {
        using var fetcher = Fetcher(options => options.AllowLoopback = false);
        var url = new Uri($"http://{host}:{_server.Url("/").Port}/");

        (await fetcher.FetchAsync(url, s_none, TestContext.Current.CancellationToken))
            .ShouldBeOfType<FetchResult.Failed>()
            .Reason.ShouldEndWith("which is this machine itself: not fetched.");
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_with_a_private_and_another_address_is_connected_to_the_other_only()
    {
        _server.OnText("/feed", "here");
        using var fetcher = new WebFetcher(
            new FetchOptions { AllowLoopback = true },
            _time,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback])
        );
        var url = new Uri($"http://mixed.example:{_server.Url("/").Port}/feed");

        (
            await fetcher.FetchAsync(url, s_none, TestContext.Current.CancellationToken)
        ).ShouldBeOfType<FetchResult.Fetched>();
    }

    [Fact]
    public async Task A_name_that_moves_inside_between_two_fetches_is_refused_at_the_second()
    {
        // What was looked up is what is connected to, so a second answer to the same question gains nothing.
        var answers = new Queue<IPAddress>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]);
        _server.On(
            "/feed",
            context =>
            {
                context.Response.Headers.Connection = "close";
                return Task.CompletedTask;
            }
        );
        using var fetcher = new WebFetcher(
            new FetchOptions { AllowLoopback = true },
            _time,
            (_, _) => Task.FromResult<IPAddress[]>([answers.Dequeue()])
        );
        var url = new Uri($"http://rebinding.example:{_server.Url("/").Port}/feed");

        var first = await fetcher.FetchAsync(url, s_none, TestContext.Current.CancellationToken);
        var second = await fetcher.FetchAsync(url, s_none, TestContext.Current.CancellationToken);

        first.ShouldBeOfType<FetchResult.Fetched>();
        second.ShouldBeOfType<FetchResult.Failed>().Reason.ShouldContain("10.0.0.1, which is private");
    }

    [Fact]
    public async Task The_page_about_this_system_is_the_installation_where_no_other_is_named()
    {
        await using var world = new World(("Advocacy:Site:BaseUrl", "https://advocacy.acme.example"));
        await using var named = new World(("Advocacy:Fetch:AboutUrl", "https://acme.example/bots"));

        world.Get<FetchOptions>().AboutUrl.ShouldBe("https://advocacy.acme.example");
        named.Get<FetchOptions>().AboutUrl.ShouldBe("https://acme.example/bots");
    }

    [Fact]
    public async Task A_page_is_cut_at_its_own_limit_and_a_bomb_with_it()
    {
        _server.On("/bomb", Compressed("gzip", new byte[64 * Megabyte]));
        using var fetcher = Fetcher(options => options.MaxPageBytes = 100_000);

        var page = await fetcher.FetchPageAsync(_server.Url("/bomb"), TestContext.Current.CancellationToken);

        page.ShouldBeOfType<FetchResult.Fetched>().Body.Length.ShouldBe(100_000);
        _server.Requests[0].Headers.Accept.ToString().ShouldStartWith("text/html");
    }

    [Fact]
    public async Task A_body_without_end_is_read_to_the_limit_and_no_further()
    {
        _server.On(
            "/endless",
            async context =>
            {
                // Whoever wants more than the limit waits for it in vain, and fails by the time limit's message.
                for (var sent = 0; sent < 20; sent++)
                {
                    await context.Response.Body.WriteAsync(new byte[Megabyte], context.RequestAborted);
                }
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
        );

        await FailsAsync("/endless", "It is larger than 10 MB; the rest was not read.");
    }

    [Fact]
    public async Task A_body_that_announces_100_megabytes_is_not_read_at_all()
    {
        _server.On(
            "/large",
            async context =>
            {
                context.Response.ContentLength = 100 * Megabyte;
                await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
            }
        );

        await FailsAsync("/large", "It is larger than 10 MB");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_body_is_read_and_a_bomb_is_not(string encoding)
    {
        _server.On("/small", Compressed(encoding, Encoding.UTF8.GetBytes("rød grød")));
        _server.On("/bomb", Compressed(encoding, new byte[64 * Megabyte]));

        var small = (await FetchAsync("/small")).ShouldBeOfType<FetchResult.Fetched>();

        Encoding.UTF8.GetString(small.Body.Span).ShouldBe("rød grød");
        await FailsAsync("/bomb", "It is larger than 10 MB");
    }

    [Fact]
    public async Task The_limit_itself_is_allowed()
    {
        _server.On("/exact", Compressed("gzip", new byte[2_048]));
        _server.On("/more", Compressed("gzip", new byte[2_049]));
        using var fetcher = Fetcher(options => options.MaxBytes = 2_048);

        var exact = await fetcher.FetchAsync(_server.Url("/exact"), s_none, TestContext.Current.CancellationToken);
        var more = await fetcher.FetchAsync(_server.Url("/more"), s_none, TestContext.Current.CancellationToken);

        exact.ShouldBeOfType<FetchResult.Fetched>().Body.Length.ShouldBe(2_048);
        more.ShouldBeOfType<FetchResult.Failed>().Reason.ShouldBe("It is larger than 0.002 MB; the rest was not read.");
    }

    [Fact]
    public async Task Broken_compression_is_a_failure()
    {
        _server.On(
            "/feed",
            async context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.WriteAsync("this is no gzip at all, whatever its header says");
            }
        );

        await FailsAsync("/feed", "Its compressed body is broken.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_takes_its_time_is_left_after_20_seconds(bool afterHeaders)
    {
        _server.On(
            "/slow",
            async context =>
            {
                if (afterHeaders)
                {
                    await context.Response.WriteAsync("<rss>");
                    await context.Response.Body.FlushAsync();
                }
                _time.Advance(TimeSpan.FromSeconds(21));
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, context.RequestAborted);
            }
        );

        await FailsAsync("/slow", "It took longer than 20 seconds.");
    }

    [Fact]
    public async Task The_caller_may_cancel()
    {
        using var cancelled = new CancellationTokenSource();
        _server.On(
            "/slow",
            async context =>
            {
                await cancelled.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, context.RequestAborted);
            }
        );
        using var fetcher = Fetcher();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            fetcher.FetchAsync(_server.Url("/slow"), s_none, cancelled.Token)
        );
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_a_failure()
    {
        _server.On(
            "/feed",
            async context =>
            {
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("half");
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        );

        await FailsAsync("/feed", "The connection");
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_named_so()
    {
        using var fetcher = Fetcher();

        (await fetcher.FetchAsync(new Uri("http://nowhere.example/"), s_none, TestContext.Current.CancellationToken))
            .ShouldBeOfType<FetchResult.Failed>()
            .Reason.ShouldBe("There is no host of that name.");
    }

    private string With304()
    {
        _server.OnStatus("/feed", 304);
        return "/feed";
    }

    private static RequestDelegate Compressed(string encoding, byte[] content) =>
        async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await using Stream packed = encoding switch
            {
                "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
                _ => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            };
            await packed.WriteAsync(content, context.RequestAborted);
        };

    private async Task FailsAsync(string path, string reason) =>
        (await FetchAsync(path)).ShouldBeOfType<FetchResult.Failed>().Reason.ShouldContain(reason);

    private async Task<FetchResult> FetchAsync(string path, FetchConditions? conditions = null)
    {
        using var fetcher = Fetcher();
        return await fetcher.FetchAsync(_server.Url(path), conditions ?? s_none, TestContext.Current.CancellationToken);
    }

    private WebFetcher Fetcher(Action<FetchOptions>? change = null)
    {
        var options = new FetchOptions { AllowLoopback = true };
        change?.Invoke(options);
        return new WebFetcher(options, _time, ResolveAsync);
    }

    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        host switch
        {
            "intern.example" => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.168.1.7")]),
            "rebound.example" => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
            "nowhere.example" => Task.FromResult<IPAddress[]>([]),
            _ => Dns.GetHostAddressesAsync(host, cancellationToken),
        };
}
