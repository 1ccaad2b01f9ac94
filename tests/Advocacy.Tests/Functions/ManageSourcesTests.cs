using System.Net;
using System.Text.RegularExpressions;
using Advocacy.Content;
using Advocacy.Content.Sources;
using Advocacy.Platform.Store;
using Advocacy.Tests.Content;

namespace Advocacy.Tests.Functions;

public sealed partial class ManageSourcesTests : IAsyncLifetime
{
    private const string Rss = """
        <rss version="2.0"><channel><title>Acme nyt</title><language>da</language>
        <item><title>Vi åbner Aarhus</title><link>https://acme.example/aarhus?utm_source=rss</link><description>&lt;b&gt;Nu&lt;/b&gt;</description></item>
        <item><title>No link</title></item>
        </channel></rss>
        """;

    private FeedServer _site = null!;
    private HttpFixture _http = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await FeedServer.StartAsync();
        _http = await HttpFixture.StartAsync(
            new World(("Advocacy:Access:ThisMachine", "true"), ("Advocacy:Fetch:AllowLoopback", "true"))
        );
        _site.OnText(
            "/",
            "<link rel=alternate type=application/rss+xml title=Nyt href=/feed><link rel=alternate type=application/atom+xml href=/atom>",
            "text/html"
        );
        _site.OnText("/feed", Rss);
    }

    public async ValueTask DisposeAsync()
    {
        await _http.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_is_found_looked_into_and_saved()
    {
        var found = await PostAsync("/sources", $"action=find&address={Escaped("/")}");
        found.Status.ShouldBe(HttpStatusCode.SeeOther);
        var choices = await _http.Server.GetAsync(found.Location!);
        choices.Body.ShouldContain($"/sources/new?feed={Escaped("/feed")}");

        var preview = await _http.Server.GetAsync($"/sources/new?feed={Escaped("/feed")}");
        preview.Body.ShouldContain("Vi åbner Aarhus");
        preview.Body.ShouldContain("https://acme.example/aarhus<", Case.Sensitive, "the canonical address");
        preview.Body.ShouldContain("\"No link\" has no link.");
        preview.Body.ShouldContain("value=\"Acme nyt\"");

        var saved = await PostAsync(
            "/sources",
            $"action=add&feed={Escaped("/feed")}&name=Nyt&topics=Job, Vind&language=da&trust=review&texts=Fra os: {{title}}"
        );
        saved.Status.ShouldBe(HttpStatusCode.SeeOther);
        var source = (await SourcesAsync()).ShouldHaveSingleItem();
        saved.Location.ShouldBe($"/sources/{source.Id}?done=Added");
        (source.Name, source.Url, source.Language, source.ReviewFirst).ShouldBe(
            ("Nyt", _site.Address("/feed"), "da", true)
        );
        source.Topics.ShouldBe(["job", "vind"]);
        source.ShareTexts.ShouldBe([new("Fra os: {title}")]);
        (await _http.Server.GetAsync(saved.Location!)).Body.ShouldContain("The feed is saved.");
        (await _http.Server.GetAsync("/sources")).Body.ShouldContain("Review first");
        (await _http.Server.GetAsync($"/sources/new?feed={Escaped("/feed")}")).Body.ShouldContain(
            "Fra os: Vi åbner Aarhus",
            Case.Sensitive,
            "the texts that it has, filled in"
        );
        (await PostAsync("/sources", $"action=add&feed={Escaped("/feed")}&name=Again")).Location.ShouldBe(
            $"/sources/{source.Id}?done=Known"
        );
    }

    [Fact]
    public async Task Looking_for_a_feed_and_into_it_changes_nothing()
    {
        var before = _http.World.Store.Snapshot();

        foreach (var query in new[] { $"address={Escaped("/")}", $"feed={Escaped("/feed")}", "address=nonsense", "" })
        {
            (await _http.Server.GetAsync($"/sources/new?{query}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        _http.World.Store.Snapshot().ShouldBe(before);
        _http.Messages().ShouldBeEmpty();
    }

    [Fact]
    public async Task Posts_of_a_source_that_is_reviewed_first_wait_for_a_person()
    {
        await PostAsync("/sources", $"action=add&feed={Escaped("/feed")}&name=Nyt&trust=review");
        await _http.World.Get<FeedHarvester>().RunAsync(TestContext.Current.CancellationToken);
        await _http.DrainAsync();

        var post = (await _http.World.AllAsync<Post>(Containers.Posts)).ShouldHaveSingleItem();
        post.Status.ShouldBe(PostStatus.Held);
        post.Verdict!.Reasons.Select(reason => reason.Message).ShouldContain("This source is reviewed first.");
    }

    [Fact]
    public async Task A_source_is_changed_paused_visited_soon_and_removed()
    {
        var (source, _) = await _http
            .World.Get<SourceList>()
            .AddAsync(
                _site.Address("/feed"),
                new SourceSettings { Name = "Nyt" },
                TestContext.Current.CancellationToken
            );
        var page = $"/sources/{source.Id}";

        (await PostAsync(page, "action=save&name=Nyere&topics=job&trust=publish&texts=")).Location.ShouldBe(
            $"{page}?done=Saved"
        );
        (await PostAsync(page, "action=pause")).Location.ShouldBe($"{page}?done=Paused");
        (await SourcesAsync())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(one => one.Name.ShouldBe("Nyere"), one => one.Paused.ShouldBeTrue());
        (await _http.Server.GetAsync("/sources?show=ailing")).Body.ShouldContain("Nyere");
        await PostAsync(page, "action=resume");
        await PostAsync(page, "action=visit");
        (await SourcesAsync())[0].Paused.ShouldBeFalse();
        (await PostAsync(page, "action=remove")).Location.ShouldBe("/sources?done=Removed");
        (await SourcesAsync()).ShouldBeEmpty();
        (await PostAsync(page, "action=pause")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _http.Server.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("name=", "Give it a name")]
    [InlineData("name=A&topics=a,b,c,d,e,f,g,h,i,j,k", "At most 10 topics")]
    [InlineData("name=A&language=klingon", "Choose a language")]
    [InlineData("name=A&texts={titel}", "At most 10 lines")]
    [InlineData("name=A&texts=[myspace] x", "At most 10 lines")]
    public async Task What_is_wrong_is_told_and_nothing_is_saved(string entry, string fault)
    {
        var answer = await PostAsync("/sources", $"action=add&feed={Escaped("/feed")}&{entry}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain(fault);
        answer.Body.ShouldContain("Vi åbner Aarhus", Case.Sensitive, "the preview is there again");
        (await SourcesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_imported_from_a_file_or_pasted_and_again_changes_nothing()
    {
        const string Opml =
            "<opml><body><outline text='Job'><outline text='A' xmlUrl='https://a.example/feed'/><outline type='rss' text='B'/></outline></body></opml>";
        using var file = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync()), "form" },
            { new StringContent("import"), "action" },
            { new StringContent("review"), "trust" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Opml)), "file", "feeds.opml" },
        };
        using var client = new HttpClient { BaseAddress = new Uri(_http.Server.Address) };

        using var answer = await client.PostAsync("/sources", file, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        body.ShouldContain("1 feed added, 0 were here already.");
        body.ShouldContain("Line 1: &quot;B&quot; has no xmlUrl");
        var source = (await SourcesAsync()).ShouldHaveSingleItem();
        (source.Name, source.ReviewFirst).ShouldBe(("A", true));
        source.Topics.ShouldBe(["job"]);
        var again = await PostAsync("/sources", $"action=import&opml={Uri.EscapeDataString(Opml)}");
        again.Body.ShouldContain("0 feeds added, 1 were here already.");
        (await PostAsync("/sources", "action=import")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_the_forms_token_nothing_happens()
    {
        (await _http.Server.PostAsync("/sources", $"action=add&feed={Escaped("/feed")}&name=A")).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await SourcesAsync()).ShouldBeEmpty();
    }

    private async Task<Answer> PostAsync(string path, string form) =>
        await _http.Server.PostAsync(path, $"form={Uri.EscapeDataString(await TokenAsync())}&{form}");

    private async Task<string> TokenAsync() =>
        Token().Match((await _http.Server.GetAsync("/sources")).Body).Groups["token"].Value;

    private string Escaped(string path) => Uri.EscapeDataString(_site.Address(path));

    private Task<IReadOnlyList<FeedSource>> SourcesAsync() => _http.World.AllAsync<FeedSource>(Containers.Sources);

    [GeneratedRegex("name=\"form\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
