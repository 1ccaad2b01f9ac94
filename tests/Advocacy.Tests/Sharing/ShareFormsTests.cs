using System.Web;
using Advocacy.Content;
using Advocacy.Platform;
using Advocacy.Programme;
using Advocacy.Sharing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;

namespace Advocacy.Tests.Sharing;

public sealed class ShareFormsTests
{
    private const string Url = "https://nordlys.example/nyheder/k3f9?a=1&b=%C3%A6";
    private const string Words = "Vi rejste den i går & det gik 100 % godt. #vind";

    private static readonly SiteLinks s_site = new(
        new LinkSigner(new Secrets([new byte[32]], new byte[32]), TimeProvider.System),
        Options.Create(new SiteOptions { BaseUrl = "https://shares.nordlys.example" })
    );

    [Theory]
    [InlineData("linkedin", "https://www.linkedin.com/sharing/share-offsite/", "url")]
    [InlineData("facebook", "https://www.facebook.com/sharer/sharer.php", "u")]
    [InlineData("x", "https://x.com/intent/post", "url")]
    [InlineData("threads", "https://www.threads.com/intent/post", "url")]
    [InlineData("reddit", "https://www.reddit.com/submit", "url")]
    [InlineData("teams", "https://teams.microsoft.com/share", "href")]
    public void A_channel_that_takes_the_url_apart_gets_it_whole(string channel, string address, string parameter)
    {
        var form = Form(channel);
        var link = new Uri(form.Href);

        link.GetLeftPart(UriPartial.Path).ShouldBe(address);
        HttpUtility.ParseQueryString(link.Query)[parameter].ShouldBe(form.Url);
    }

    [Theory]
    [InlineData("x", "text")]
    [InlineData("threads", "text")]
    [InlineData("teams", "msgText")]
    public void A_channel_that_takes_the_text_gets_it_with_its_disclosure(string channel, string parameter) =>
        HttpUtility
            .ParseQueryString(new Uri(Form(channel).Href).Query)[parameter]
            .ShouldBe($"{Words}\n\nJeg arbejder hos Nordlys.");

    [Theory]
    [InlineData("linkedin")]
    [InlineData("facebook")]
    [InlineData("reddit")]
    public void A_channel_that_takes_no_text_is_given_none(string channel)
    {
        var form = Form(channel);

        form.Href.ShouldNotContain("rejste");
        form.Fill.ShouldBeNull();
        form.Text.ShouldBe($"{Words}\n\nJeg arbejder hos Nordlys.", "it is copied");
    }

    [Fact]
    public void Bluesky_gets_the_url_inside_the_text() =>
        HttpUtility
            .ParseQueryString(new Uri(Form("bluesky").Href).Query)["text"]
            .ShouldBe($"{Words}\n\nJeg arbejder hos Nordlys.\n\n{Form("bluesky").Url}");

    [Fact]
    public void Mastodon_gets_the_text_in_the_fragment_which_no_server_sees()
    {
        var link = Form("mastodon").Href;

        link.ShouldStartWith("https://share.joinmastodon.org/#text=");
        Uri.UnescapeDataString(link.Split("#text=")[1]).ShouldEndWith(Form("mastodon").Url);
    }

    [Fact]
    public void A_forum_post_has_a_title_that_discloses_and_a_mail_has_a_subject()
    {
        Form("reddit").Title.ShouldBe("Titel [Jeg arbejder hos Nordlys]");
        HttpUtility
            .ParseQueryString(new Uri(Form("reddit").Href).Query)["title"]
            .ShouldBe("Titel [Jeg arbejder hos Nordlys]");
        var mail = Form("mail", country: "SE");
        mail.Title.ShouldBe("Titel");
        mail.Href.ShouldStartWith("mailto:?subject=Titel&body=");
        Uri.UnescapeDataString(mail.Href).ShouldContain("Jeg arbejder hos Nordlys.");
        Form("x").Title.ShouldBeNull();
    }

