using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Local.Pages;
using Advocacy.Platform.Pages;
using Advocacy.Sharing;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Advocacy.Tests.Pages;

public sealed class PageRenderingTests
{
    private const string Hostile =
        "</title></textarea><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"alert(1)";

    // Every address that a page may link to within its own origin: each of them is a GET that shows and changes nothing.
    private static readonly string[] Readable =
    [
        "/",
        "/mailbox",
        "/posts",
        "/employees",
        "/sources",
        "/failures",
        "/unsubscribe/",
        "/consent/",
        "/preferences/",
    ];

    private readonly PageRenderer _pages = new(
        new ServiceCollection().BuildServiceProvider(),
        NullLoggerFactory.Instance
    );

    public static TheoryData<string> All => [.. SampleViews.All.Select(page => page.Key)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_but_pictures_comes_from_elsewhere(string name)
    {
        var page = await ParseAsync(name);

        page.QuerySelectorAll("link[href]").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("data:"));
        page.QuerySelectorAll("script[src], object, embed, audio, video, base, [style], meta[http-equiv]")
            .ShouldBeEmpty();
        page.QuerySelectorAll("iframe").ShouldAllBe(frame => frame.GetAttribute("src")!.StartsWith('/'));
        page.QuerySelector("style")!.TextContent.ShouldNotContain("url(");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_changes_something_is_a_post_to_the_same_origin(string name)
    {
        var page = await ParseAsync(name);

        page.QuerySelectorAll("form").ShouldAllBe(form => form.GetAttribute("method") == "post");
        page.QuerySelectorAll("form[action]").ShouldAllBe(form => form.GetAttribute("action")!.StartsWith('/'));
        page.QuerySelectorAll("button[formaction], button[formmethod], [onclick]").ShouldBeEmpty();
        foreach (
            var href in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h[0] == '/')
        )
        {
            Readable.Any(readable => IsAt(href, readable)).ShouldBeTrue(href);
            href.ShouldNotContain("retry");
            href.ShouldNotContain("run-week");
        }

        static bool IsAt(string href, string readable) =>
            href == readable
            || href.StartsWith(readable + "?", StringComparison.Ordinal)
            || (readable != "/" && href.StartsWith(readable.TrimEnd('/') + "/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_names_its_language_and_has_one_heading_and_one_main(string name)
    {
        var page = await ParseAsync(name);

        page.DocumentElement.GetAttribute("lang").ShouldBeOneOf("da", "en");
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelector("a")!.GetAttribute("href").ShouldBe("#content");
    }

    [Theory]
    [InlineData("confirm-da", "Ja, send mig den ugentlige mail", "ingen konsekvens")]
    [InlineData("confirm-en", "Yes, send me the digest", "no consequence")]
    [InlineData("confirmed-da", "24. november 2026 kl. 09.05", "Ordlyd")]
    [InlineData("confirmed-en", "24 November 2026 at 09:05", "Wording")]
    [InlineData("unsubscribe-da", "Ja, stop den ugentlige mail", "ingen konsekvens")]
    [InlineData("unsubscribe-en", "Yes, stop the digest", "no consequence")]
    [InlineData("unsubscribed-da", "Du er afmeldt", "Sig ja igen")]
    [InlineData("unsubscribed-en", "You are unsubscribed", "24 November 2026")]
    [InlineData("share-da", "Jeg har delt det", "frivilligt")]
    [InlineData("share-en", "I shared this", "voluntary")]
    [InlineData("share-thanks", "Tak!", "samlede tal")]
    [InlineData("problem-link-da", "Linket virker ikke", "kommunikation@nordlys.example")]
    [InlineData("start", "Run this week now", "Nothing new to send")]
    [InlineData("posts", "gik helt galt", "I work at Nordlys Energi")]
    [InlineData("employee", "import: underskrevet", "The address was refused")]
    [InlineData("failures", "The drop's “url” is no http(s) address.", "5 attempts")]
    [InlineData("sources", "Failed 3 times in a row", "Line 12")]
    public async Task A_page_says_what_it_is_for(string name, string first, string second)
    {
        var text = (await ParseAsync(name)).Body!.TextContent;

        text.ShouldContain(first);
        text.ShouldContain(second);
    }

    [Fact]
    public async Task Hostile_words_stay_words_on_the_share_page()
    {
        var page = await ParseAsync(
            _pages.PageAsync<SharePage, ShareView>(
                SampleViews.Share("en") with
                {
                    Title = Hostile,
                    Summary = Hostile,
                    Text = Hostile,
                    Disclosure = Hostile,
                    PostLanguage = Hostile,
                    PostUrl = "javascript:alert(1)",
                    ImageUrl = "javascript:alert(1)",
                    Company = SampleViews.Company with { Name = Hostile, Imprint = Hostile, Accent = "red}</style>" },
                }
            )
        );

        page.QuerySelectorAll("script").Length.ShouldBe(1, "only the copy button's own");
        page.QuerySelectorAll("[onload], [onerror], [href^='javascript'], [src^='javascript']").ShouldBeEmpty();
        page.QuerySelector("textarea")!.TextContent.ShouldBe(Hostile);
        page.QuerySelector(".linkcard strong")!.TextContent.ShouldBe(Hostile);
    }

    [Fact]
    public async Task Hostile_words_stay_words_on_the_operators_pages()
    {
        var posts = SampleViews.Posts();
        var row = posts.Posts[0];
        var page = await ParseAsync(
            _pages.PageAsync<PostsPage, PostsView>(
                posts with
                {
                    Posts =
                    [
                        new(
                            row.Post with
                            {
                                Title = Hostile,
                                Url = "javascript:alert(1)",
                                Topics = [Hostile],
                            },
                            Hostile,
                            [new(Hostile, "en", Hostile)]
                        ),
                    ],
                }
            )
        );

        page.QuerySelectorAll("script, img, [onload], [onerror], [href^='javascript']").ShouldBeEmpty();
        page.QuerySelector("li h2")!.TextContent.Trim().ShouldBe(Hostile);
    }

    [Fact]
    public async Task The_wording_is_shown_unchanged()
    {
        var view = SampleViews.Confirm("da");

        var page = await ParseAsync(_pages.PageAsync<ConfirmConsentPage, ConfirmConsentView>(view));

        string.Join("\n\n", page.QuerySelectorAll(".wording > p").Select(p => p.TextContent)).ShouldBe(view.Wording);
    }

    [Fact]
    public async Task Who_said_yes_already_is_not_asked_again() =>
        (await ParseAsync("confirm-given")).QuerySelectorAll("form").ShouldBeEmpty();

    [Fact]
    public async Task Who_is_stuck_can_write_to_somebody() =>
        (await ParseAsync("problem-link-da"))
            .QuerySelector("li a")!
            .GetAttribute("href")
            .ShouldBe("mailto:kommunikation@nordlys.example");

    [Fact]
    public async Task The_share_form_sends_a_known_channel()
    {
        var options = (await ParseAsync("share-da")).QuerySelectorAll("select[name=channel] option");

        options.Length.ShouldBe(9);
        options.ShouldAllBe(option => ShareChannels.IsKnown(option.GetAttribute("value")));
    }

    [Fact]
    public async Task After_the_post_the_share_page_thanks_and_does_not_ask_again()
    {
        var page = await ParseAsync("share-thanks");

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("Tak!");
        page.QuerySelectorAll("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_is_framed_without_scripts_or_an_origin_of_its_own()
    {
        var frame = (await ParseAsync("mail")).QuerySelector("iframe")!;

        frame.GetAttribute("src").ShouldBe("/mailbox/d1/html");
        frame.GetAttribute("sandbox").ShouldBe("allow-popups allow-popups-to-escape-sandbox");
        MailFrame.Of("<p>x</p>").Policy.ShouldContain("sandbox allow-popups allow-popups-to-escape-sandbox");
    }

    [Theory]
    [InlineData(PostStatus.Ready, "/posts?status=ready&page=2")]
    [InlineData(null, "/posts?page=2")]
    public async Task Paging_keeps_the_filter(PostStatus? status, string next) =>
        (await ParseAsync(_pages.PageAsync<PostsPage, PostsView>(SampleViews.Posts() with { Status = status })))
            .QuerySelector("a[rel=next]")!
            .GetAttribute("href")
            .ShouldBe(next);

    private Task<IHtmlDocument> ParseAsync(string name) =>
        ParseAsync(SampleViews.All.Single(page => page.Key == name).Value(_pages));

    private static async Task<IHtmlDocument> ParseAsync(Task<IResult> page) =>
        new HtmlParser().ParseDocument(((HtmlAnswer)await page).Html);
}
