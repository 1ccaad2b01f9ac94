using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Tests.Platform;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Content;

public sealed class FeedSourcesTests
{
    private readonly InMemoryDocumentStore _store = new(new FakeTimeProvider());

    [Fact]
    public async Task A_feed_is_registered_under_its_address()
    {
        var source = await Sources.RegisterAsync("Nyt", "https://X.dk/feed", [" Job", "job"], "da", Token);

        source.Id.ShouldBe(Ids.Of("source", "https://x.dk/feed"));
        source.Topics.ShouldBe(["job"]);
        var stored = await StoredAsync(source.Id);
        (stored.Name, stored.Url, stored.Language).ShouldBe(("Nyt", "https://X.dk/feed", "da"));
        stored.Topics.ShouldBe(["job"]);
    }

    [Fact]
    public async Task Registered_again_it_keeps_what_its_visits_left_behind()
    {
        var first = await Sources.RegisterAsync("file:a", "A", "http://127.0.0.1:1111/a.xml", [], null, Token);
        await VisitedAsync(first);

        var again = await Sources.RegisterAsync("file:a", "B", "http://127.0.0.1:2222/a.xml", ["job"], "en", Token);

        again.Id.ShouldBe(first.Id);
        (again.Name, again.Url, again.Language).ShouldBe(("B", "http://127.0.0.1:2222/a.xml", "en"));
        again.Topics.ShouldBe(["job"]);
        again.ETag.ShouldBe("\"1\"");
        again.KnownEntries.ShouldBe(["aa"]);
        again.Health.LastError.ShouldBe("gone");
        (again.Gone, again.NotBefore).ShouldBe((false, null), "a new address deserves a visit");
    }

    [Fact]
    public async Task Registered_again_with_the_same_address_it_stays_gone_or_where_it_moved()
    {
        var first = await Sources.RegisterAsync("A", "https://x.dk/feed", [], null, Token);
        await VisitedAsync(first with { Url = "https://x.dk/moved" });

        var again = await Sources.RegisterAsync("A", "https://x.dk/feed", [], null, Token);

        again.Url.ShouldBe("https://x.dk/moved");
        again.Gone.ShouldBeTrue();
        again.NotBefore.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_address_that_cannot_be_fetched_is_refused_at_once() =>
        await Should.ThrowAsync<ArgumentException>(() => Sources.RegisterAsync("A", "/etc/passwd", [], null, Token));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FeedSources Sources => new(_store);

    private Task<string> VisitedAsync(FeedSource source) =>
        _store.UpsertAsync(
            Containers.Sources,
            source with
            {
                ETag = "\"1\"",
                KnownEntries = ["aa"],
                NotBefore = DateTimeOffset.UnixEpoch,
                Gone = true,
                Health = new FeedHealth { LastError = "gone" },
            },
            Token
        );

    private async Task<FeedSource> StoredAsync(string id) =>
        (await _store.ReadAsync<FeedSource>(Containers.Sources, id, id, Token)).ShouldNotBeNull().Value;
}