    [Fact]
    public void What_is_commercial_says_so_first_in_every_channel_and_title()
    {
        foreach (var form in Forms(Words, "SE", commercial: true))
        {
            form.Text.ShouldStartWith("Reklam / Reklame: ");
            (form.Title ?? "Reklam").ShouldStartWith("Reklam");
        }
        Forms(Words, "DK", commercial: true)
            .ShouldAllBe(form => form.Text.StartsWith("Reklame: Vi rejste", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("bluesky")]
    [InlineData("threads")]
    [InlineData("mastodon")]
    public void What_is_too_long_is_cut_at_a_word_and_keeps_disclosure_and_link(string channel)
    {
        var form = Form(channel, string.Join(' ', Enumerable.Repeat("vindmøllerne", 100)));

        form.Shortened.ShouldBeTrue();
        form.Text.ShouldMatch("^(vindmøllerne ){10,}vindmøllerne…\n\nJeg arbejder hos Nordlys\\.$");
        ShareLength.Count(channel, $"{form.Text}\n\n{form.Url}").ShouldBeInRange(Most(channel) - 15, Most(channel) + 1);
        Uri.UnescapeDataString(form.Href).ShouldContain(form.Url);
        Form("linkedin", form.Text).Shortened.ShouldBeFalse();
    }

    [Fact]
    public void A_quotation_that_is_cut_is_closed_so_that_the_disclosure_is_not_part_of_it() =>
        Form("x", $"»{string.Join(' ', Enumerable.Repeat("ord", 200))}«")
            .Text.ShouldEndWith("ord…«\n\nJeg arbejder hos Nordlys.");

    [Fact]
    public void Whatever_is_written_every_channel_gets_what_it_takes_with_disclosure_and_link() =>
        Prop.ForAll(
                Text().ToArbitrary(),
                ArbMap.Default.ArbFor<bool>(),
                (text, commercial) =>
                    Forms(text, "SE", commercial)
                        .All(form =>
                            Uri.TryCreate(form.Href, UriKind.Absolute, out var uri)
                            && uri.Scheme is "https" or "mailto"
                            && Disclosure.IsIn(new ShareText("", "da", form.Text), Post(commercial), Company("SE"))
                            && (
                                form.Channel.Text == ShareTextHandling.TitleOnly
                                || ShareLength.Count(
                                    form.Channel.Key,
                                    ShareAddress.Whole(form.Channel, form.Text, form.Url)
                                ) <= Most(form.Channel.Key)
                            )
                            && !(ShareLength.Count("reddit", form.Title ?? "") > 300)
                        )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_that_was_written_for_a_channel_leads_there_first()
    {
        var text = new ShareText("t", "da", Words, "bluesky");

        var forms = new ShareForms(new PostLinks(s_site)).Of(text, Post(), Company("DK"), "2026-W48");

        forms[0].Channel.Key.ShouldBe("bluesky");
        forms[1].Channel.Key.ShouldBe("linkedin");
        Forms(Words, "DK")[0].Channel.Key.ShouldBe("linkedin");
    }

    [Fact]
    public void Links_are_marked_with_their_channel_and_short_or_final_as_the_company_says()
    {
        Form("bluesky").Url.ShouldBe(s_site.ShortLink(Post().Id, "bluesky", "2026-W48"));
        var final = Company("DK") with
        {
            LinkStyle = LinkStyle.FinalUrl,
            Utm = "utm_source={channel}&utm_content={post}",
        };

        Forms(Words, final)
            .Single(form => form.Channel.Key == "bluesky")
            .Url.ShouldBe($"{Url}&utm_source=bluesky&utm_content={Post().Id}");
    }

    private static int Most(string channel) => ShareLength.MostOf(channel)!.Value;

    private static Gen<string> Text() =>
        Gen.Elements(
                "ord ",
                "en ",
                "😀",
                "風",
                "\n",
                "»",
                "«",
                "https://a.dk/b ",
                "Jeg arbejder hos Nordlys. ",
                "Reklame: ",
                "ordudengrænser"
            )
            .ListOf()
            .SelectMany(parts =>
                Gen.Choose(1, 60).Select(times => string.Concat(Enumerable.Repeat(string.Concat(parts), times)))
            )
            .Select(text => text.Length <= 3_000 ? text : text[..2_999]);

    private static ShareForm Form(string channel, string words = Words, string country = "DK") =>
        Forms(words, country).Single(form => form.Channel.Key == channel);

    private static IReadOnlyList<ShareForm> Forms(string words, string country, bool commercial = false) =>
        Forms(words, Company(country), commercial);

    private static IReadOnlyList<ShareForm> Forms(string words, CompanyProfile company, bool commercial = false) =>
        new ShareForms(new PostLinks(s_site)).Of(
            new ShareText("t", "da", words),
            Post(commercial),
            company,
            "2026-W48"
        );

    private static Post Post(bool commercial = false) =>
        new()
        {
            Id = Ids.Of("post", Url),
            Url = Url,
            Title = "Titel",
            Language = "da",
            Commercial = commercial,
            PublishedAt = DateTimeOffset.UnixEpoch,
            TakenInAt = DateTimeOffset.UnixEpoch,
        };

    private static CompanyProfile Company(string country) =>
        new()
        {
            Id = CompanyProfile.CompanyId,
            Name = "Nordlys",
            Country = country,
            SenderAddress = "digest@nordlys.example",
            SenderName = "Nordlys",
            ReplyAddress = "kom@nordlys.example",
        };
}
