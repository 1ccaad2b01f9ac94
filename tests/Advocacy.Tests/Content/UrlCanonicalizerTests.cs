using Advocacy.Content;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Content;

public sealed class UrlCanonicalizerTests
{
    [Theory]
    // The same page, spelt in many ways.
    [InlineData("https://x.dk", "https://x.dk/")]
    [InlineData("  https://x.dk/a  ", "https://x.dk/a")]
    [InlineData("HTTPS://WWW.X.DK/Nyt", "https://www.x.dk/Nyt")]
    [InlineData("https://x.dk:443/a", "https://x.dk/a")]
    [InlineData("http://x.dk:80/a", "http://x.dk/a")]
    [InlineData("https://x.dk./a", "https://x.dk/a")]
    [InlineData("https://x.dk/a#top", "https://x.dk/a")]
    [InlineData("https://x.dk/a?", "https://x.dk/a")]
    [InlineData("https://x.dk/a/../b/./c", "https://x.dk/b/c")]
    [InlineData("https://x.dk/a/%2e%2E/b", "https://x.dk/b")]
    [InlineData("https://rødgrød.dk/", "https://xn--rdgrd-vuad.dk/")]
    // Percent-encoding.
    [InlineData("https://x.dk/r%c3%b8d", "https://x.dk/r%C3%B8d")]
    [InlineData("https://x.dk/rød grød", "https://x.dk/r%C3%B8d%20gr%C3%B8d")]
    [InlineData("https://x.dk/%7Eme/%41", "https://x.dk/~me/A")]
    [InlineData("https://x.dk/a%2Fb", "https://x.dk/a%2Fb")]
    [InlineData("https://x.dk/100%", "https://x.dk/100%25")]
    [InlineData("https://x.dk/?q=a%26b", "https://x.dk/?q=a%26b")]
    // Tracking goes, the rest stays in order.
    [InlineData("https://x.dk/a?utm_source=rss&utm_medium=feed", "https://x.dk/a")]
    [InlineData("https://x.dk/a?b=2&UTM_Campaign=x&a=1&fbclid=q", "https://x.dk/a?b=2&a=1")]
    [InlineData("https://x.dk/a?gclid=1&mc_cid=2&mc_eid=3&igshid=4&id=7", "https://x.dk/a?id=7")]
    [InlineData("https://x.dk/a?utm%5Fsource=rss&&x", "https://x.dk/a?x")]
    [InlineData("https://x.dk/a?&?|", "https://x.dk/a??%7C")]
    [InlineData("https://x.dk/?p=12&q=a+b", "https://x.dk/?p=12&q=a+b")]
    [InlineData(
        "https://x.dk/a?at_medium=x&at_campaign=y&stm_source=a&piwik_kwd=1&matomo_cid=2&id=1",
        "https://x.dk/a?id=1"
    )]
    [InlineData(
        "https://x.dk/a?trk=feed-detail&trackingId=x&mibextid=1&ss_email_id=2&_bta_c=3&wickedid=4",
        "https://x.dk/a"
    )]
    [InlineData(
        "https://x.dk/a?ref=7&source=a&campaign=2&v=abc&t=10&cid=3",
        "https://x.dk/a?ref=7&source=a&campaign=2&v=abc&t=10&cid=3"
    )]
    // A server can tell these apart.
    [InlineData("http://x.dk/a/", "http://x.dk/a/")]
    [InlineData("https://x.dk:8443/A", "https://x.dk:8443/A")]
    [InlineData("https://[2001:DB8::1]:81/a", "https://[2001:db8::1]:81/a")]
    public void A_page_has_one_spelling(string url, string canonical) =>
        UrlCanonicalizer.Canonical(url).ShouldBe(canonical);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("/a/b")]
    [InlineData("x.dk/a")]
    [InlineData("//x.dk/a")]
    [InlineData("ftp://x.dk/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@x.dk")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://")]
    [InlineData("http:///a")]
    [InlineData("https://user@x.dk/")]
    [InlineData("https://user:secret@x.dk/")]
    [InlineData("https://x.dk/a\nb")]
    [InlineData("https://x.dk/a\u0000b")]
    [InlineData("https://x.dk:99999/")]
    public void Anything_but_an_absolute_web_address_is_refused(string url) =>
        UrlCanonicalizer.Canonical(url).ShouldBeNull();

    [Fact]
    public void The_limit_is_2048_characters()
    {
        UrlCanonicalizer.Canonical("https://x.dk/" + new string('a', 2_035)).ShouldNotBeNull().Length.ShouldBe(2_048);
        UrlCanonicalizer.Canonical("https://x.dk/" + new string('a', 2_036)).ShouldBeNull();
        UrlCanonicalizer.Canonical("https://x.dk/" + new string('ø', 1_000)).ShouldBeNull("escaped it is 6,000 long");
    }

    [Fact]
    public void Canonical_is_final_whatever_comes_in()
    {
        var characters = Gen.Elements("ab/.%?&=#:@[]ø -_~2eFE+;,\\\"<>^|".ToCharArray());
        var tails = characters.ArrayOf().Select(letters => "https://x.dk/" + new string(letters));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(
                tails.ToArbitrary(),
                url => UrlCanonicalizer.Canonical(url) is not { } once || UrlCanonicalizer.Canonical(once) == once
            )
        );
    }

    [Fact]
    public void An_absolute_address_keeps_its_parameters()
    {
        UrlCanonicalizer
            .Absolute(" https://X.dk/a.jpg?utm_source=x&sig=%2f ")
            .ShouldBe("https://x.dk/a.jpg?utm_source=x&sig=%2f");
        UrlCanonicalizer.Absolute("data:image/png;base64,xx").ShouldBeNull();
    }
}
