using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

public sealed class TextLineTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData("  a \n\t b  ", "a b")]
    [InlineData("a\u00A0&nbsp;b", "a b")]
    [InlineData("<b>a</b> <i class=\"x\">b</i>", "a b")]
    [InlineData("a<br/>b<p>c", "a b c")]
    [InlineData("un<b>bro</b>ken", "unbroken")]
    [InlineData("<b></b>", null)]
    [InlineData("a<!-- hidden -->b", "ab")]
    [InlineData("&lt;b&gt; &amp; &aelig;&#230;&#xE6;", "<b> & æææ")]
    [InlineData("1 < 2 > 0", "1 < 2 > 0")]
    [InlineData("a <3 b", "a <3 b")]
    [InlineData("List<T> and Dictionary<TKey, TValue>", "List<T> and Dictionary<TKey, TValue>")]
    [InlineData("R&D at AT&T &unknown;", "R&D at AT&T &unknown;")]
    [InlineData("<", "<")]
    [InlineData("<b", "<b")]
    [InlineData("😀 <b>😀</b>", "😀 😀")]
    public void Html_becomes_one_line_of_text(string html, string? text) => TextLine.Of(html).ShouldBe(text);

    [Fact]
    public void Text_keeps_what_html_would_lose() => TextLine.Of(" <b>&amp;  ", html: false).ShouldBe("<b>&amp;");

    [Theory]
    [InlineData("a &amp; b", true)]
    [InlineData("<i>a</i>", true)]
    [InlineData("<b> alone", false)]
    [InlineData("</T>", false)]
    [InlineData("R&D", false)]
    [InlineData("", false)]
    public void Html_that_was_called_text_gives_itself_away(string text, bool isHtml) =>
        TextLine.LooksLikeHtml(text).ShouldBe(isHtml);
}
