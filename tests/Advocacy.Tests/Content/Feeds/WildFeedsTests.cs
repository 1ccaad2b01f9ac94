using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

/// <summary>Feeds as the large hosts and old programs write them, in short.</summary>
public sealed class WildFeedsTests
{
    [Fact]
    public void A_video_channel()
    {
        var feed = FeedSamples.Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
             <link rel="self" href="http://www.youtube.example/feeds/videos.xml?channel_id=UC1"/>
             <id>yt:channel:1</id><yt:channelId>1</yt:channelId><title>Our films</title>
             <link rel="alternate" href="https://www.youtube.example/channel/UC1"/>
             <author><name>Our films</name><uri>https://www.youtube.example/channel/UC1</uri></author>
             <entry><id>yt:video:v1</id><yt:videoId>v1</yt:videoId><title>A day at work</title>
              <link rel="alternate" href="https://www.youtube.example/watch?v=v1"/>
              <author><name>Our films</name></author><published>2026-11-24T07:00:00+00:00</published>
              <media:group><media:title>A day at work</media:title>
               <media:content url="https://www.youtube.example/v/v1?version=3" type="application/x-shockwave-flash" width="640" height="390"/>
               <media:thumbnail url="https://i.ytimg.example/vi/v1/hqdefault.jpg" width="480" height="360"/>
               <media:description>Come along.</media:description></media:group></entry>
            </feed>
            """
        );

        feed.Title.ShouldBe("Our films");
        feed.Entries.ShouldHaveSingleItem()
            .ShouldBe(
                new FeedEntry
                {
                    Id = "yt:video:v1",
                    Title = "A day at work",
                    Link = "https://www.youtube.example/watch?v=v1",
                    Published = new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero),
                    Author = "Our films",
                    Summary = "Come along.",
                    Image = "https://i.ytimg.example/vi/v1/hqdefault.jpg",
                    Line = 7,
                }
            );
    }

    [Fact]
    public void A_mastodon_profile_whose_posts_have_no_title()
    {
        var entry = FeedSamples.Item(
            """
            <guid isPermaLink="true">https://social.example/@us/1</guid><link>https://social.example/@us/1</link>
            <pubDate>Tue, 24 Nov 2026 08:00:00 +0000</pubDate>
            <description>&lt;p&gt;We are hiring &lt;a href="https://social.example/tags/jobs"&gt;#&lt;span&gt;jobs&lt;/span&gt;&lt;/a&gt;&lt;/p&gt;</description>
            <media:content url="https://files.social.example/1.png" type="image/png" fileSize="10" medium="image"><media:rating scheme="urn:simple">nonadult</media:rating>
            <media:description type="plain">Our team</media:description></media:content><category>jobs</category>
            """
        );

        (entry.Title, entry.Link, entry.Image).ShouldBe(
            (null, "https://social.example/@us/1", "https://files.social.example/1.png")
        );
        PlainTextOf(entry).ShouldBe("We are hiring #jobs");
    }

    [Fact]
    public void A_bluesky_profile_whose_posts_are_plain_text_and_whose_dates_have_no_seconds()
    {
        var entry = FeedSamples.Item(
            """
            <link>https://bsky.example/profile/us/post/3l</link><description>5 &lt; 6, says our AI &amp; data team</description>
            <pubDate>24 Nov 2026 08:00 +0000</pubDate><guid isPermaLink="false">at://did:plc:abc/app.bsky.feed.post/3l</guid>
            """
        );

        (entry.Id, entry.Published!.Value.Hour).ShouldBe(("at://did:plc:abc/app.bsky.feed.post/3l", 8));
        PlainTextOf(entry).ShouldBe("5 < 6, says our AI & data team");
    }

    [Fact]
    public void A_podcast()
    {
        var entry = FeedSamples.Item(
            """
            <title>Episode 1</title><itunes:title>One</itunes:title><itunes:author>Ann</itunes:author><itunes:duration>12:00</itunes:duration>
            <itunes:summary>About us</itunes:summary><itunes:image href="https://p.example/1.jpg"/>
            <enclosure url="https://p.example/1.mp3" length="1" type="audio/mpeg"/><guid isPermaLink="false">e1</guid>
            """
        );

        (entry.Title, entry.Author, entry.Summary, entry.Image).ShouldBe(
            ("Episode 1", "Ann", "About us", "https://p.example/1.jpg")
        );
    }

    [Fact]
    public void A_channel_definition_from_before_there_was_rss()
    {
        var feed = FeedSamples.Read(
            """
            <CHANNEL HREF="https://c.example/"><TITLE>Old</TITLE><ABSTRACT>About</ABSTRACT>
            <ITEM HREF="one.html" LASTMOD="2004-04-06T23:05:43-05:00"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM></CHANNEL>
            """
        );

        feed.Title.ShouldBe("Old");
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Title, entry.Link, entry.Summary, entry.Published!.Value.Hour).ShouldBe(
            ("One", "https://c.example/one.html", "First", 23)
        );
    }

    [Fact]
    public void An_atom_entry_that_stands_alone()
    {
        var feed = FeedSamples.Read(
            "<entry xmlns='http://www.w3.org/2005/Atom'><title>Alone</title><id>urn:1</id><link href='https://a.example/1'/></entry>"
        );

        feed.Format.ShouldBe(FeedFormat.Atom);
        feed.Entries.ShouldHaveSingleItem().Title.ShouldBe("Alone");
    }

    [Fact]
    public void Prefixes_for_everything_and_a_foreign_element_of_the_same_name()
    {
        var feed = FeedSamples.Read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/" xmlns:own="https://own.example/">
            <rss:channel rdf:about="https://r.example/"><rss:title>Prefixed</rss:title></rss:channel>
            <rss:item rdf:about="https://r.example/1"><own:description>wrong</own:description><rss:title>One</rss:title>
            <rss:description>right</rss:description><own:description>wrong</own:description></rss:item></rdf:RDF>
            """
        );

        feed.Title.ShouldBe("Prefixed");
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Title, entry.Summary, entry.Link).ShouldBe(("One", "right", "https://r.example/1"));
    }

    [Theory]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='base64'>QSBi</title></feed>", "A b")]
    [InlineData(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='application/octet-stream'>QSBi</title></feed>",
        "A b"
    )]
    [InlineData(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>A &amp;lt;b&amp;gt;</title></feed>",
        "A <b>"
    )]
    [InlineData(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>b</b></div></title></feed>",
        "A b"
    )]
    [InlineData(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='text'>The &lt;blink> tag</title></feed>",
        "The <blink> tag"
    )]
    public void The_title_of_a_feed_is_read_like_that_of_an_entry(string feed, string title) =>
        FeedSamples.Read(feed).Title.ShouldBe(title);

    [Theory]
    [InlineData("&Aopf;", "𝔸")]
    [InlineData("&hArr;&lArr;", "⇔⇐")]
    [InlineData("&NotEqualTilde;", "≂̸")]
    [InlineData("&CounterClockwiseContourIntegral;", "∳")]
    [InlineData("&doesnotexist;", "&doesnotexist;")]
    public void Every_name_of_html_is_known(string written, string title) =>
        FeedSamples.Item($"<title>{written}</title>").Title.ShouldBe(title);

    private static string PlainTextOf(FeedEntry entry) => Advocacy.Content.PlainText.Of(entry.Summary);
}
