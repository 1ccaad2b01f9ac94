using System.Text.Json;
using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Content;

public sealed class ContentIntakeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(s_now);
    private readonly InMemoryDocumentStore _store;
    private readonly InMemoryWorkQueue _queue;

    public ContentIntakeTests()
    {
        _store = new InMemoryDocumentStore(_time);
        _queue = new InMemoryWorkQueue(_time);
    }

    [Fact]
    public async Task A_drop_becomes_a_clean_post_and_is_sent_to_the_tone_analysis()
    {
        var post = await TakenInAsync(
            new ContentDrop
            {
                Url = "https://X.dk/nyt?utm_source=mail#top",
                Title = " Vi åbner  <b>Aarhus</b> ",
                Summary = "<p>Det nye kontor &amp; værksted.</p><script>x()</script>",
                Image = "https://x.dk/a.jpg?w=1",
                Topics = ["Byggeri", " byggeri", "Job"],
                Commercial = true,
                SourceId = "s1",
                ExpiresAt = s_now.AddDays(7),
            }
        );

        post.Id.ShouldBe(Ids.Of("post", "https://x.dk/nyt"));
        post.Url.ShouldBe("https://x.dk/nyt");
        post.Title.ShouldBe("Vi åbner Aarhus");
        post.Summary.ShouldBe("Det nye kontor & værksted.");
        post.ImageUrl.ShouldBe("https://x.dk/a.jpg?w=1");
        post.Topics.ShouldBe(["byggeri", "job"]);
        post.Language.ShouldBe("da");
        post.Commercial.ShouldBeTrue();
        post.SourceId.ShouldBe("s1");
        post.PublishedAt.ShouldBe(s_now);
        post.TakenInAt.ShouldBe(s_now);
        post.ExpiresAt.ShouldBe(s_now.AddDays(7));
        post.Status.ShouldBe(PostStatus.New);
        _queue.Bodies(Queues.Tone).ShouldBe([$$"""{"postId":"{{post.Id}}"}"""]);
    }

    [Theory]
    [InlineData(null, "We are hiring for our new office", "en")]
    [InlineData(null, "Nordisk Folkecenter 2026", "da")]
    [InlineData("de", "We are hiring for our new office", "de")]
    public async Task The_language_is_the_drops_else_guessed_else_the_default(
        string? named,
        string title,
        string language
    ) =>
        (
            await TakenInAsync(
                new ContentDrop
                {
                    Url = "https://x.dk/a",
                    Title = title,
                    Language = named,
                }
            )
        ).Language.ShouldBe(language);

    [Fact]
    public async Task A_long_summary_is_kept_to_its_beginning()
    {
        var words = string.Concat(Enumerable.Repeat("ord og ", 2_800));

        var post = await TakenInAsync(
            new ContentDrop
            {
                Url = "https://x.dk/a",
                Title = "Nyt",
                Summary = words,
            }
        );

        post.Summary.Length.ShouldBeInRange(1_990, 2_000);
        post.Summary.ShouldEndWith("…");
    }

    [Fact]
    public async Task Dropped_texts_are_kept_as_they_are_written()
    {
        var post = await TakenInAsync(
            new ContentDrop
            {
                Url = "https://x.dk/a",
                Title = "Nyt",
                Language = "da",
                ShareTexts =
                [
                    new(" To\r\nlinjer <3\u0000 "),
                    new("One", "en", "linkedin"),
                    new("One", "en", "linkedin"),
                ],
            }
        );

        post.ShareTexts.Select(text => (text.Id, text.Language, text.Text, text.Channel))
            .ShouldBe([("t1", "da", "To\nlinjer <3", null), ("t2", "en", "One", "linkedin")]);
    }

    [Fact]
    public async Task A_second_drop_of_a_page_is_a_duplicate_and_changes_nothing()
    {
        var post = await TakenInAsync(new ContentDrop { Url = "https://x.dk/a", Title = "First" });
        await _store.UpsertAsync(
            Containers.Posts,
            post with
            {
                Status = PostStatus.Ready,
            },
            TestContext.Current.CancellationToken
        );

        var again = await TakeInAsync(Json(new ContentDrop { Url = "https://x.dk/a?fbclid=1", Title = "Second" }));

        again.ShouldBe(new IntakeResult.Duplicate(post.Id));
        (await PostsAsync()).ShouldHaveSingleItem().Title.ShouldBe("First");
        _queue.Bodies(Queues.Tone).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"url":"ftp://x","titel":"x"}""")]
    [InlineData("")]
    public async Task A_defective_drop_is_kept_whole_with_its_reasons(string message)
    {
        var refused = (await TakeInAsync(message)).ShouldBeOfType<IntakeResult.Refused>();
        await TakeInAsync(message);

        var kept = (await AllAsync<FailedMessage>(Containers.Failures)).ShouldHaveSingleItem();
        kept.Body.ShouldBe(message);
        kept.Queue.ShouldBe(Queues.Content);
        kept.State.ShouldBe(FailedMessageState.Kept);
        kept.Reason.ShouldBe(string.Join(' ', refused.Reasons));
        kept.Ttl.ShouldBe(90 * 24 * 3_600);
        (await PostsAsync()).ShouldBeEmpty();
        _queue.Bodies(Queues.Tone).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dying_at_any_point_and_coming_again_leaves_one_post_that_is_judged(bool after)
    {
        var message = Json(new ContentDrop { Url = "https://x.dk/a", Title = "Nyt" });
        var points = 0;
        for (var at = 1; ; at++)
        {
            var (store, queue) = (new InMemoryDocumentStore(_time), new InMemoryWorkQueue(_time));
            var crashes = new Crashes(at, after);
            try
            {
                await Intakes.Of(crashes.Around(store), crashes.Around(queue), _time).TakeInAsync(message, Token);
            }
            catch (CrashException) { }
            if (!crashes.Happened)
            {
                break;
            }
            points++;

            await Intakes.Of(store, queue, _time).TakeInAsync(message, Token);

            var post = (await AllAsync<Post>(Containers.Posts, store)).ShouldHaveSingleItem();
            queue.Bodies(Queues.Tone).Distinct().ShouldBe([$$"""{"postId":"{{post.Id}}"}"""]);
        }
        points.ShouldBe(2, "creating and enqueueing");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dying_while_refusing_keeps_the_message_once(bool after)
    {
        for (var at = 1; ; at++)
        {
            var store = new InMemoryDocumentStore(_time);
            var crashes = new Crashes(at, after);
            try
            {
                await Intakes.Of(crashes.Around(store), _queue, _time).TakeInAsync("{}", Token);
            }
            catch (CrashException) { }
            if (!crashes.Happened)
            {
                break;
            }

            await Intakes.Of(store, _queue, _time).TakeInAsync("{}", Token);

            (await AllAsync<FailedMessage>(Containers.Failures, store)).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task The_same_page_dropped_many_times_at_once_is_one_post()
    {
        var drops = Enumerable
            .Range(0, 50)
            .Select(i => Json(new ContentDrop { Url = $"https://x.dk/a?utm_id={i}", Title = "Nyt" }));

        var results = await Task.WhenAll(drops.Select(drop => Task.Run(() => TakeInAsync(drop))));

        results.Count(result => result is IntakeResult.TakenIn).ShouldBe(1);
        (await PostsAsync()).Count.ShouldBe(1);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<Post> TakenInAsync(ContentDrop drop)
    {
        var taken = (await TakeInAsync(Json(drop))).ShouldBeOfType<IntakeResult.TakenIn>();
        var stored = await _store.ReadAsync<Post>(Containers.Posts, taken.PostId, taken.PostId, Token);
        return stored.ShouldNotBeNull().Value;
    }

    private Task<IntakeResult> TakeInAsync(string message) =>
        Intakes.Of(_store, _queue, _time).TakeInAsync(message, Token);

    private Task<List<Post>> PostsAsync() => AllAsync<Post>(Containers.Posts);

    private async Task<List<T>> AllAsync<T>(Container container, IDocumentStore? store = null)
        where T : Document
    {
        var all = new List<T>();
        await foreach (var stored in (store ?? _store).QueryAllAsync<T>(new Query(container), Token))
        {
            all.Add(stored.Value);
        }
        return all;
    }

    private static string Json(ContentDrop drop) => JsonSerializer.Serialize(drop, DocumentJson.Options);
}
