using System.Text;
using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

/// <summary>Small feeds, one per format, and short ways to read what a test is about.</summary>
internal static class FeedSamples
{
    public const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
          <channel>
            <title>Nyt fra Eksempel</title>
            <atom:link href="https://eksempel.example/feed/" rel="self"/>
            <link>https://eksempel.example/</link>
            <description>Vores historier</description>
            <language>da-DK</language>
            <image><title>Logo</title><link>https://eksempel.example/</link><url>https://eksempel.example/logo.png</url></image>
            <item>
              <title>Vi bygger &amp; gror</title>
              <link>https://eksempel.example/1?a=1&amp;b=2</link>
              <guid isPermaLink="false">post-1</guid>
              <pubDate>Mon, 23 Nov 2026 09:00:00 +0100</pubDate>
              <dc:creator><![CDATA[Ann Berg]]></dc:creator>
              <category>Kultur</category>
              <category><![CDATA[Mad & drikke]]></category>
              <description>&lt;p&gt;Kort&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>Langt</p>]]></content:encoded>
              <media:content url="https://eksempel.example/1.jpg" medium="image" width="1200"/>
            </item>
            <item>
              <title>Den anden</title>
              <link>https://eksempel.example/2</link>
              <pubDate>Sun, 22 Nov 2026 09:00:00 +0100</pubDate>
            </item>
          </channel>
        </rss>
        """;

    public const string Rdf = """
        <?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://example.org/rss"><title>Paper</title><link>https://example.org/</link>
            <dc:language>en</dc:language>
            <items><rdf:Seq><rdf:li resource="https://example.org/1"/></rdf:Seq></items></channel>
          <item rdf:about="https://example.org/1">
            <title>First</title><link>https://example.org/1</link><dc:date>2026-11-23T09:00:00Z</dc:date>
            <dc:subject>News</dc:subject>
          </item>
          <item rdf:about="https://example.org/2"><title>Second</title></item>
        </rdf:RDF>
        """;

    public const string Atom = """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://example.org/blog/">
          <title type="text">Notes</title>
          <link rel="self" href="https://example.org/feed"/>
          <link href="https://example.org/blog/"/>
          <author><name>The Team</name></author>
          <entry>
            <id>tag:example.org,2026:1</id>
            <title type="html">Less &amp;lt;b&gt;is&lt;/b&gt; more</title>
            <link rel="edit" href="https://example.org/edit/1"/>
            <link rel="alternate" type="application/json" href="one.json"/>
            <link rel="alternate" type="text/html" href="one"/>
            <published>2026-11-23T09:00:00+01:00</published>
            <updated>2026-11-24T09:00:00Z</updated>
            <author><name>Ann</name><email>ann@example.org</email></author>
            <author><name>Bo</name></author>
            <category term="work" label="Working life"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; <b>B</b><br/></p></div></content>
          </entry>
          <entry><id>https://example.org/2</id><title>Two</title><updated>2026-11-20T00:00:00Z</updated></entry>
        </feed>
        """;

    public const string Json = """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Notes",
          "language": "en",
          "home_page_url": "https://example.org/",
          "authors": [{ "name": "The Team", "url": "https://example.org/team" }],
          "items": [
            {
              "id": 7, "url": "/7", "title": "Seven", "content_html": "<p>Long</p>", "summary": "Short",
              "image": "https://example.org/7.png", "date_published": "2026-11-23T09:00:00Z",
              "authors": [{ "name": "Ann" }, { "name": "Bo" }], "tags": ["a", "b"], "_own": { "deep": [1, { "x": [] }] }
            },
            { "id": "8", "url": "https://example.org/8", "content_text": "Just text" }
          ]
        }
        """;

    public static Feed Read(string feed, string? baseUri = null) => Read(Encoding.UTF8.GetBytes(feed), baseUri);

    public static Feed Read(byte[] feed, string? baseUri = null, string? charset = null) =>
        FeedReader.Read(
            new MemoryStream(feed),
            baseUri is null ? null : new Uri(baseUri),
            charset,
            TestContext.Current.CancellationToken
        );

    /// <summary>The only entry of an RSS feed whose only item has this content.</summary>
    public static FeedEntry Item(string content, string? baseUri = null, string channel = "") =>
        Read($"<rss version='2.0'><channel>{channel}<item>{content}</item></channel></rss>", baseUri)
            .Entries.ShouldHaveSingleItem();

    /// <summary>The only entry of an Atom feed whose only entry has this content.</summary>
    public static FeedEntry Entry(string content, string? baseUri = null) =>
        Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{content}</entry></feed>", baseUri)
            .Entries.ShouldHaveSingleItem();

    public static string Messages(this Feed feed) => string.Join('\n', feed.Warnings.Select(w => w.Message));
}
