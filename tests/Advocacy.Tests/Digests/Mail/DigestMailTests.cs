using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Digests.Mail;
using Advocacy.People;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Mail.Templates;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using static Advocacy.Tests.Digests.Mail.DigestSamples;
using MailLook = Advocacy.Programme.MailLook;

namespace Advocacy.Tests.Digests.Mail;

public sealed partial class DigestMailTests
{
    private const string StoryUrl = "https://www.nordlys.example/nyheder/havet?a=1&b=2";
    private const int Budget = 80 * 1024;

    [Fact]
    public void A_Danish_digest_says_everything_in_Danish()
    {
        var issue = Issue(
            "da",
            Story("Møllen drejer", why: "Fordi du følger vind"),
            Story("Åbent hus"),
            Story("Ny chef")
        );

        var batch = Compose(issue);

        batch.Language.ShouldBe("da");
        batch.Subject.ShouldBe("Nye historier at dele: Møllen drejer");
        foreach (var part in new[] { TextOf(Html(batch)), Text(batch) })
        {
            part.ShouldContain("Hej Maja");
            part.ShouldContain("tre historier");
            part.ShouldContain("Spring over, hvad der ikke passer til dig.");
            part.ShouldContain("Møllen drejer");
            part.ShouldContain("Fordi du følger vind");
            part.ShouldContain("Læs den først på nordlys.example");
            part.ShouldContain("Del den på din måde");
            part.ShouldContain("fordi du har sagt ja");
            part.ShouldContain("Dine indstillinger");
            part.ShouldContain("Afmeld");
            part.ShouldContain("Havnegade 12, 8000 Aarhus C");
            part.ShouldContain("CVR 12 34 56 78");
        }
        TextOf(Html(batch)).ShouldContain("Nordlys Energi · uge 48");
        Document(Html(batch)).DocumentElement.GetAttribute("lang").ShouldBe("da");
    }

    [Fact]
    public void An_English_digest_says_everything_in_English()
    {
        var batch = Compose(
            Issue("en", Story("The turbine turns", "Come.", "Because you follow wind"), Story("Open house"))
        );

        batch.Language.ShouldBe("en");
        batch.Subject.ShouldBe("New stories to share: The turbine turns");
        foreach (var part in new[] { TextOf(Html(batch)), Text(batch) })
        {
            part.ShouldContain("Hi Maja");
            part.ShouldContain("two stories");
            part.ShouldContain("Skip what doesn't suit you.");
            part.ShouldContain("Because you follow wind");
            part.ShouldContain("Share it your way");
            part.ShouldContain("Unsubscribe");
        }
    }

    [Theory]
    [InlineData("da", "Ny historie at dele: A", "En tekst ligger klar")]
    [InlineData("en", "A new story to share: A", "A text is ready")]
    [InlineData("fr", "A new story to share: A", "A text is ready")]
    public void One_story_is_spoken_of_as_one(string language, string subject, string preheader)
    {
        var batch = Compose(Issue(language, Story("A")));

        batch.Subject.ShouldBe(subject);
        Preheader(batch).ShouldStartWith(preheader);
    }

    [Fact]
    public void The_preheader_names_the_other_stories() =>
        Preheader(Compose(Issue("da", Story("Et"), Story("To"), Story("Tre")))).ShouldStartWith("Også: To · Tre");

