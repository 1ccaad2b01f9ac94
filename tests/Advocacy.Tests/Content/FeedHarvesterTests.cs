using System.Globalization;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.Platform.Queue;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Tests.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Content;

public sealed class FeedHarvesterTests : HarvestFixture
{
    [Fact]
    public async Task New_entries_become_drops_that_the_reader_takes()
    {
        Server.OnText(
            "/feed",
            Rss(Item("1", "1 &lt; 2 &amp;amp; 3", "/a?utm_source=rss", "<![CDATA[<p>Vi <b>åbner</b> &lt;nu&gt;</p>]]>"))
        );
        var source = await RegisterAsync("/feed", ["Job"], "da");

        var one = (await HarvestAsync()).Sources.ShouldHaveSingleItem();

        (one.Outcome, one.EntriesNew, one.SourceId).ShouldBe((HarvestOutcome.Read, 1, source.Id));
        var drop = Drops().ShouldHaveSingleItem();
        drop.Url.ShouldBe("https://x.dk/a");
        drop.Summary.ShouldBe("Vi åbner &lt;nu>");
        drop.Topics.ShouldBe(["job"]);
        drop.Language.ShouldBe("da");
        drop.SourceId.ShouldBe(source.Id);
        drop.PublishedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_second_visit_asks_with_its_conditions_and_brings_nothing_twice()
    {
        var items = Item("1", "One", "/1");
        Server.On("/feed", context => ConditionalAsync(context, Rss(items)));
        using var counted = new MetricCollector<long>(MeterFactory, Metrics.MeterName, "advocacy.feeds.harvested");
        await RegisterAsync("/feed");
        await HarvestAsync();

        var early = await HarvestAsync();
        Time.Advance(TimeSpan.FromMinutes(60));
        var unchanged = await HarvestAsync();
        items = Item("2", "Two", "/2") + items;
        Time.Advance(TimeSpan.FromMinutes(60));
        var changed = await HarvestAsync();

        early.Sources[0].Outcome.ShouldBe(HarvestOutcome.NotDue);
        unchanged.Sources[0].Outcome.ShouldBe(HarvestOutcome.Unchanged);
        Server.Requests.Count.ShouldBe(3);
        (changed.Sources[0].EntriesNew, changed.Sources[0].EntriesKnown).ShouldBe((1, 1));
        Drops().Select(drop => drop.Title).ShouldBe(["One", "Two"]);
        counted
            .GetMeasurementSnapshot()
            .Select(one => one.Tags["outcome"])
            .ShouldBe(["read", "not_due", "unchanged", "read"]);
    }

    [Fact]
    public async Task Entries_that_cannot_be_used_are_refused_and_counted_and_the_rest_goes_on()
    {
        Server.OnText(
            "/feed",
            Rss(
                Item("1", "Good", "/1")
                    + "\n<item><title>No link</title></item>"
                    + "\n<item><title>Mail</title><link>mailto:a@x.dk</link></item>"
                    + "\n<item><link>https://x.dk/untitled</link><description>It has words. And more.</description></item>"
                    + "\n<item><link>https://x.dk/empty</link></item>"
                    + Item("1", "Same id", "/2")
                    + Item("3", "Same link", "/1#x")
                    + $"\n<item><title>{new string('T', 100_000)}</title><link>https://x.dk/long</link><guid>4</guid></item>"
            )
        );
        await RegisterAsync("/feed");

        var one = (await HarvestAsync()).Sources.ShouldHaveSingleItem();

        (one.Outcome, one.EntriesNew, one.EntriesDuplicate).ShouldBe((HarvestOutcome.Read, 3, 2));
        one.EntriesRefused.Count.ShouldBe(3);
        one.EntriesRefused[0].ShouldContain("\"No link\" has no link.");
        one.EntriesRefused[0].ShouldStartWith("Line ");
        one.EntriesRefused[1].ShouldContain("\"Mail\" has ");
        one.EntriesRefused[2].ShouldContain("has neither a title nor a text.");
        var drops = Drops();
        drops.Select(drop => drop.Url).ShouldBe(["https://x.dk/1", "https://x.dk/untitled", "https://x.dk/long"]);
        drops[1].Title.ShouldBe("It has words.");
        drops[1].PublishedAt.ShouldBe(Start, "an entry without a date is taken in with now");
        drops[2].Title!.Length.ShouldBe(300);
        (await SourceAsync("/feed")).Health.Warnings.ShouldContain(one.EntriesRefused[0]);
    }

    [Fact]
    public async Task A_message_too_long_for_the_queue_loses_the_end_of_its_summary()
    {
        // Each text element is a letter under nine marks: 2,000 of them are more than a drop's 20,000 characters.
        var zalgo = string.Concat(Enumerable.Repeat("a\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b", 3_000));
        var wide = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦 ", 3_000));
        Server.OnText("/feed", Rss(Item("1", "Marks", "/1", zalgo) + Item("2", "Families", "/2", wide)));
        await RegisterAsync("/feed");

        await HarvestAsync();

        Drops().Count.ShouldBe(2);
        Drops().ShouldAllBe(drop => drop.Summary!.Length > 1_000);
    }

    [Theory]
    [InlineData(404, "HTTP 404")]
    [InlineData(429, "HTTP 429")]
    [InlineData(500, "HTTP 500")]
    public async Task A_failure_is_kept_as_health_and_waits_longer_each_time(int status, string reason)
    {
        Server.OnStatus("/feed", status);
        await RegisterAsync("/feed");

        var waits = new List<TimeSpan>();
        for (var visit = 0; visit < 3; visit++)
        {
            var one = (await HarvestAsync()).Sources.ShouldHaveSingleItem();
            (one.Outcome, one.Reason![..8]).ShouldBe((HarvestOutcome.Failed, reason));
            var source = await SourceAsync("/feed");
            source.Health.FailuresInARow.ShouldBe(visit + 1);
            source.Health.LastError.ShouldBe(one.Reason);
            source.Health.LastSuccess.ShouldBeNull();
            waits.Add(source.NotBefore!.Value - Time.GetUtcNow());
            Time.Advance(waits[^1]);
        }
        waits.ShouldBe(waits.Order());
        waits[2].ShouldBeGreaterThan(waits[0] * 3);

        Server.OnText("/feed", Rss(Item("1", "One", "/1")));
        await HarvestAsync();
        var healthy = (await SourceAsync("/feed")).Health;
        (healthy.FailuresInARow, healthy.LastError).ShouldBe((0, null));
    }

    [Fact]
    public async Task Retry_after_is_obeyed()
    {
        Server.OnStatus("/feed", 429, ("Retry-After", "18000"));
        await RegisterAsync("/feed");

        await HarvestAsync();

        (await SourceAsync("/feed")).NotBefore.ShouldBe(Start.AddHours(5));
    }

    [Fact]
    public async Task A_permanent_redirect_changes_the_address_and_a_temporary_one_does_not()
    {
        Server.OnText("/new", Rss(Item("1", "One", "/1")));
        Server.OnStatus("/old", 301, ("Location", "/new"));
        Server.OnStatus("/away", 302, ("Location", "/new"));
        await RegisterAsync("/old");
        await RegisterAsync("/away");

        await HarvestAsync();

        var moved = await SourceAsync("/old");
        (moved.Url, moved.Health.MovedFrom).ShouldBe((Server.Address("/new"), Server.Address("/old")));
        (await SourceAsync("/away")).Url.ShouldBe(Server.Address("/away"));
    }

    [Fact]
    public async Task A_sources_own_texts_go_with_each_of_its_posts()
    {
        Server.OnText(
            "/feed",
            Rss(Item("1", "Vi åbner {source}", "/1", "Det nye kontor er her. Mere.") + Item("2", "To", "/2"))
        );
        var source = await RegisterAsync("/feed", language: "da");
        await Store.UpsertAsync(
            Containers.Sources,
            source with
            {
                Name = "Nyt",
                ShareTexts =
                [
                    new("Fra {source}: {Title}"),
                    new("»{summary}«", "da", "linkedin"),
                    new("{title} in English", "en"),
                ],
            },
            Token
        );

        await HarvestAsync();

        var drops = Drops();
        drops[0]
            .ShareTexts.ShouldBe([
                new("Fra Nyt: Vi åbner {source}", "da"),
                new("»Det nye kontor er her.«", "da", "linkedin"),
            ]);
        drops[1].ShareTexts.ShouldBe([new("Fra Nyt: To", "da")], "without a summary nothing is said of it");
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_not_visited_again()
    {
        Server.OnStatus("/feed", 410);
        await RegisterAsync("/feed");

        (await HarvestAsync()).Sources[0].Outcome.ShouldBe(HarvestOutcome.Gone);
        Time.Advance(TimeSpan.FromDays(30));
        (await HarvestAsync()).Sources[0].Outcome.ShouldBe(HarvestOutcome.Gone);

        Server.Requests.Count.ShouldBe(1);
        (await SourceAsync("/feed")).Gone.ShouldBeTrue();
    }

    [Fact]
    public async Task One_bad_feed_never_stops_the_rest()
    {
        Server.OnText("/good1", Rss(Item("1", "One", "/1")));
        Server.OnText("/good2", Rss(Item("2", "Two", "/2")));
        Server.OnText("/not-xml", "Just a page, sorry.", "text/html");
        Server.OnText("/html", "<!doctype html><html><body><p>Hello<br></body></html>", "text/html");
        Server.OnText("/json", "{\"hello\":1}", "application/json");
        Server.OnText("/empty", "");
        Server.OnStatus("/circle", 302, ("Location", "/circle"));
        Server.OnStatus("/inside", 302, ("Location", "http://10.0.0.1/"));
        Server.On("/cut", CutAsync);
        Server.On("/endless", EndlessAsync);
        string[] bad = ["/missing", "/not-xml", "/html", "/json", "/empty", "/circle", "/inside", "/cut", "/endless"];
        foreach (var path in (string[])[.. bad, "/good1", "/good2"])
        {
            await RegisterAsync(path);
        }
        var progress = new Told();

        var report = await Harvester(Store, Queue).RunAsync(progress, Token);

        report.Of(HarvestOutcome.Read).ShouldBe(2);
        report.Sources.Where(one => one.Outcome == HarvestOutcome.Failed).Select(one => one.Name).ShouldBe(bad.Order());
        report.Sources.Where(one => one.Outcome == HarvestOutcome.Failed).ShouldAllBe(one => one.Reason!.Length > 10);
        Drops().Select(drop => drop.Title).Order().ShouldBe(["One", "Two"]);
        progress.Sources.Count.ShouldBe(11);
    }

    [Fact]
    public async Task What_was_not_a_feed_is_fetched_whole_again()
    {
        Server.On("/feed", context => ConditionalAsync(context, "Under maintenance"));
        await RegisterAsync("/feed");
        await HarvestAsync();
        Time.Advance(TimeSpan.FromDays(1));
        Server.On("/feed", context => ConditionalAsync(context, Rss(Item("1", "One", "/1"))));

        (await HarvestAsync()).EntriesNew.ShouldBe(1);

        Server.Requests[1].Headers.IfNoneMatch.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_somebody_edits_meanwhile_keeps_the_edit()
    {
        var source = await RegisterAsync("/feed");
        Server.On(
            "/feed",
            async context =>
            {
                await Store.ChangeAsync<FeedSource>(
                    Containers.Sources,
                    source.Id,
                    source.Id,
                    stored => stored with { Name = "Renamed", Url = "https://x.dk/other" }
                );
                await ConditionalAsync(context, Rss(Item("1", "One", "/1")));
            }
        );

        await HarvestAsync();

        var edited = await SourceAsync("/feed");
        (edited.Name, edited.Url, edited.ETag, edited.NotBefore).ShouldBe(
            ("Renamed", "https://x.dk/other", null, null)
        );
        edited.KnownEntries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_first_thousand_entries_are_read_and_all_of_them_remembered()
    {
        var items = string.Concat(Enumerable.Range(0, 1_200).Select(i => Item($"{i}", "T", $"/{i}")));
        Server.OnText("/feed", Rss(items));
        await RegisterAsync("/feed");

        var first = (await HarvestAsync()).Sources[0];
        Time.Advance(TimeSpan.FromHours(1));
        var second = (await HarvestAsync()).Sources[0];

        (first.EntriesNew, second.EntriesNew, second.EntriesKnown).ShouldBe((1_000, 0, 1_000));
        first.Warnings[0].ShouldBe("200 entries after the first 1000 were left out.");
        (await SourceAsync("/feed")).KnownEntries.Count.ShouldBe(1_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dying_at_any_point_repeats_entries_and_loses_none(bool after)
    {
        Server.On("/feed", context => ConditionalAsync(context, Rss(Item("1", "One", "/1") + Item("2", "Two", "/2"))));
        for (var at = 1; ; at++)
        {
            var (store, queue) = (new InMemoryDocumentStore(Time), new InMemoryWorkQueue(Time));
            await new FeedSources(store).RegisterAsync("A", Server.Address("/feed"), [], null, Token);
            var crashes = new Crashes(at, after);
            try
            {
                await Harvester(crashes.Around(store), crashes.Around(queue)).RunAsync(Token);
            }
            catch (CrashException) { }
            if (!crashes.Happened)
            {
                break;
            }

            Time.Advance(TimeSpan.FromDays(1));
            await Harvester(store, queue).RunAsync(Token);

            queue.Bodies(Queues.Content).Select(Title).Distinct().ShouldBe(["One", "Two"]);
            (await store.QueryAsync<FeedSource>(new Query(Containers.Sources), Token))
                .Items.ShouldHaveSingleItem()
                .Value.KnownEntries.Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_in_the_report()
    {
        Server.OnText("/feed", Rss(Item("1", "One", "/1")));
        await RegisterAsync("/feed");
        // Listing is call 1, enqueueing call 2: the queue is away.
        var crashes = new Crashes(2, after: false);

        var report = await Harvester(crashes.Around(Store), crashes.Around(Queue)).RunAsync(Token);

        report.Sources[0].Outcome.ShouldBe(HarvestOutcome.Failed);
        report.Sources[0].Reason.ShouldBe("An unexpected error, CrashException: A crash, on purpose.");
        var source = await SourceAsync("/feed");
        (source.ETag, source.Health.FailuresInARow).ShouldBe((null, 1));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FeedHarvester Harvester(IDocumentStore store, IWorkQueue queue) =>
        new(
            store,
            queue,
            new WebFetcher(new FetchOptions { AllowLoopback = true }, Time),
            new HarvestOptions(),
            new Metrics(MeterFactory),
            Time,
            NullLogger<FeedHarvester>.Instance
        );

    private Task<HarvestReport> HarvestAsync() => Harvester(Store, Queue).RunAsync(Token);

    private Task<FeedSource> RegisterAsync(string path, string[]? topics = null, string? language = null) =>
        new FeedSources(Store).RegisterAsync(path, path, Server.Address(path), topics ?? [], language, Token);

    private async Task<FeedSource> SourceAsync(string path)
    {
        var id = Advocacy.Platform.Ids.Of("source", path);
        return (await Store.ReadAsync<FeedSource>(Containers.Sources, id, id, Token)).ShouldNotBeNull().Value;
    }

    /// <summary>All drops on the queue, each of which the reader must take.</summary>
    private List<ContentDrop> Drops() =>
        [
            .. Queue
                .Bodies(Queues.Content)
                .Select(body =>
                {
                    var (drop, defects) = ContentDropReader.Read(body);
                    defects.ShouldBeEmpty();
                    return drop.ShouldNotBeNull();
                }),
        ];

    private static string Title(string message) =>
        JsonDocument.Parse(message).RootElement.GetProperty("title").GetString()!;

    private static Task ConditionalAsync(HttpContext context, string body)
    {
        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{body.Length}\"");
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        return context.Response.WriteAsync(body);
    }

    private static async Task CutAsync(HttpContext context)
    {
        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync("<rss version=\"2.0\"><channel>");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        await context.Response.WriteAsync("<rss version=\"2.0\"><channel><title>");
        for (var i = 0; i < 100; i++)
        {
            await context.Response.Body.WriteAsync(new byte[1_048_576], context.RequestAborted);
        }
    }

    private static string Rss(string items) =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>Nyt</title><link>http://x.dk/</link><description>x</description>
            {items}
            </channel></rss>
            """;

    private static string Item(string id, string title, string link, string summary = "") =>
        $"\n<item><guid isPermaLink=\"false\">{id}</guid><title>{title}</title><link>https://x.dk{link}</link>"
        + $"<description>{summary}</description><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item>";

    private sealed class Told : IProgress<HarvestedSource>
    {
        public System.Collections.Concurrent.ConcurrentBag<HarvestedSource> Sources { get; } = [];

        public void Report(HarvestedSource value) => Sources.Add(value);
    }
}
