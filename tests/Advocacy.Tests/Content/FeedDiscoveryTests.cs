using Advocacy.Content;
using Advocacy.Content.Sources;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Content;

public sealed class FeedDiscoveryTests : IAsyncLifetime
{
    private const string Rss =
        "<rss version=\"2.0\"><channel><title>Nyt &amp; godt</title><item><title>One</title><link>https://x.dk/1</link></item></channel></rss>";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private FeedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await FeedServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_page_names_its_feeds_and_those_of_comments_come_last()
    {
        _server.OnText(
            "/news/",
            """
            <html><head><base href="/site/">
            <link rel="alternate" type="application/rss+xml" title="Kommentarer" href="comments/feed">
            <LINK REL="Alternate home" TYPE="Application/Atom+XML; charset=utf-8" TITLE="Nyt &amp; godt" HREF="atom.xml">
            <link rel="alternate" hreflang="en" href="/en">
            <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">
            <link rel="alternate" type="application/feed+json" href="https://feeds.example/a.json">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
            <link rel="alternate" type="application/rss+xml" href="atom.xml">
            </head></html>
            """,
            "text/html"
        );

        var found = await FindAsync("/news/");

        found.Problem.ShouldBeNull();
        found.Feeds.ShouldBe([
            new(_server.Address("/site/atom.xml"), "Nyt & godt", FoundHow.Named),
            new("https://feeds.example/a.json", null, FoundHow.Named),
            new(_server.Address("/site/comments/feed"), "Kommentarer", FoundHow.Named),
        ]);
        _server.Requests.Count.ShouldBe(1, "what a page names is looked into when it is chosen");
    }

    [Fact]
    public async Task An_address_may_be_the_feed_itself()
    {
        _server.OnStatus("/old", 301, ("Location", "/feed"));
        _server.OnText("/feed", Rss);

        (await FindAsync("/old")).Feeds.ShouldBe([new(_server.Address("/feed"), "Nyt & godt", FoundHow.Itself)]);
    }

    [Theory]
    [InlineData("/feed")]
    [InlineData("/atom.xml")]
    [InlineData("/index.xml")]
    [InlineData("/news/feed")]
    public async Task A_page_that_names_none_may_have_one_in_a_usual_place(string place)
    {
        _server.OnText("/news", "<html><body>Nyheder</body></html>", "text/html");
        _server.OnText(place, Rss);

        (await FindAsync("/news")).Feeds.ShouldBe([new(_server.Address(place), "Nyt & godt", FoundHow.Tried)]);
        _server.Requests.Count.ShouldBeLessThan(12);
    }

    [Fact]
    public async Task A_link_that_looks_like_a_feed_is_tried_first()
    {
        _server.OnText("/news", "<a href='/om'>Om</a><a href='/strange/place.rss'>RSS</a>", "text/html");
        _server.OnText("/strange/place.rss", Rss);

        (await FindAsync("/news")).Feeds.ShouldHaveSingleItem().Url.ShouldBe(_server.Address("/strange/place.rss"));
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_profile_of_mastodons_is_found_even_where_its_page_is_only_for_members()
    {
        _server.OnStatus("/@acme", 401);
        _server.OnText("/@acme.rss", Rss);

        (await FindAsync("/@acme")).Feeds.ShouldBe([new(_server.Address("/@acme.rss"), "Nyt & godt", FoundHow.Tried)]);
    }

    [Theory]
    [InlineData(
        "https://www.youtube.com/channel/UCabc123/videos",
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc123"
    )]
    [InlineData("youtube.com/user/acme", "https://www.youtube.com/feeds/videos.xml?user=acme")]
    [InlineData(
        "https://m.youtube.com/playlist?list=PL1&x=2",
        "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"
    )]
    [InlineData("https://bsky.app/profile/acme.bsky.social", "https://bsky.app/profile/acme.bsky.social/rss")]
    [InlineData("@acme.bsky.social", "https://bsky.app/profile/acme.bsky.social/rss")]
    [InlineData("https://medium.com/acme-tech/a-story", "https://medium.com/feed/acme-tech")]
    public async Task Networks_keep_feeds_where_the_address_tells(string typed, string feed)
    {
        using var fetcher = new WebFetcher(new FetchOptions(), _time);

        var found = await new FeedDiscovery(fetcher, _time).FindAsync(typed, TestContext.Current.CancellationToken);

        found.Feeds.ShouldBe([new(feed, null, FoundHow.KnownPlace)]);
    }

    [Theory]
    [InlineData("@acme@mastodon.social", "https://mastodon.social/@acme", "https://mastodon.social/@acme.rss")]
    [InlineData(
        "https://mastodon.social/@acme@hachyderm.io",
        "https://mastodon.social/@acme@hachyderm.io",
        "https://hachyderm.io/@acme.rss"
    )]
    [InlineData("feed://x.dk/rss", "https://x.dk/rss", null)]
    [InlineData("feed:https://x.dk/rss", "https://x.dk/rss", null)]
    [InlineData(" x.dk ", "https://x.dk/", null)]
    public void What_people_type_is_understood(string typed, string address, string? mastodon)
    {
        var read = KnownFeedPlaces.AddressOf(typed).ShouldNotBeNull();

        read.AbsoluteUri.ShouldBe(address);
        KnownFeedPlaces.Mastodon(read).ShouldBe(mastodon);
    }

    [Theory]
    [InlineData("https://www.linkedin.com/company/acme", "linkedin.com has no public feeds")]
    [InlineData("facebook.com/acme", "facebook.com has no public feeds")]
    [InlineData("", "It is no address.")]
    [InlineData("nonsense", "It is no address.")]
    [InlineData("file:///etc/passwd", "It is no address.")]
    [InlineData("https://me:secret@x.dk/", "It is no address.")]
    [InlineData("http://10.0.0.1/", "10.0.0.1 is at 10.0.0.1, which is private: not fetched.")]
    [InlineData("http://169.254.169.254/latest", "link-local or a cloud's metadata: not fetched.")]
    public async Task What_cannot_be_looked_through_is_told(string typed, string problem)
    {
        using var fetcher = new WebFetcher(new FetchOptions(), _time);

        var found = await new FeedDiscovery(fetcher, _time).FindAsync(typed, TestContext.Current.CancellationToken);

        found.Feeds.ShouldBeEmpty();
        found.Problem.ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public async Task A_site_without_a_feed_is_told_so()
    {
        _server.OnText("/", "<html></html>", "text/html");

        (await FindAsync("/")).Problem.ShouldNotBeNull().ShouldStartWith("The page names no feed");
    }

    [Fact]
    public async Task A_site_that_takes_its_time_is_left_after_half_a_minute()
    {
        _server.OnText("/", "<html></html>", "text/html");
        _server.On(
            "/feed",
            async context =>
            {
                _time.Advance(TimeSpan.FromSeconds(31));
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, context.RequestAborted);
            }
        );

        // Which of the two limits ends the fetch does not matter: no third place is waited for.
        (await FindAsync("/")).Problem.ShouldNotBeNull();
        _server.Requests.Count.ShouldBeLessThan(4);
    }

    private async Task<Discovery> FindAsync(string path)
    {
        using var fetcher = new WebFetcher(new FetchOptions { AllowLoopback = true }, _time);
        return await new FeedDiscovery(fetcher, _time).FindAsync(
            _server.Address(path),
            TestContext.Current.CancellationToken
        );
    }
}