    [Fact]
    public void Each_story_has_one_button_to_its_own_share_page_in_both_parts()
    {
        var batch = Compose(Issue("en", Story("A"), Story("B")));

        var buttons = Document(Html(batch))
            .QuerySelectorAll("a")
            .Where(a => a.TextContent.Trim() == "Share it your way");
        buttons
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["https://go.nordlys.example/s/d1-0?x=1&y=2", "https://go.nordlys.example/s/d1-1?x=1&y=2"]);
        Text(batch).ShouldContain("Share it your way: https://go.nordlys.example/s/d1-0?x=1&y=2\n");
        Text(batch).ShouldContain("Share it your way: https://go.nordlys.example/s/d1-1?x=1&y=2\n");
    }

    [Fact]
    public void Who_did_not_consent_to_measurement_has_direct_links_and_no_picture_that_tells()
    {
        var batch = Compose(Issue("en", Story("A")));

        var document = Document(Html(batch));
        document.Images.ShouldBeEmpty();
        document.QuerySelectorAll("a[style*='display:none']").ShouldBeEmpty();
        document.QuerySelectorAll("a").Count(a => a.GetAttribute("href") == StoryUrl).ShouldBe(2);
        Text(batch).ShouldContain(StoryUrl);
    }

    [Fact]
    public void Who_consented_has_measured_links_in_the_same_rendering()
    {
        var issue = Issue("en", Story("A"));
        var measured = Reader(issue, id: "d2") with
        {
            Measured = new MeasuredMail(
                ["https://go.nordlys.example/m/read?x=1&y=2"],
                "https://go.nordlys.example/m/canary",
                "https://go.nordlys.example/m/open"
            ),
        };

        var mail = new DigestMail();
        var both = mail.Compose(issue, [measured, Reader(issue)]);
        var alone = mail.Compose(issue, [Reader(issue)]);

        both.Html.ShouldBe(alone.Html);
        both.Recipients[1].Substitutions.ShouldBe(alone.Recipients[0].Substitutions);
        var document = Document(Html(both));
        document
            .QuerySelectorAll("a")
            .Count(a => a.GetAttribute("href") == "https://go.nordlys.example/m/read?x=1&y=2")
            .ShouldBe(2);
        var canary = document.QuerySelector("a[href='https://go.nordlys.example/m/canary']").ShouldNotBeNull();
        canary.TextContent.ShouldBeEmpty();
        canary.GetAttribute("tabindex").ShouldBe("-1");
        canary.GetAttribute("aria-hidden").ShouldBe("true");
        document.Images.ShouldHaveSingleItem().Source.ShouldBe("https://go.nordlys.example/m/open");
        Html(both).ShouldNotContain("nyheder/havet");
        Text(both).ShouldNotContain("nyheder/havet");
        Text(both).ShouldNotContain("canary");
    }

    [Fact]
    public void There_is_one_unsubscribe_link_and_one_preferences_link()
    {
        var links = Document(Html(Compose(Issue("da", Story("A")))))
            .QuerySelectorAll<IHtmlAnchorElement>("a")
            .ToArray();

        links.Count(a => a.Href == "https://go.nordlys.example/u/d1").ShouldBe(1);
        links.Count(a => a.Href == "https://go.nordlys.example/p/d1?x=1&y=2").ShouldBe(1);
    }

    [Fact]
    public void The_share_text_keeps_its_paragraphs_in_both_parts()
    {
        var batch = Compose(Issue("da", Story("A", "Første.\r\n\r\n\r\nAndet.\nTredje.")));

        var box = Document(Html(batch)).QuerySelector("td.words")!;
        box.QuerySelectorAll("p[dir=auto]").Select(p => p.TextContent).ShouldBe(["Første.", "Andet.", "Tredje."]);
        Text(batch).ShouldContain("    Første.\n\n    Andet.\n    Tredje.\n");
    }

    [Fact]
    public void A_story_without_a_picture_has_no_picture()
    {
        var html = Html(
            Compose(Issue("da", Story("A"), Story("B", image: "https://cdn.nordlys.example/b.jpg?w=1&h=2")))
        );

        var image = Document(html).QuerySelectorAll<IHtmlImageElement>("img").ShouldHaveSingleItem();
        image.Source.ShouldBe("https://cdn.nordlys.example/b.jpg?w=1&h=2");
        image.AlternativeText.ShouldBe("Billede til “B”");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:image/svg+xml,<svg onload=alert(1)>")]
    [InlineData("/relative.png")]
    [InlineData("")]
    public void A_picture_that_is_no_web_address_is_left_out(string url) =>
        Document(Html(Compose(Issue("da", Story("A", image: url))))).Images.ShouldBeEmpty();

    [Fact]
    public void A_line_why_stands_only_where_there_is_one()
    {
        var document = Document(Html(Compose(Issue("en", Story("A", why: " \n"), Story("B", why: "Because")))));

        document.QuerySelectorAll("p.accent").Select(e => e.TextContent.Trim()).ShouldBe(["Because"]);
    }

    public static TheoryData<string> HostileWords() =>
        [
            "<script>alert('x')</script>",
            "\"quoted\" & 'quoted' = `x`",
            "</style></title><img src=x onerror=alert(1)>",
            "{{Name}} {{{Name}}} {{#each Stories}}",
            "👩‍👩‍👧‍👦 og 🌬️",
            "שלום עולם",
            "-hello- -name- %name%",
            "</p></td></tr></table><p dir=\"auto\">",
            new string('W', 300),
        ];

    [Theory]
    [MemberData(nameof(HostileWords))]
    public void Hostile_words_are_words_everywhere_they_stand(string words)
    {
        var story = Story(words, words, words, "https://cdn.nordlys.example/a.jpg");
        foreach (var look in Enum.GetValues<MailLook>())
        {
            Hostile(
                Compose(In(look, Issue("en", story, story with { Post = story.Post with { ImageUrl = null } })), words),
                words
            );
        }
    }

    private static void Hostile(MailBatch batch, string words)
    {
        var document = Document(Html(batch));
        document.QuerySelectorAll("script, iframe, object, form").ShouldBeEmpty();
        document.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on"));
        document.QuerySelector("h2")!.TextContent.ShouldBe(words);
        document.QuerySelector("td.words p[dir=auto]")!.TextContent.ShouldBe(words);
        document.QuerySelector("h1")!.TextContent.ShouldBe("Hi " + Wording.FirstName(words));
        Text(batch).ShouldContain("    " + words + "\n");
    }

    [Fact]
    public void A_name_is_encoded_in_HTML_and_plain_in_text()
    {
        var batch = Compose(Issue("da", Story("A")), "<b>Bo</b>");

        Html(batch).ShouldContain("Hej &lt;b&gt;Bo&lt;/b&gt;");
        Text(batch).ShouldStartWith("Hej <b>Bo</b>\n");
    }

    [Theory]
    [InlineData("da", "Hej")]
    [InlineData("en", "Hi there")]
    public void Somebody_without_a_name_is_greeted_all_the_same(string language, string greeting) =>
        Text(Compose(Issue(language, Story("A")), "  ")).ShouldStartWith(greeting + "\n");

    [Fact]
    public void Line_breaks_in_a_title_stay_out_of_the_subject() =>
        Compose(Issue("da", Story("A\r\nBcc: x@y.example")))
            .Subject.ShouldBe("Ny historie at dele: A Bcc: x@y.example");

    [Fact]
    public void Readers_share_one_rendering_and_differ_in_their_substitutions()
    {
        var issue = Issue("da", Story("A"));

        var batch = new DigestMail().Compose(issue, [Reader(issue), Reader(issue, "Bo Dam", "d2")]);

        batch.Recipients.Select(r => r.MessageId).ShouldBe(["d1", "d2"]);
        batch.Recipients[1].To.Name.ShouldBe("Bo Dam");
        batch.Recipients[0].Substitutions.Keys.ShouldBe(batch.Recipients[1].Substitutions.Keys);
        batch.Recipients[1].Substitutions.Values.ShouldContain("Hej Bo");
        batch.Html.ShouldNotContain("Maja");
        batch.From.Address.ShouldBe("digest@mail.nordlys.example");
        batch.ReplyTo!.Address.ShouldBe("kom@nordlys.example");
    }

    [Fact]
    public void Every_tag_has_the_form_that_mailers_ask_for_and_stands_in_a_part()
    {
        var batch = Compose(Issue("da", Story("A"), Story("B")));

        foreach (var tag in batch.Recipients[0].Substitutions.Keys)
        {
            tag.ShouldMatch("^-[A-Za-z0-9]+-$");
            (batch.Html + batch.Text).ShouldContain(tag);
        }
    }

    [Fact]
    public void A_title_that_repeats_another_issues_tag_is_left_alone()
    {
        var tag = Compose(Issue("da", Story("A"))).Recipients[0].Substitutions.Keys.First();

        Document(Html(Compose(Issue("da", Story(tag))))).QuerySelector("h2")!.TextContent.ShouldBe(tag);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Ordinary_stories_stay_well_below_the_budget(int stories)
    {
        var text = string.Join("\n\n", Enumerable.Repeat("Tre dage, fem lande og én tegning, vi er stolte af. ", 12));

        Size(stories, new string('å', 100), text).ShouldBeLessThan(Budget);
    }

    [Theory]
    [InlineData("\"<&'`= ")]
    [InlineData("🌬️")]
    [InlineData("x\n")]
    [InlineData("ord ")]
    public void Ten_stories_as_long_as_stories_can_be_stay_below_the_budget_in_every_look(string unit)
    {
        foreach (var look in Enum.GetValues<MailLook>())
        {
            Size(10, Repeat(unit.Trim(), 300), Repeat(unit, 3000), look).ShouldBeLessThan(Budget, $"{look}");
        }
    }

    [Fact]
    public void Nothing_is_fetched_but_pictures()
    {
        var company = Company with { LogoUrl = "https://cdn.nordlys.example/logo.png" };
        var issue = Issue("da", Story("A", image: "https://cdn.nordlys.example/a.jpg")) with { Company = company };

        var html = Html(Compose(issue));

        Document(html).QuerySelectorAll("link, script, iframe").ShouldBeEmpty();
        html.ShouldNotContain("@import");
        html.ShouldNotContain("url(");
        html.ShouldNotContain("fonts.");
        Document(html).Images.Length.ShouldBe(2);
    }

    [Fact]
    public void Tables_are_for_layout_and_say_so() =>
        Document(Html(Compose(Issue("da", Story("A")))))
            .QuerySelectorAll("table")
            .ShouldAllBe(t => t.GetAttribute("role") == "presentation");

    [Fact]
    public void No_text_is_smaller_than_14_pixels()
    {
        // 0 px collapses white space in layout cells, 1 px is the hidden preheader.
        var sizes = FontSize()
            .Matches(Html(Compose(Issue("da", Story("A", why: "B")))))
            .Select(m => int.Parse(m.Groups["px"].Value, CultureInfo.InvariantCulture));

        sizes.Where(size => size > 1).Min().ShouldBeGreaterThanOrEqualTo(14);
    }

    [Fact]
    public void It_knows_the_dark()
    {
        var html = Html(Compose(Issue("da", Story("A"))));

        html.ShouldContain("prefers-color-scheme: dark");
        html.ShouldContain("name=\"supported-color-schemes\" content=\"light dark\"");
        html.ShouldNotContain("{{");
    }

    [Fact]
    public void A_company_colour_that_is_none_cannot_write_styles()
    {
        var issue = Issue("da", Story("A")) with { Company = Company with { Accent = "red;}</style><script>" } };

        Html(Compose(issue)).ShouldNotContain("red;");
    }

    [Fact]
    public void An_issue_without_stories_is_refused() =>
        Should.Throw<ArgumentException>(() => new DigestMail().Compose(Issue("da"), []));

    [Fact]
    public void A_reader_with_too_few_share_links_is_refused()
    {
        var issue = Issue("da", Story("A"), Story("B"));

        Should.Throw<ArgumentException>(() =>
            new DigestMail().Compose(issue, [Reader(issue) with { ShareUrls = ["https://x.example/1"] }])
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/s/1")]
    [InlineData("")]
    public void A_link_that_is_no_web_address_is_refused(string url)
    {
        var issue = Issue("da", Story("A"));

        Should.Throw<ArgumentException>(() =>
            new DigestMail().Compose(issue, [Reader(issue) with { ShareUrls = [url] }])
        );
        Should.Throw<ArgumentException>(() =>
            new DigestMail().Compose(issue, [Reader(issue) with { PreferencesUrl = url }])
        );
    }

    private static int Size(int stories, string title, string text, MailLook look = MailLook.Magazine)
    {
        var story = Story(title, text, Repeat("why ", 200), "https://cdn.nordlys.example/" + new string('a', 200));
        var batch = Compose(
            In(look, Issue("da", [.. Enumerable.Repeat(story, stories)])) with
            {
                Archetype = Archetype.Specialist,
                Tip = new DigestTip(title, text, "https://nordlys.example/tip"),
                Pulse = new DigestPulse(title, [.. Enumerable.Repeat(title, 10)]),
                InvitesSuggestions = true,
            }
        );
        return Encoding.UTF8.GetByteCount(Html(batch));
    }

    private static string Repeat(string unit, int length) =>
        string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static string Preheader(MailBatch batch) => Document(Html(batch)).QuerySelector("body > div")!.TextContent;

    private static string TextOf(string html) => Document(html).Body!.TextContent;

    private static IHtmlDocument Document(string html) => new HtmlParser().ParseDocument(html);

    [GeneratedRegex(@"font-size:\s*(?<px>\d+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FontSize();
}
