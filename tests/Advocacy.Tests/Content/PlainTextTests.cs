using Advocacy.Content;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Content;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("  two\r\n\t words\u00a0here ", "two words here")]
    [InlineData("Fish &amp; chips", "Fish & chips")]
    [InlineData("AT&T and R&D", "AT&T and R&D")]
    [InlineData("r&oslash;d &#8212; gr&#xF8;n", "rød — grøn")]
    [InlineData("<p>One</p><p>Two</p>", "One Two")]
    [InlineData("one<br/>two", "one two")]
    [InlineData("<b>bo</b>ld <a href='x'>link</a>.", "bold link.")]
    [InlineData("<ul><li>a</li><li>b</li></ul>c", "a b c")]
    [InlineData("<script>alert(1)</script>seen<style>p{}</style>", "seen")]
    [InlineData("seen <!-- not this --> too", "seen too")]
    [InlineData("1 < 2 & 3 > 2", "1 < 2 & 3 > 2")]
    [InlineData("I <3 it", "I <3 it")]
    [InlineData("cut <b", "cut")]
    [InlineData("&lt;b&gt;not a tag&lt;/b&gt;", "<b>not a tag</b>")]
    [InlineData("<svg><text>no</text></svg><template>no</template>yes", "yes")]
    [InlineData("a\u0000b\u0007c", "a b c")]
    [InlineData("<SCRIPT type='a>b'>no</ScRiPt >yes", "yes")]
    [InlineData("<script>if (a < b) '</b>'</script>yes", "yes")]
    [InlineData("<iframe src='x'/>after", "after")]
    [InlineData("<p title='a>b' class = \"c>d\">yes</p>", "yes")]
    [InlineData("<html><head><title>no</title><body>yes", "yes")]
    [InlineData("</ p>yes<!doctype html><?php no ?>", "yes")]
    [InlineData("a<!-- never closed", "a")]
    [InlineData("<style>never closed", "")]
    [InlineData("&Aopf;&copy;<b>&amp;lt;</b>", "𝔸©&lt;")]
    [InlineData("<img alt='no' onerror=alert(1)>yes", "yes")]
    [InlineData("safe\u202etxt.exe \u200bx\ufeff", "safetxt.exe x")]
    [InlineData("👩‍👩‍👧 family", "👩‍👩‍👧 family")]
    public void Html_or_text_becomes_one_line(string? html, string text) => PlainText.Of(html).ShouldBe(text);

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly 10", 10, "exactly 10")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("one, two three", 6, "one…")]
    [InlineData("abcdefghijkl", 5, "abcd…")]
    [InlineData("👍🏽👍🏽👍🏽👍🏽", 4, "👍🏽👍🏽👍🏽👍🏽")]
    [InlineData("👍🏽👍🏽👍🏽👍🏽", 3, "👍🏽👍🏽…")]
    [InlineData("abc", 1, "…")]
    public void A_long_text_ends_at_a_word(string text, int most, string cut) =>
        PlainText.Cut(text, most).ShouldBe(cut);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        PlainText.Of("a\ud800b").ShouldBe("a\ufffdb");

    [Fact]
    public void Text_survives_the_way_through_html()
    {
        var characters = Gen.Elements("ab <>&;#/!-lt amp".ToCharArray());
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(
                characters.ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
                text =>
                    PlainText.Of(PlainText.ToHtml(text))
                    == string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            )
        );
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x><table>")]
    [InlineData("<svg>")]
    [InlineData("<b><p>")]
    [InlineData("<a b='")]
    [InlineData("</x")]
    public void Depth_is_no_danger(string tag) =>
        PlainText.Of("in " + string.Concat(Enumerable.Repeat(tag, 20_000 / tag.Length))).ShouldBe("in");

    [Fact]
    public void Only_the_beginning_of_endless_html_is_looked_at() =>
        PlainText.Of(new string('x', 10_000_000)).Length.ShouldBe(PlainText.MostHtml);
}
