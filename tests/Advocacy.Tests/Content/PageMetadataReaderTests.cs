using System.Text;
using Advocacy.Content;
using Advocacy.Content.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Content;

public sealed class PageMetadataReaderTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private FeedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await FeedServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Open_graph_tells_how_a_page_is_shared()
    {
        var page = await DescribedAsync(
            """
            <!doctype html><html lang="da-DK"><head><title>Rød grød | Acme</title>
            <meta property="og:title" content="Vi åbner Aarhus &amp; Odense">
            <meta property="og:description" content="&lt;p&gt;To nye &lt;b&gt;kontorer&lt;/b&gt;&lt;/p&gt;">
            <meta property="og:image" content="/billeder/a.jpg?w=1200">
            <meta property="og:site_name" content="Acme">
            <meta property="article:published_time" content="2026-11-20T10:00:00+01:00">
            <meta name="author" content="Mia Holm">
            </head><body><h1>Noget andet</h1></body></html>
            """
        );

        page.Title.ShouldBe("Vi åbner Aarhus & Odense");
        page.Description.ShouldBe("To nye kontorer");
        page.ImageUrl.ShouldBe(_server.Address("/billeder/a.jpg?w=1200"));
        (page.Language, page.Author, page.SiteName).ShouldBe(("da", "Mia Holm", "Acme"));
        page.PublishedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Json_ld_fills_in_what_open_graph_leaves_out()
    {
        var page = await DescribedAsync(
            """
            <html><head><title>x</title>
            <script type="application/ld+json">{ this is broken }</script>
            <script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[
              {"@type":"Organization","name":"Acme A/S"},
              {"@type":["NewsArticle"],"headline":"We open in Aarhus","description":"Two new offices.",
               "image":[{"@type":"ImageObject","url":"https://x.dk/a.jpg"}],"datePublished":"2026-11-20",
               "inLanguage":"en-GB","author":[{"@type":"Person","name":"Mia Holm"}],"publisher":{"name":"Acme"},}
            ]}
            </script></head></html>
            """
        );

        (page.Title, page.Description, page.ImageUrl).ShouldBe(
            ("We open in Aarhus", "Two new offices.", "https://x.dk/a.jpg")
        );
        (page.Language, page.Author, page.SiteName).ShouldBe(("en", "Mia Holm", "Acme"));
        page.PublishedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("<title>Ny fabrik | Acme</title><meta property=og:site_name content=Acme>", "Ny fabrik")]
    [InlineData("<title>Ny fabrik – Acme</title><meta name=application-name content=Acme>", "Ny fabrik")]
    [InlineData("<title>Acme bygger</title><meta property=og:site_name content=Acme>", "Acme bygger")]
    [InlineData("<title> </title><meta name=twitter:title content='Ny fabrik'>", "Ny fabrik")]
    [InlineData("<title>1 &lt; 2</title>", "1 < 2")]
    [InlineData("<body><h1>Ny <em>fabrik</em></h1>", "Ny fabrik")]
    public async Task Plain_html_has_a_title_too(string html, string title) =>
        (await DescribedAsync(html)).Title.ShouldBe(title);

    [Fact]
    public async Task A_description_or_an_image_that_is_no_address_is_left_out()
    {
        var page = await DescribedAsync(
            "<title>T</title><meta property=og:image content='javascript:alert(1)'><meta name=description content=''>"
        );

        (page.ImageUrl, page.Description, page.Language, page.PublishedAt).ShouldBe((null, "", null, null));
    }

    [Theory]
    // Its own address, relative or not, with or without www.
    [InlineData("/story", "/story")]
    [InlineData("{base}/story?utm_source=x", "/story")]
    // A stranger's address, or the front page that a careless template names everywhere.
    [InlineData("https://x.dk/story", "/a?id=7")]
    [InlineData("/", "/a?id=7")]
    [InlineData("ftp://x.dk/", "/a?id=7")]
    [InlineData("http://user@127.0.0.1/a", "/a?id=7")]
    public async Task A_page_names_its_one_address_on_its_own_site(string named, string canonical)
    {
        _server.OnText(
            "/a",
            $"<title>T</title><link rel=canonical href='{named.Replace("{base}", _server.Address(""), StringComparison.Ordinal)}'>",
            "text/html"
        );

        var answer = await DescribeAsync("/a?id=7&fbclid=1");

        answer.ShouldBeOfType<PageAnswer.Described>().Page.Url.ShouldBe(_server.Address(canonical));
    }

    [Fact]
    public async Task The_address_is_where_the_redirects_ended()
    {
        _server.OnStatus("/short", 302, ("Location", "/long?utm_source=x"));
        _server.OnText("/long", "<title>T</title>", "text/html");

        (await DescribeAsync("/short"))
            .ShouldBeOfType<PageAnswer.Described>()
            .Page.Url.ShouldBe(_server.Address("/long"));
    }

    [Theory]
    [InlineData("text/html; charset=iso-8859-1", "")]
    [InlineData("text/html", "<meta charset='iso-8859-1'>")]
    [InlineData("text/html", "<meta http-equiv=content-type content='text/html; charset=windows-1252'>")]
    [InlineData("text/html; charset=utf-8", "")]
    public async Task Any_charset_is_read(string type, string meta)
    {
        _server.On(
            "/a",
            async context =>
            {
                context.Response.ContentType = type;
                await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(meta + "<title>rød grød</title>"));
            }
        );

        (await DescribeAsync("/a")).ShouldBeOfType<PageAnswer.Described>().Page.Title.ShouldBe("rød grød");
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(410, false)]
    [InlineData(401, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    public async Task A_page_that_does_not_come_is_an_answer_and_says_whether_to_try_again(int status, bool passing)
    {
        _server.OnStatus("/a", status);

        (await DescribeAsync("/a")).ShouldBeOfType<PageAnswer.Failed>().IsPassing.ShouldBe(passing);
    }

    [Fact]
    public async Task What_cannot_say_what_it_is_about_is_refused_with_what_to_do()
    {
        _server.OnText("/pdf", "%PDF-1.7", "application/pdf");
        _server.OnText("/untitled", "<html><body><p>Hello</p></body></html>", "text/html");

        (await DescribeAsync("/pdf")).ShouldBe(
            new PageAnswer.Failed(
                "It is application/pdf, no web page, and cannot say what it is about: give it a title.",
                false
            )
        );
        (await DescribeAsync("/untitled")).ShouldBe(
            new PageAnswer.Failed("The page names no title: give it one.", false)
        );
    }

    [Fact]
    public async Task Only_the_beginning_of_an_endless_page_is_read()
    {
        _server.On(
            "/endless",
            async context =>
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<title>Endless</title><body>");
                while (true)
                {
                    await context.Response.Body.WriteAsync(new byte[64 * 1_024], context.RequestAborted);
                }
            }
        );

        (await DescribeAsync("/endless")).ShouldBeOfType<PageAnswer.Described>().Page.Title.ShouldBe("Endless");
    }

    [Fact]
    public async Task A_page_made_to_hurt_is_read_like_any_other()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 50_000));
        var json = string.Concat(Enumerable.Repeat("[", 100_000));
        var page = await DescribedAsync(
            $"<title>{new string('T', 5_000)}</title><script type='application/ld+json'>{json}</script>{deep}"
        );

        page.Title.Length.ShouldBe(300);
    }

    [Fact]
    public async Task Crossed_tags_make_no_tree()
    {
        // As a tree, 20 KB of this cost seconds; 1.5 MB would never end.
        var crossed = string.Concat(Enumerable.Repeat("<a><b><p><i><div></b></a>", 60_000));

        (await DescribedAsync($"<title>T</title>{crossed}")).Title.ShouldBe("T");
    }

    [Fact]
    public async Task What_stands_in_a_comment_a_style_or_a_script_says_nothing()
    {
        var page = await DescribedAsync(
            """
            <!-- <title>Comment</title> --><script>var a = '<meta property="og:title" content="Script">';</script>
            <style>/* <title>Style</title> */</style><meta name=description content="1 > 0"><title>Real</title>
            """
        );

        (page.Title, page.Description).ShouldBe(("Real", "1 > 0"));
    }

    private async Task<PageMetadata> DescribedAsync(string html)
    {
        _server.OnText("/page", html, "text/html; charset=utf-8");
        return (await DescribeAsync("/page")).ShouldBeOfType<PageAnswer.Described>().Page;
    }

    private async Task<PageAnswer> DescribeAsync(string path)
    {
        using var fetcher = new WebFetcher(new FetchOptions { AllowLoopback = true }, _time);
        return await new PageMetadataReader(fetcher).DescribeAsync(
            _server.Address(path),
            TestContext.Current.CancellationToken
        );
    }
}
