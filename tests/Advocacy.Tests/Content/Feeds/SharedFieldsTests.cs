namespace Advocacy.Tests.Content.Feeds;

public sealed class SharedFieldsTests
{
    [Theory]
    [InlineData("<media:thumbnail url='https://e.example/t.jpg'/>", "https://e.example/t.jpg")]
    [InlineData("<media:content url='https://e.example/c.jpg'/>", "https://e.example/c.jpg")]
    [InlineData("<media:content url='https://e.example/c' medium='image'/>", "https://e.example/c")]
    [InlineData("<media:content url='https://e.example/c' type='image/png'/>", "https://e.example/c")]
    [InlineData("<media:content url='https://e.example/c.mp4' type='video/mp4'/>", null)]
    [InlineData(
        "<media:content url='https://e.example/v.mp4' medium='video'><media:thumbnail url='https://e.example/t.jpg'/></media:content>",
        "https://e.example/t.jpg"
    )]
    [InlineData(
        "<media:content url='https://e.example/s.jpg' width='150'/><media:content url='https://e.example/l.jpg' width='900'/>",
        "https://e.example/l.jpg"
    )]
    [InlineData(
        "<media:thumbnail url='https://e.example/t.jpg'/><media:content url='https://e.example/c.jpg'/>",
        "https://e.example/c.jpg"
    )]
    [InlineData(
        "<media:content url='https://0.gravatar.com/avatar/1' medium='image'/><media:thumbnail url='https://e.example/t.jpg'/>",
        "https://e.example/t.jpg"
    )]
    [InlineData("<itunes:image href='https://e.example/i.jpg'/>", "https://e.example/i.jpg")]
    [InlineData("<media:thumbnail url='/t.jpg'/>", "https://site.example/t.jpg")]
    [InlineData("<media:thumbnail/>", null)]
    public void The_image_is_the_best_picture_that_is_offered(string content, string? image) =>
        FeedSamples.Item(content, "https://site.example/feed").Image.ShouldBe(image);

    [Theory]
    [InlineData("<dc:title>d</dc:title><title>t</title>", "t")]
    [InlineData("<dc:title>d</dc:title>", "d")]
    [InlineData("<media:title>m</media:title>", "m")]
    [InlineData("<itunes:title>i</itunes:title><media:title>m</media:title>", "i")]
    public void A_title_may_come_from_another_vocabulary(string content, string title) =>
        FeedSamples.Item(content).Title.ShouldBe(title);

    [Fact]
    public void Categories_come_from_all_vocabularies_once_each() =>
        FeedSamples
            .Item("<category>a</category><dc:subject>b</dc:subject><category> a </category><category/>")
            .Categories.ShouldBe(["a", "b"]);

    [Fact]
    public void Another_prefix_for_a_known_vocabulary_is_understood() =>
        FeedSamples
            .Item("<x:creator xmlns:x='http://purl.org/dc/elements/1.1/'>Ann</x:creator>")
            .Author.ShouldBe("Ann");

    [Fact]
    public void A_known_prefix_for_another_vocabulary_is_not_mistaken() =>
        FeedSamples
            .Item(
                "<media:title xmlns:media='http://purl.org/dc/elements/1.1/'>d</media:title><itunes:title>i</itunes:title>"
            )
            .Title.ShouldBe("d");

    [Fact]
    public void An_undeclared_prefix_has_its_usual_meaning_and_is_warned_of_once()
    {
        var item = "<item><dc:creator>Ann</dc:creator></item>";
        var feed = FeedSamples.Read($"<rss><channel>{item}{item}</channel></rss>");

        feed.Entries.ShouldAllBe(e => e.Author == "Ann");
        feed.Warnings.ShouldHaveSingleItem().Message.ShouldContain("the prefix \"dc\" is not declared");
    }

    [Fact]
    public void Foreign_elements_and_all_they_hold_are_passed_over() =>
        FeedSamples
            .Item("<geo:point xmlns:geo='x'><title>no</title><item>no</item></geo:point><title>yes</title>")
            .Title.ShouldBe("yes");
}
