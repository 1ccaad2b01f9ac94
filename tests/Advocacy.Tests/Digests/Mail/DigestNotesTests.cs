using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Digests.Mail;
using Advocacy.People;
using AngleSharp.Html.Parser;
using static Advocacy.Tests.Digests.Mail.DigestSamples;
using MailLook = Advocacy.Programme.MailLook;

namespace Advocacy.Tests.Digests.Mail;

/// <summary>Looks, whom a digest speaks to, why a post is in it, and what stands behind the stories.</summary>
public sealed class DigestNotesTests
{
    public static TheoryData<MailLook> Looks => [.. Enum.GetValues<MailLook>()];

    [Theory]
    [MemberData(nameof(Looks))]
    public void Every_look_says_the_same_words(MailLook look)
    {
        var issue = Full("da");

        var magazine = Words(Html(Compose(In(MailLook.Magazine, issue))));
        var words = Words(Html(Compose(In(look, issue))));

        words.Order().ShouldBe(magazine.Order());
        Text(Compose(In(look, issue))).ShouldBe(Text(Compose(issue)));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Whatever_stands_in_the_HTML_stands_in_the_text_part(MailLook look)
    {
        var batch = Compose(In(look, Full("en")));

        var text = Text(batch);
        foreach (var words in Words(Html(batch)))
        {
            text.ShouldContain(words.TrimEnd(':'), customMessage: words);
        }
        foreach (var url in Links(Html(batch)))
        {
            text.ShouldContain(url);
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Each_look_has_its_own_page_and_only_its_own_stories(MailLook look)
    {
        var html = Html(Compose(In(look, Full("da"))));

        html.ShouldContain(LookStyle.Of(look).Page);
        html.ShouldNotContain("{{");
        new HtmlParser().ParseDocument(html).QuerySelectorAll("h2").Length.ShouldBe(2);
    }

    [Fact]
    public void A_first_story_without_a_picture_stands_on_the_companys_colour()
    {
        var document = new HtmlParser().ParseDocument(Html(Compose(Issue("da", Story("A"), Story("B")))));

        var headings = document.QuerySelectorAll("h2");
        headings[0].Closest("td")!.GetAttribute("bgcolor").ShouldBe(Company.Accent);
        headings[1].Closest("td")!.HasAttribute("bgcolor").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://cdn.nordlys.example/a.jpg?f=.webp", true)]
    [InlineData("https://cdn.nordlys.example/a", true)]
    [InlineData("https://cdn.nordlys.example/a.webp?w=1", false)]
    [InlineData("https://cdn.nordlys.example/a.AVIF", false)]
    public void A_picture_that_Outlook_for_Windows_cannot_show_is_hidden_from_it(string url, bool shows)
    {
        foreach (var look in Enum.GetValues<MailLook>())
        {
            var html = Html(Compose(In(look, Issue("da", Story("A", image: url)))));

            var before = html[..html.IndexOf("<img", StringComparison.Ordinal)];
            var isHidden =
                before.LastIndexOf("<!--[if !mso]><!-->", StringComparison.Ordinal)
                > before.LastIndexOf("<!--<![endif]-->", StringComparison.Ordinal);
            isHidden.ShouldBe(!shows);
        }
    }

    [Fact]
    public void A_drawing_that_Gmail_does_not_show_is_no_picture() =>
        new HtmlParser()
            .ParseDocument(Html(Compose(Issue("da", Story("A", image: "https://cdn.nordlys.example/a.svg?v=2")))))
            .Images.ShouldBeEmpty();

    [Theory]
    [InlineData(Archetype.Specialist, "en", "What would you say about this yourself?")]
    [InlineData(Archetype.Colleague, "en", "A short text, ready to use")]
    [InlineData(Archetype.Enthusiast, "en", "A text to start from")]
    [InlineData(Archetype.Specialist, "da", "Hvad ville du selv sige om det her?")]
    [InlineData(Archetype.Colleague, "da", "En kort tekst, klar til brug")]
    [InlineData(Archetype.Enthusiast, "da", "En tekst at begynde med")]
    public void It_speaks_to_each_kind_of_reader_in_their_own_way(Archetype archetype, string language, string words)
    {
        var batch = Compose(Issue(language, Story("A")) with { Archetype = archetype });

        Html(batch).ShouldContain(words);
        Text(batch).ShouldContain(words);
    }

    [Fact]
    public void The_tip_the_invitation_and_the_question_lead_where_they_should()
    {
        var links = Links(Html(Compose(Full("en"))));

        links.ShouldContain("https://nordlys.example/tip");
        links.ShouldContain("https://go.nordlys.example/suggest/d1");
        links.ShouldContain("https://go.nordlys.example/pulse/d1");
    }

    [Fact]
    public void Without_tip_invitation_and_question_nothing_stands_behind_the_stories() =>
        new HtmlParser()
            .ParseDocument(Html(Compose(Issue("da", Story("A")))))
            .QuerySelectorAll(".note")
            .ShouldBeEmpty();

    [Fact]
    public void A_reader_without_the_links_that_the_issue_needs_is_refused()
    {
        var issue = Full("da");

        Should.Throw<ArgumentException>(() =>
            new DigestMail().Compose(issue, [Reader(issue) with { SuggestUrl = null }])
        );
        Should.Throw<ArgumentException>(() =>
            new DigestMail().Compose(issue, [Reader(issue) with { PulseUrl = null }])
        );
    }

    [Theory]
    [InlineData(PickReason.Topic, "da", "Fordi du følger vind")]
    [InlineData(PickReason.Topic, "en", "Because you follow vind")]
    [InlineData(PickReason.Unit, "da", "Til jer i Drift")]
    [InlineData(PickReason.Unit, "en", "For you in Drift")]
    [InlineData(PickReason.Field, "da", "Fordi det er dit felt")]
    [InlineData(PickReason.Fresh, "en", "Brand new, and you are among the first")]
    [InlineData(PickReason.Easy, "da", "Hurtig at dele")]
    [InlineData(PickReason.Important, "en", "Especially important to us this week")]
    [InlineData(PickReason.Company, "da", "Nyt fra hele virksomheden")]
    [InlineData(null, "da", null)]
    public void The_reason_of_a_pick_is_one_line(PickReason? reason, string language, string? line) =>
        Why(reason, language, ["havvind", "vind"]).ShouldBe(line);

    [Fact]
    public void Every_reason_has_words_in_both_languages()
    {
        foreach (var reason in Enum.GetValues<PickReason>())
        {
            Why(reason, "da", ["vind"]).ShouldNotBeNullOrWhiteSpace();
            Why(reason, "en", ["vind"]).ShouldNotBe(Why(reason, "da", ["vind"]));
        }
    }

    [Fact]
    public void A_topic_that_the_post_lost_since_is_not_named() =>
        Why(PickReason.Topic, "en", []).ShouldBe("News from the whole company");

    private static string? Why(PickReason? reason, string language, string[] topics)
    {
        var reader = new Employee
        {
            Id = "e",
            Name = "Maja Holm",
            Address = "maja@nordlys.example",
            Unit = "Drift",
            Language = language,
            TimeZone = "Europe/Copenhagen",
            Topics = ["vind"],
        };
        Post post = Story("A").Post with { Topics = topics };
        return WhyLine.Of(reason, post, reader, new DigestStrings(language));
    }

    /// <summary>Everything that a digest can hold.</summary>
    internal static DigestIssue Full(string language) =>
        Issue(
            language,
            Story(
                "Møllen drejer",
                "Kom og se.\n\nDen er stor.",
                "Fordi du følger vind",
                "https://cdn.nordlys.example/a.jpg"
            ),
            Story("Åbent hus", why: "Hurtig at dele")
        ) with
        {
            Archetype = Archetype.Enthusiast,
            Tip = new DigestTip(
                "Skriv, som du taler",
                "Læs det højt.\nLyder det som dig?",
                "https://nordlys.example/tip"
            ),
            Pulse = new DigestPulse("Var ugens historier noget for dig?", ["Ja", "Næh", "Ved ikke"]),
            InvitesSuggestions = true,
        };

    // Behind the preheader, which the text part has no place for.
    private static IEnumerable<string> Words(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        document.QuerySelector(".pre")!.Remove();
        document.QuerySelectorAll("h1, h2, p, a").Length.ShouldBeGreaterThan(10);
        return document
            .QuerySelectorAll("h1, h2, p, .act a")
            .Where(e => e.Children.All(child => child.TagName is "A" or "BR"))
            .SelectMany(e => e.TextContent.Split('·'))
            .Select(words => words.Trim())
            .Where(words =>
                words.Length > 0
                && !words.StartsWith("Havnegade", StringComparison.Ordinal)
                && !words.StartsWith("Nordlys Energi", StringComparison.Ordinal)
            );
    }

    private static IEnumerable<string> Links(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Distinct();
}
