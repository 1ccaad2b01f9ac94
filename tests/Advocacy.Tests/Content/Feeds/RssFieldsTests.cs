using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

public sealed class RssFieldsTests
{
    [Fact]
    public void A_full_item_gives_everything_it_has()
    {
        var entry = FeedSamples.Read(FeedSamples.Rss).Entries[0];

        entry.Categories.ShouldBe(["Kultur", "Mad & drikke"]);
        (entry with { Categories = [] }).ShouldBe(
            new FeedEntry
            {
                Id = "post-1",
                Title = "Vi bygger & gror",
                Link = "https://eksempel.example/1?a=1&b=2",
                Published = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)),
                Author = "Ann Berg",
                Summary = "<p>Kort</p>",
                Image = "https://eksempel.example/1.jpg",

                Line = 11,
            }
        );
    }

    [Fact]
    public void An_rdf_item_is_known_by_its_address_which_is_its_link_where_it_has_none()
    {
        var entries = FeedSamples.Read(FeedSamples.Rdf).Entries;

        (entries[0].Id, entries[0].Link).ShouldBe(("https://example.org/1", "https://example.org/1"));
        entries[0].Published.ShouldBe(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        entries[0].Categories.ShouldBe(["News"]);
        (entries[1].Title, entries[1].Link).ShouldBe(("Second", "https://example.org/2"));
    }

    [Theory]
    [InlineData("<guid>https://example.org/1</guid>", "https://example.org/1")]
    [InlineData("<guid isPermaLink='true'>https://example.org/1</guid>", "https://example.org/1")]
    [InlineData("<guid isPermaLink='false'>https://example.org/1</guid>", null)]
    [InlineData("<guid>post-1</guid>", null)]
    [InlineData("<guid>https://example.org/1</guid><link>https://example.org/2</link>", "https://example.org/2")]
    [InlineData("<link/><guid>https://example.org/1</guid>", "https://example.org/1")]
    [InlineData("<link href='https://example.org/3'/>", "https://example.org/3")]
    [InlineData("<link>\n  https://example.org/\n  4\n</link>", "https://example.org/4")]
    [InlineData("<link><![CDATA[https://example.org/?a=1&b=2]]></link>", "https://example.org/?a=1&b=2")]
    [InlineData("<link>https://example.org/?a=1&b=2</link>", "https://example.org/?a=1&b=2")]
    [InlineData("<link>https://example.org/æ ø</link>", "https://example.org/æ ø")]
    [InlineData(
        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='https://example.org/5'/>",
        "https://example.org/5"
    )]
    [InlineData("<atom:link rel='replies' href='https://example.org/6'/>", null)]
    [InlineData("<feedburner:origLink>https://example.org/7</feedburner:origLink>", "https://example.org/7")]
    public void The_link_is_the_link_else_a_permanent_guid(string content, string? link) =>
        FeedSamples.Item(content).Link.ShouldBe(link);

    [Theory]
    [InlineData("/a", "", "https://site.example/a")]
    [InlineData("a", "", "https://site.example/feeds/a")]
    [InlineData("//other.example/a", "", "https://other.example/a")]
    [InlineData("/a", "<link>https://blog.example/x/</link>", "https://blog.example/a")]
    [InlineData("https://third.example/a", "<link>https://blog.example/</link>", "https://third.example/a")]
    [InlineData("?p=7", "<link>https://blog.example/x/</link>", "https://blog.example/x/?p=7")]
    public void A_relative_link_is_relative_to_the_channels_link_else_to_where_the_feed_is(
        string link,
        string channel,
        string absolute
    ) => FeedSamples.Item($"<link>{link}</link>", "https://site.example/feeds/rss", channel).Link.ShouldBe(absolute);

    [Fact]
    public void A_channel_link_that_comes_after_the_items_counts_too() =>
        FeedSamples
            .Read("<rss><channel><item><link>/a</link></item><link>https://blog.example/</link></channel></rss>")
            .Entries[0]
            .Link.ShouldBe("https://blog.example/a");

    [Fact]
    public void A_relative_link_without_a_base_stays_as_it_is() =>
        FeedSamples.Item("<link>/a</link>").Link.ShouldBe("/a");

    [Theory]
    [InlineData("<author>ann@example.org (Ann Berg)</author>", "Ann Berg")]
    [InlineData("<author>Ann Berg &lt;ann@example.org&gt;</author>", "Ann Berg")]
    [InlineData("<author>ann@example.org</author>", "ann@example.org")]
    [InlineData("<author><name>Ann</name><email>a@example.org</email></author>", "Ann")]
    [InlineData("<author>ann@example.org</author><dc:creator>Ann</dc:creator>", "Ann")]
    [InlineData("<dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator>", "Ann, Bo")]
    [InlineData("<itunes:author>Ann</itunes:author>", "Ann")]
    [InlineData("<author> </author>", null)]
    [InlineData("<author>Ann Berg (ann@example.org)</author>", "Ann Berg")]
    [InlineData("<author><p>Ann <b>Berg</b></p></author>", "Ann Berg")]
    public void The_author_is_a_name_where_there_is_one(string content, string? author) =>
        FeedSamples.Item(content).Author.ShouldBe(author);

    [Theory]
    [InlineData("<pubDate>2 Nov 2026</pubDate><dc:date>2026-11-03</dc:date>", 2)]
    [InlineData("<dc:date>2026-11-03</dc:date><pubDate>2 Nov 2026</pubDate>", 2)]
    [InlineData("<pubDate>soon</pubDate><dc:date>2026-11-03</dc:date>", 3)]
    [InlineData("<atom:updated>2026-11-04T00:00:00Z</atom:updated>", 4)]
    [InlineData("<dcterms:issued>2026-11-05</dcterms:issued><dcterms:modified>2026-11-09</dcterms:modified>", 5)]
    [InlineData("<PubDate>6 Nov 2026</PubDate>", 6)]
    public void The_date_is_the_first_that_can_be_read_in_order_of_meaning(string content, int day) =>
        FeedSamples.Item(content).Published!.Value.Day.ShouldBe(day);

    [Fact]
    public void A_date_that_cannot_be_read_is_null_and_named_with_its_line()
    {
        var feed = FeedSamples.Read(
            "<rss><channel>\n<item>\n<pubDate>den 1. i måneden</pubDate></item></channel></rss>"
        );

        feed.Entries[0].Published.ShouldBeNull();
        feed.Messages().ShouldBe("line 3: the date \"den 1. i måneden\" cannot be read");
    }

    [Theory]
    [InlineData("<description></description><content:encoded>long</content:encoded>", "long")]
    [InlineData("<content:encoded>long</content:encoded><description>short</description>", "short")]
    [InlineData("<itunes:summary>podcast</itunes:summary>", "podcast")]
    [InlineData(
        "<description><p>Not <b>escaped</b><br>at all &amp; so</p></description>",
        "<p>Not <b>escaped</b><br>at all & so</p>"
    )]
    [InlineData("<description>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</description>", "<p>a &amp; b</p>")]
    [InlineData("<description><![CDATA[a]]><![CDATA[ &amp; b]]> &amp; c</description>", "a &amp; b & c")]
    public void The_summary_is_the_summary_else_the_content(string content, string summary) =>
        FeedSamples.Item(content).Summary.ShouldBe(summary);

    [Theory]
    [InlineData("<enclosure url='https://example.org/a.jpg' type='image/jpeg'/>", "https://example.org/a.jpg")]
    [InlineData("<enclosure url='https://example.org/a.png'/>", "https://example.org/a.png")]
    [InlineData("<enclosure url='https://example.org/a.mp3' type='audio/mpeg'/>", null)]
    [InlineData("<image><url>https://example.org/a.gif</url><title>t</title></image>", "https://example.org/a.gif")]
    [InlineData("<image>https://example.org/a.gif</image>", "https://example.org/a.gif")]
    public void The_image_may_be_an_enclosure_or_an_image_element(string content, string? image) =>
        FeedSamples
            .Item($"{content}<title>right</title>")
            .ShouldSatisfyAllConditions(e => e.Image.ShouldBe(image), e => e.Title.ShouldBe("right"));

    [Fact]
    public void Source_textinput_and_comments_do_not_pass_for_the_item() =>
        FeedSamples
            .Item(
                "<source url='https://x.example/'>Other</source><textInput><title>Search</title><link>https://x.example/s</link>"
                    + "</textInput><comments>https://x.example/c</comments><title>Mine</title>"
            )
            .ShouldSatisfyAllConditions(e => e.Title.ShouldBe("Mine"), e => e.Link.ShouldBeNull());
}
