using System.Text.Json;
using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Content;

/// <summary>One story is one post, whoever brings it and under whatever address; nothing that one of them brings is lost.</summary>
public sealed class SameStoryTests : IAsyncLifetime
{
    private const string Headline = "Vi bygger Danmarks største varmepumpe";
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(s_now);
    private readonly InMemoryDocumentStore _store;
    private readonly InMemoryWorkQueue _queue;
    private FeedServer _server = null!;

    public SameStoryTests()
    {
        _store = new InMemoryDocumentStore(_time);
        _queue = new InMemoryWorkQueue(_time);
    }

    public async ValueTask InitializeAsync() => _server = await FeedServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Two_feeds_that_bring_one_address_bring_one_post_with_the_topics_texts_and_picture_of_both()
    {
        await TakeInAsync(Drop("https://x.dk/a", "s1") with { Topics = ["vind"] });
        await SetAsync(post => post with { Status = PostStatus.Ready });

        await TakeInAsync(
            Drop("https://x.dk/a?utm_source=rss", "s2") with
            {
                Topics = ["job", "Vind"],
                Summary = "Den varmer 25.000 hjem.",
                Image = "https://x.dk/a.jpg",
                ShareTexts = [new("Fra os: varme", "da"), new(Headline, "da")],
            }
        );

        var post = (await PostsAsync()).ShouldHaveSingleItem();
        post.Topics.ShouldBe(["vind", "job"]);
        post.Summary.ShouldBe("Den varmer 25.000 hjem.");
        post.ImageUrl.ShouldBe("https://x.dk/a.jpg");
        (post.SourceId, post.AlsoFrom.ShouldHaveSingleItem()).ShouldBe(("s1", "s2"));
        post.ShareTexts.Select(text => text.Text).ShouldContain("Fra os: varme");
        post.ShareTexts.Select(text => text.Id).ShouldBeUnique();
        post.ShareTexts.Count(text => text.Text == Headline).ShouldBe(1);
        post.Status.ShouldBe(PostStatus.New, "new words are judged");
        _queue.Bodies(Queues.Tone).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        var drop = Drop("https://x.dk/a", "s2") with { Topics = ["job"], ShareTexts = [new("Fra os", "da")] };
        await TakeInAsync(Drop("https://x.dk/a", "s1") with { Topics = ["vind"] });
        await TakeInAsync(drop);
        await SetAsync(post => post with { Status = PostStatus.Ready });
        var before = _store.Snapshot();

        await TakeInAsync(drop);

        _store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_headline_that_two_feeds_bring_within_two_days_is_one_story()
    {
        await TakeInAsync(Drop("https://x.dk/a", "s1"));

        var result = await TakeInAsync(
            Drop("https://wire.example/12345", "s2", hours: 30) with
            {
                Title = "Vi bygger Danmarks STØRSTE varmepumpe!",
            }
        );

        var post = (await PostsAsync()).ShouldHaveSingleItem();
        result.ShouldBe(new IntakeResult.Duplicate(post.Id));
        post.Url.ShouldBe("https://x.dk/a");
        post.AlsoAt.ShouldBe(["https://wire.example/12345"]);
        post.AlsoFrom.ShouldBe(["s2"]);
    }

    [Theory]
    // The same feed, a week later, a headline that anybody could have, a person's own drop.
    [InlineData("s1", 1, Headline)]
    [InlineData("s2", 72, Headline)]
    [InlineData("s2", 1, "Nyt fra os")]
    [InlineData(null, 1, Headline)]
    public async Task What_may_be_another_story_stays_one(string? source, int hours, string title)
    {
        await TakeInAsync(Drop("https://x.dk/a", "s1") with { Title = title });
        await TakeInAsync(Drop("https://y.dk/b", source, hours) with { Title = title });

        (await PostsAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(PostStatus.Rejected)]
    [InlineData(PostStatus.Withdrawn)]
    public async Task What_a_person_decided_against_stays_as_it_is(PostStatus status)
    {
        await TakeInAsync(Drop("https://x.dk/a", "s1"));
        await SetAsync(post => post with { Status = status });
        var before = _store.Snapshot();

        await TakeInAsync(Drop("https://x.dk/a", "s2") with { ShareTexts = [new("Ny tekst", "da")] });

        _store.Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_short_link_is_the_page_that_it_leads_to()
    {
        ShortLinkHosts.Has("https://bit.ly/3abc").ShouldBeTrue();
        ShortLinkHosts.Has("http://feeds.feedburner.com/~r/acme/~3/x").ShouldBeTrue();
        ShortLinkHosts.Has("http://feeds.feedburner.com/acme").ShouldBeFalse();
        ShortLinkHosts.Has("https://x.dk/bit.ly").ShouldBeFalse();
        _server.OnStatus("/go", 302, ("Location", "/story?utm_source=x"));
        _server.OnText("/story", "<html lang=da><title>Historien</title>", "text/html");

        await TakeInAsync(new ContentDrop { Url = _server.Address("/go") });
        await TakeInAsync(new ContentDrop { Url = _server.Address("/story?fbclid=1") });

        (await PostsAsync()).ShouldHaveSingleItem().Url.ShouldBe(_server.Address("/story"));
    }

    [Fact]
    public async Task A_bare_address_is_described_by_its_page()
    {
        _server.OnText(
            "/a",
            """
            <html lang="en"><title>x</title><link rel=canonical href="/story">
            <meta property="og:title" content="We open &lt;now&gt; in Aarhus">
            <meta property="og:description" content="Two new offices."><meta property="og:image" content="/a.jpg">
            <meta property="article:published_time" content="2026-11-20T10:00:00Z"></html>
            """,
            "text/html"
        );

        await TakeInAsync(new ContentDrop { Url = _server.Address("/a?gclid=1"), Topics = ["job"] });

        var post = (await PostsAsync()).ShouldHaveSingleItem();
        (post.Url, post.Summary, post.ImageUrl, post.Language).ShouldBe(
            (_server.Address("/story"), "Two new offices.", _server.Address("/a.jpg"), "en")
        );
        post.Title.ShouldStartWith("We open");
        post.PublishedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        post.Topics.ShouldBe(["job"]);
        post.Id.ShouldBe(Ids.Of("post", post.Url));
    }

    [Fact]
    public async Task What_the_drop_says_itself_counts_more_than_the_page()
    {
        _server.OnText("/a", "<html lang=da><title>Sidens</title><meta name=description content=Sidens>", "text/html");

        await TakeInAsync(
            new ContentDrop
            {
                Url = _server.Address("/a"),
                Summary = "Mine ord.",
                Language = "en",
            }
        );

        var post = (await PostsAsync()).ShouldHaveSingleItem();
        (post.Title, post.Summary, post.Language).ShouldBe(("Sidens", "Mine ord.", "en"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_kept_with_its_reason()
    {
        var refused = (
            await TakeInAsync(new ContentDrop { Url = _server.Address("/missing") })
        ).ShouldBeOfType<IntakeResult.Refused>();

        refused
            .Reasons.ShouldHaveSingleItem()
            .ShouldBe("The drop has no title, and its page could not be read. HTTP 404 from 127.0.0.1.");
        var kept = await _store.QueryAsync<FailedMessage>(new Query(Containers.Failures), Token);
        kept.Items.ShouldHaveSingleItem().Value.Reason.ShouldBe(refused.Reasons[0]);
    }

    [Fact]
    public async Task A_page_that_is_out_for_now_is_tried_again()
    {
        _server.OnStatus("/a", 503);
        var drop = new ContentDrop { Url = _server.Address("/a") };

        (await Should.ThrowAsync<PageNotReadException>(() => TakeInAsync(drop))).Message.ShouldContain("HTTP 503");
        (await _store.QueryAsync<FailedMessage>(new Query(Containers.Failures), Token)).Items.ShouldBeEmpty();
        _server.OnText("/a", "<title>Nu</title>", "text/html");

        (await TakeInAsync(drop)).ShouldBeOfType<IntakeResult.TakenIn>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dying_at_any_point_while_two_feeds_bring_a_story_leaves_one_post_that_is_judged(bool after)
    {
        for (var at = 1; ; at++)
        {
            var (store, queue) = (new InMemoryDocumentStore(_time), new InMemoryWorkQueue(_time));
            var crashes = new Crashes(at, after);
            string[] messages =
            [
                Json(Drop("https://x.dk/a", "s1")),
                Json(Drop("https://wire.example/1", "s2") with { ShareTexts = [new("Fra os", "da")] }),
            ];
            foreach (var message in messages)
            {
                try
                {
                    await Intakes.Of(crashes.Around(store), crashes.Around(queue), _time).TakeInAsync(message, Token);
                }
                catch (CrashException)
                {
                    await Intakes.Of(store, queue, _time).TakeInAsync(message, Token);
                }
            }
            if (!crashes.Happened)
            {
                break;
            }

            var post = (await store.QueryAsync<Post>(new Query(Containers.Posts), Token)).Items.ShouldHaveSingleItem();
            post.Value.ShareTexts.Select(text => text.Text).ShouldContain("Fra os");
            queue.Bodies(Queues.Tone).ShouldNotBeEmpty();
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ContentDrop Drop(string url, string? source, int hours = 0) =>
        new()
        {
            Url = url,
            Title = Headline,
            Language = "da",
            SourceId = source,
            PublishedAt = s_now.AddHours(-100 + hours),
        };

    private async Task SetAsync(Func<Post, Post> change)
    {
        var post = (await PostsAsync()).ShouldHaveSingleItem();
        await _store.UpsertAsync(Containers.Posts, change(post), Token);
    }

    private async Task<IReadOnlyList<Post>> PostsAsync() =>
        [.. (await _store.QueryAsync<Post>(new Query(Containers.Posts), Token)).Items.Select(item => item.Value)];

    private Task<IntakeResult> TakeInAsync(ContentDrop drop) =>
        Intakes.Of(_store, _queue, _time).TakeInAsync(Json(drop), Token);

    private static string Json(ContentDrop drop) => JsonSerializer.Serialize(drop, DocumentJson.Options);
}
