using Advocacy.Content;
using Advocacy.Local;
using Advocacy.Local.Commands;
using Advocacy.Platform.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using FeedServer = Advocacy.Tests.Content.FeedServer;

namespace Advocacy.Tests.Local.Commands;

public sealed class SourceCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FeedServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FeedServer.StartAsync();
        _server.OnText("/", "<link rel=alternate type=application/rss+xml href=/feed>", "text/html");
        _server.OnText(
            "/two",
            "<link rel=alternate type=application/rss+xml href=/feed><link rel=alternate type=application/rss+xml href=/b>",
            "text/html"
        );
        _server.OnText("/feed", "<rss version=\"2.0\"><channel><title>Nyt</title></channel></rss>");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_page_is_added_by_its_only_feed_and_removed_again()
    {
        (
            await RunAsync(
                "add",
                _server.Address("/"),
                "--topics",
                "Job, vind",
                "--review",
                "--text",
                "[da] Fra os: {title}"
            )
        ).ShouldBe(CommandLine.AllWell);

        var source = (await SourcesAsync()).ShouldHaveSingleItem();
        (source.Name, source.Url, source.ReviewFirst).ShouldBe(("Nyt", _server.Address("/feed"), true));
        source.Topics.ShouldBe(["job", "vind"]);
        source.ShareTexts.ShouldBe([new("Fra os: {title}", "da")]);
        (await RunAsync("pause", source.Id)).ShouldBe(CommandLine.AllWell);
        (await SourcesAsync())[0].Paused.ShouldBeTrue();
        (await RunAsync("list")).ShouldBe(CommandLine.AllWell);
        (await RunAsync("remove", source.Id)).ShouldBe(CommandLine.AllWell);
        (await SourcesAsync()).ShouldBeEmpty();
        (await RunAsync("remove", source.Id)).ShouldBe(CommandLine.SomethingFailed);
    }

    [Fact]
    public async Task Of_several_feeds_none_is_added_and_looking_stores_nothing()
    {
        (await RunAsync("add", _server.Address("/two"))).ShouldBe(CommandLine.SomethingFailed);
        (await RunAsync("find", _server.Address("/two"))).ShouldBe(CommandLine.AllWell);
        (await RunAsync("preview", _server.Address("/feed"))).ShouldBe(CommandLine.AllWell);
        (await RunAsync("preview", _server.Address("/missing"))).ShouldBe(CommandLine.SomethingFailed);
        (await RunAsync("add", _server.Address("/"), "--language", "danish")).ShouldBe(CommandLine.WrongArguments);

        (await SourcesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_imported_as_far_as_it_is_good()
    {
        var file = _folder.Write(
            "feeds.opml",
            "<opml><body><outline text='Job'><outline text='A' xmlUrl='https://a.example/feed'/><outline type='rss' text='B'/></outline></body></opml>"
        );

        (await RunAsync("import", file)).ShouldBe(CommandLine.SomethingFailed, "one line could not be used");

        (await SourcesAsync()).ShouldHaveSingleItem().Topics.ShouldBe(["job"]);
    }

    private string Data => Path.Combine(_folder.Path, "data");

    private Task<int> RunAsync(params string[] args) =>
        CommandLine.RunAsync(["source", .. args, "--data", Data], new StringWriter());

    private async Task<IReadOnlyList<FeedSource>> SourcesAsync()
    {
        await using var host = LocalHost.Build(Data, null, null, LogLevel.None);
        var page = await host
            .Services.GetRequiredService<IDocumentStore>()
            .QueryAsync<FeedSource>(new Query(Containers.Sources), TestContext.Current.CancellationToken);
        return [.. page.Items.Select(item => item.Value)];
    }
}
