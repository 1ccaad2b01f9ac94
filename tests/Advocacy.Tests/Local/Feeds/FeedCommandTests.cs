using System.Text.Json;
using Advocacy.Local.Commands;
using Advocacy.Local.Feeds;
using Spectre.Console;

namespace Advocacy.Tests.Local.Feeds;

public sealed class FeedCommandTests
{
    private const string Rss = """
        <rss version="2.0"><channel><title>News</title><language>da_DK</language>
        <item><guid>g1</guid><title>A &amp; B</title><link>https://n.example/1</link><author>ann@n.example (Ann)</author>
        <pubDate>Tue, 24 Nov 2026 09:00:00 +0100</pubDate>
        <description>&lt;p onclick="x()"&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
        <enclosure url="https://n.example/1.jpg" type="image/jpeg"/></item>
        </channel></rss>
        """;

    [Fact]
    public async Task A_feed_is_one_line_of_json_with_every_name_in_its_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("news.xml", Rss);

        var lines = await JsonAsync(folder, file);

        lines
            .ShouldHaveSingleItem()
            .ShouldBe(
                $$"""{"source":"{{file}}","format":"RSS 2.0","title":"News","language":"da-DK","entries":[{"id":"g1","title":"A & B","""
                    + "\"link\":\"https://n.example/1\",\"published\":\"2026-11-24T08:00:00Z\",\"author\":\"Ann\",\"summary\":\"One two\","
                    + "\"image\":\"https://n.example/1.jpg\"}],\"warnings\":[]}"
            );
    }

    [Fact]
    public async Task What_a_feed_does_not_say_is_null()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("bare.xml", "<rss><channel><item/></channel></rss>");

        var feed = JsonDocument.Parse((await JsonAsync(folder, file)).Single()).RootElement;

        feed.GetProperty("format").GetString().ShouldBe("RSS");
        feed.GetProperty("title").ValueKind.ShouldBe(JsonValueKind.Null);
        feed.GetProperty("entries")[0]
            .EnumerateObject()
            .ShouldAllBe(field => field.Value.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task A_folder_is_walked_in_sorted_order_and_what_is_no_feed_is_a_warning()
    {
        using var folder = new TemporaryFolder();
        folder.Write("feeds/b.txt", "no feed");
        folder.Write("feeds/a/z.xml", Rss);
        folder.Write("feeds/a/.hidden", "<html></html>");
        folder.Write("feeds/c.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}");

        var feeds = (await JsonAsync(folder, Path.Combine(folder.Path, "feeds")))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();

        feeds
            .Select(feed => Path.GetFileName(feed.GetProperty("source").GetString()))
            .ShouldBe([".hidden", "z.xml", "b.txt", "c.json"]);
        feeds
            .Select(feed => feed.GetProperty("format").GetString())
            .ShouldBe(["unknown", "RSS 2.0", "unknown", "JSON Feed 1.1"]);
        feeds[2].GetProperty("entries").GetArrayLength().ShouldBe(0);
        feeds[2]
            .GetProperty("warnings")[0]
            .GetProperty("message")
            .GetString()
            .ShouldBe("this is no feed but plain text");
    }

    [Fact]
    public async Task Hundreds_of_feeds_come_in_their_order()
    {
        using var folder = new TemporaryFolder();
        var files = Enumerable
            .Range(0, 300)
            .Select(i => folder.Write($"f/{i:000}.xml", Rss.Replace("News", $"News {i}", StringComparison.Ordinal)))
            .ToList();

        var lines = await JsonAsync(folder, Path.Combine(folder.Path, "f"));

        lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()).ShouldBe(files);
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_a_wrong_argument_and_nothing_is_read()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("news.xml", Rss);
        using var errors = new StringWriter();

        var exit = await CommandLine.RunAsync(["feed", file, Path.Combine(folder.Path, "nowhere"), "--json"], errors);

        exit.ShouldBe(CommandLine.WrongArguments);
        errors.ToString().ShouldContain("nowhere: there is no such file or folder");
    }

    [Fact]
    public async Task An_address_is_fetched_and_a_refused_one_is_a_warning()
    {
        using var folder = new TemporaryFolder();
        await using var server = await Content.FeedServer.StartAsync();
        server.OnText("/feed", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/one'/></entry></feed>");
        server.OnStatus("/gone", 410);

        var feeds = (
            await JsonAsync(folder, server.Address("/feed"), server.Address("/gone"), "http://169.254.169.254/feed")
        )
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();

        feeds[0].GetProperty("entries")[0].GetProperty("link").GetString().ShouldBe(server.Address("/one"));
        feeds[1].GetProperty("warnings")[0].GetProperty("message").GetString().ShouldBe("HTTP 410: it is gone.");
        feeds[2].GetProperty("warnings")[0].GetProperty("message").GetString()!.ShouldContain("not fetched");
    }

    [Fact]
    public async Task Line_separators_in_a_text_do_not_break_the_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("odd.xml", "<rss><channel><title>a\u2028b\u0085c\u2029d</title></channel></rss>");

        var line = (await JsonAsync(folder, file)).ShouldHaveSingleItem();

        line.ShouldNotContain('\u2028');
        line.ShouldNotContain('\u0085');
        JsonDocument.Parse(line).RootElement.GetProperty("title").GetString()!.ShouldContain("\u2028");
    }

    [Fact]
    public void A_person_gets_a_table_with_the_warnings_under_it()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No }
        );

        new FeedTable(console).Write(
            "feeds/[news].xml",
            Advocacy.Content.Feeds.FeedReader.Read(
                new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Rss[..^10])),
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

        var shown = text.ToString();
        shown.ShouldContain("feeds/[news].xml");
        shown.ShouldContain("RSS 2.0, \"News\", da-DK, 1 entry");
        shown.ShouldContain("2026-11-24T08:00:00Z");
        shown.ShouldContain("Warning: line 6: the file ends");
    }

    private static async Task<List<string>> JsonAsync(TemporaryFolder folder, params string[] sources)
    {
        using var output = new MemoryStream();
        var exit = await FeedCommand.RunAsync(
            sources,
            asJson: true,
            Path.Combine(folder.Path, "data"),
            () => output,
            TestContext.Current.CancellationToken
        );

        exit.ShouldBe(CommandLine.AllWell);
        return [.. System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n')[..^1]];
    }
}
