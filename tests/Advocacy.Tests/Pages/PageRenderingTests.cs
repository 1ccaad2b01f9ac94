using Advocacy.Consent;
using Advocacy.Desk;
using Advocacy.Platform.Pages;
using Advocacy.Sharing;
using Advocacy.Tone;
using AngleSharp.Dom;
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
        "/employees",
        "/sources",
        "/dashboard",
        "/desk",
        "/drop",
        "/programme",
        "/unsubscribe/",
        "/consent/",
        "/join",
        "/preferences/",
        "/branding",
        "/training/",
        "/dashboard",
        "/desk",
        "/drop",
        "/programme",
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

        page.QuerySelectorAll("form:not([method=get])").ShouldAllBe(form => form.GetAttribute("method") == "post");
        // A search, or which week to look at, is an address that can be kept, and changes nothing.
        page.QuerySelectorAll("form[method=get]")
            .ShouldAllBe(form =>
                Readable.Contains(form.GetAttribute("action")) && form.QuerySelector("[name=form]") == null
            );
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
    [InlineData("share-not-for-me-en", "we leave it there", "better posts")]
    [InlineData("share-commercial-da", "Reklame", "i starten")]
    [InlineData("share-abroad-en", "mail with a subject", "post with a title")]
    [InlineData("share-completed-en", "We put “Jeg arbejder hos Nordlys Energi” back", "yours")]
    [InlineData("problem-link-da", "Linket virker ikke", "kommunikation@nordlys.example")]
    [InlineData("join-da", "Send mig linket", "ingen rykker dig")]
    [InlineData("join-en", "Send me the link", "nobody reminds you")]
    [InlineData("join-wrong-da", "Kun arbejdsmails kan være med", "Sæt mindst ét kryds")]
    [InlineData("join-sent-en", "Look in your mail", "at most 3 such mails")]
    [InlineData("join-confirm-da", "Ja, det bekræfter jeg", "slettet af sig selv")]
    [InlineData("join-confirm-en", "Yes, I confirm", "deleted by itself")]
    [InlineData("recorded-da", "Tak, dit ja er registreret", "Tag mit ja tilbage nu")]
    [InlineData("invitation-en", "Yes, I say yes to what I ticked", "nobody asks you again")]
    [InlineData("invitation-given-da", "Du har sagt ja til det hele", "lige så let")]
    [InlineData("decline-da", "Nej tak", "intet svar er også et nej")]
    [InlineData("declined-en", "That is quite all right", "kept nowhere")]
    [InlineData("problem-toomany-da", "For mange forsøg", "Vent en time")]
    [InlineData("programme-new-da", "0 af 8 trin er taget", "Derfor spørger vi")]
    [InlineData("programme-en", "8 of 8 steps taken", "Saved. It holds from now on.")]
    [InlineData("programme-wrong-da", "så intet er gemt endnu", "Slutdatoen skal ligge efter startdatoen")]
    [InlineData("pulse-da", "Send mit svar", "Derfor kan et svar heller ikke laves om")]
    [InlineData("pulse-closed-en", "38 (72%)", "counted together")]
    [InlineData("pulse-few-da", "Færre end 5 svarede", "ingen tal at vise")]
    [InlineData("branding-da", "Dit navn følger dig", "tre af vores ledere")]
    [InlineData("training-colleague-da", "Sådan gør du, på to minutter", "Brug den færdige tekst")]
    [InlineData("start", "Run this week now", "Nothing new to send")]
    [InlineData("desk-post-en", "gik helt galt", "I work at Nordlys Energi")]
    [InlineData("employee", "import: underskrevet", "The address was refused")]
    [InlineData("sources-en", "Failed 3 times in a row", "Review first")]
    [InlineData("sources-da", "Fejlet 3 gange i træk", "2 ting i filen kunne ikke bruges")]
    [InlineData("sources-found-da", "Nævnt af siden", "Find feeds")]
    [InlineData("sources-new-en", "2 entries now", "Save the feed")]
    [InlineData("source-da", "Linje 12", "Fjern feedet")]
    [InlineData("failures-en", "it takes an absolute http or https URL", "5 attempts")]
    [InlineData("failures-da", "Ret den først", "Den er ikke sendt, for den ville gå galt igen")]
    [InlineData("drop-looked-da", "Nævner ”fyringsrunde”", "af 280 tegn")]
    [InlineData("drop-wrong-da", "There is no host of that name.", "Der er ingen på personalelisten")]
    [InlineData("suggest-da", "ingen tæller, hvem der foreslår", "altid på det først")]
    [InlineData("drop-state-held-da", "Venter på gennemsyn", "Træk den tilbage")]
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
                SampleViews.Share("en", country: "SE", words: Hostile) with
                {
                    Title = Hostile,
                    Summary = Hostile,
                    Text = Hostile,
                    Disclosure = Hostile,
                    PostLanguage = Hostile,
                    TextLanguage = Hostile,
                    Patterns = new DisclosurePatterns(Hostile, Hostile),
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
    public async Task Hostile_words_stay_words_on_the_desk()
    {
        var view = SampleViews.DeskPost("en");
        var page = await ParseAsync(
            _pages.PageAsync<DeskPostPage, DeskPostView>(
                view with
                {
                    Post = view.Post with
                    {
                        Title = Hostile,
                        Summary = Hostile,
                        Url = "javascript:alert(1)",
                        Topics = [Hostile],
                        Verdict = new(
                            ToneOutcome.Held,
                            [
                                new("topic:x", Hostile, Hostile[..8])
                                {
                                    Field = TonePart.Title,
                                    Offset = 0,
                                    Length = 8,
                                },
                            ],
                            "1"
                        ),
                    },
                    Texts = [view.Texts[0] with { Text = new("t1", "en", Hostile), Whole = Hostile }],
                }
            )
        );

        page.QuerySelectorAll("img, [onload], [onerror], [href^='javascript']").ShouldBeEmpty();
        page.QuerySelectorAll("script").ShouldNotContain(script => script.TextContent.Contains("alert"));
        page.QuerySelector("h1")!.TextContent.Trim().ShouldBe(Hostile);
        page.QuerySelector("mark")!.TextContent.ShouldBe(Hostile[..8]);
    }

    [Fact]
    public async Task The_wording_is_shown_unchanged()
    {
        var view = SampleViews.Confirm("da");

        var page = await ParseAsync(_pages.PageAsync<ConfirmConsentPage, ConfirmConsentView>(view));

        string.Join("\n\n", page.QuerySelectorAll(".wording > p").Select(p => p.TextContent)).ShouldBe(view.Wording);
    }

    [Theory]
    [InlineData("join-da")]
    [InlineData("join-en")]
    [InlineData("invitation-en")]
    public async Task No_purpose_is_ticked_or_bundled_and_each_can_be_read_in_full(string name)
    {
        var page = await ParseAsync(name);
        var wordings = new ConsentWordings();

        var boxes = page.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").ToList();
        boxes.Select(box => box.Value).ShouldBe(Enum.GetNames<ConsentPurpose>());
        boxes.ShouldAllBe(box => !box.IsChecked && !box.IsRequired);
        page.QuerySelectorAll(".choice")
            .Select(choice => string.Join("\n\n", choice.QuerySelectorAll(".wording > p").Select(p => p.TextContent)))
            .ShouldBe(
                Enum.GetValues<ConsentPurpose>()
                    .Select(purpose => wordings.Current(purpose, page.DocumentElement.GetAttribute("lang")!).Text)
            );
    }

    [Fact]
    public async Task A_form_that_comes_back_keeps_what_was_entered_and_says_what_is_wrong_at_the_field()
    {
        var page = await ParseAsync("join-wrong-da");

        var address = page.QuerySelector<IHtmlInputElement>("#address")!;
        address.Value.ShouldBe("astrid@elsewhere.example");
        address.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector($"#{address.GetAttribute("aria-describedby")!.Split(' ')[0]}")!
            .TextContent.ShouldContain("@nordlys.example");
        page.QuerySelector<IHtmlInputElement>("#name")!.Value.ShouldBe("Astrid Holm");
        page.QuerySelector("[role=alert]").ShouldNotBeNull();
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

        options.Select(option => option.GetAttribute("value")).ShouldBeUnique();
        options.Length.ShouldBe(9, "eight channels in Denmark, and somewhere else");
        options.ShouldAllBe(option => ShareChannels.IsKnown(option.GetAttribute("value")));
    }

    [Fact]
    public async Task After_the_post_the_share_page_thanks_and_does_not_ask_again()
    {
        var page = await ParseAsync("share-thanks");

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("Tak!");
        page.QuerySelectorAll("form select").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_is_framed_without_scripts_or_an_origin_of_its_own()
    {
        var frame = (await ParseAsync("mail")).QuerySelector("iframe")!;

        frame.GetAttribute("src").ShouldBe("/mailbox/d1/html");
        frame.GetAttribute("sandbox").ShouldBe("allow-popups allow-popups-to-escape-sandbox");
        MailFrame.Of("<p>x</p>").Policy.ShouldContain("sandbox allow-popups allow-popups-to-escape-sandbox");
    }

    private Task<IHtmlDocument> ParseAsync(string name) =>
        ParseAsync(SampleViews.All.Single(page => page.Key == name).Value(_pages));

    private static async Task<IHtmlDocument> ParseAsync(Task<IResult> page) =>
        new HtmlParser().ParseDocument(((HtmlAnswer)await page).Html);
}
