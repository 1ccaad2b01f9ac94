using System.Text;
using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

public sealed class AtomFieldsTests
{
    [Fact]
    public void A_full_entry_gives_everything_it_has()
    {
        var entry = FeedSamples.Read(FeedSamples.Atom).Entries[0];

        entry.Categories.ShouldBe(["Working life"]);
        (entry with { Categories = [] }).ShouldBe(
            new FeedEntry
            {
                Id = "tag:example.org,2026:1",
                Title = "Less <b>is more",
                Link = "https://example.org/blog/one",
                Published = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)),
                Author = "Ann, Bo",
                Summary = "<p>A &lt; <b>B</b><br/></p>",

                Line = 7,
            }
        );
    }

    [Fact]
    public void A_bare_entry_takes_the_feeds_author_the_date_it_was_updated_and_its_id_for_a_link()
    {
        var entry = FeedSamples.Read(FeedSamples.Atom).Entries[1];

        (entry.Author, entry.Link).ShouldBe(("The Team", "https://example.org/2"));
        entry.Published.ShouldBe(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("<link href='https://a.example/'/>", "https://a.example/")]
    [InlineData(
        "<link rel='http://www.iana.org/assignments/relation/alternate' href='https://a.example/'/>",
        "https://a.example/"
    )]
    [InlineData("<link rel='self' href='https://a.example/s'/>", null)]
    [InlineData(
        "<link rel='alternate' type='application/pdf' href='https://a.example/p'/><link href='https://a.example/h'/>",
        "https://a.example/h"
    )]
    [InlineData("<link href='https://a.example/1'/><link href='https://a.example/2'/>", "https://a.example/1")]
    [InlineData("<link>https://a.example/rss-like</link>", "https://a.example/rss-like")]
    [InlineData("<link rel='alternate'/>", null)]
    [InlineData("<id>urn:uuid:1</id>", null)]
    public void The_link_is_the_alternate_and_a_page_rather_than_a_file(string content, string? link) =>
        FeedSamples.Entry(content).Link.ShouldBe(link);

    [Fact]
    public void Xml_base_is_inherited_and_combined()
    {
        var feed = FeedSamples.Read(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/blog/'><entry xml:base='2026/'><link href='a'/></entry>"
                + "<entry><link href='b'/></entry><entry><link xml:base='https://other.example/' href='c'/></entry></feed>",
            "https://example.org/feeds/atom"
        );

        feed.Entries.Select(e => e.Link)
            .ShouldBe(["https://example.org/blog/2026/a", "https://example.org/blog/b", "https://other.example/c"]);
    }

    [Fact]
    public void A_relative_id_is_made_one_of_a_kind_by_xml_base_and_by_nothing_else()
    {
        FeedSamples.Entry("<id xml:base='https://example.org/'>7</id>").Id.ShouldBe("https://example.org/7");
        FeedSamples.Entry("<id>7</id>", "https://example.org/feed").Id.ShouldBe("7");
        FeedSamples.Item("<guid isPermaLink='false' xml:base='https://e.example/'>7</guid>").Id.ShouldBe("7");
    }

    [Theory]
    [InlineData("<title>a &amp; b</title>", "a & b")]
    [InlineData("<title type='text'>if a &lt; b</title>", "if a < b")]
    [InlineData("<title type='text'>List&lt;T&gt; and &lt;b&gt;</title>", "List<T> and <b>")]
    [InlineData("<title type='text'>Wrongly &lt;b&gt;escaped&lt;/b&gt;</title>", "Wrongly escaped")]
    [InlineData("<title type='html'>&lt;b&gt;a&lt;/b&gt; &amp;amp; b</title>", "a & b")]
    [InlineData(
        "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <i>b</i> &lt;c&gt;</div></title>",
        "a b <c>"
    )]
    [InlineData("<title mode='escaped' type='text/html'>&lt;b&gt;a&lt;/b&gt;</title>", "a")]
    [InlineData("<title mode='xml'>a <b>b</b></title>", "a b")]
    [InlineData("<title mode='base64' type='text/plain'>SGVs\nbG8=</title>", "Hello")]
    [InlineData("<title mode='base64'>%%%</title>", null)]
    public void Titles_are_plain_text_however_they_are_written(string content, string? title) =>
        FeedSamples.Entry(content).Title.ShouldBe(title);

    [Theory]
    [InlineData("<summary>a &lt; b &amp; c</summary>", "a &lt; b &amp; c")]
    [InlineData("<summary type='text'>x&lt;y and List&lt;T&gt;</summary>", "x&lt;y and List&lt;T>")]
    [InlineData("<summary>Wrongly &lt;b&gt;escaped&lt;/b&gt;</summary>", "Wrongly <b>escaped</b>")]
    [InlineData("<content type='application/octet-stream'>SGVsbG8=</content>", "Hello")]
    [InlineData("<content type='application/xml'><p>a &lt; b</p></content>", "<p>a &lt; b</p>")]
    [InlineData("<summary type='html'>&lt;p&gt;a&lt;/p&gt;</summary>", "<p>a</p>")]
    [InlineData("<content type='html'>long</content><summary>short</summary>", "short")]
    [InlineData("<content type='image/png'>iVBORw0KGgo=</content>", null)]
    [InlineData("<content src='https://example.org/a.pdf' type='application/pdf'/>", null)]
    [InlineData(
        "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p class='a'>b</x:p></x:div></content>",
        "<p class='a'>b</p>"
    )]
    [InlineData(
        "<content type='application/xhtml+xml' mode='xml'><div>one</div><div>two</div></content>",
        "one<div>two</div>"
    )]
    public void Summaries_are_html_and_plain_text_is_escaped(string content, string? summary) =>
        FeedSamples.Entry(content).Summary.ShouldBe(summary);

    [Fact]
    public void Atom_0_3_has_its_own_names_for_the_dates()
    {
        var feed = FeedSamples.Read(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>a</title><modified>2004-01-03T00:00:00Z</modified>"
                + "<issued>2004-01-01T00:00:00Z</issued><created>2004-01-02T00:00:00Z</created></entry></feed>"
        );

        feed.Entries[0].Published!.Value.Day.ShouldBe(1);
    }

    [Fact]
    public void The_source_of_a_copied_entry_does_not_pass_for_the_entry() =>
        FeedSamples
            .Entry(
                "<source><title>Planet</title><id>x</id><link href='https://x.example/'/></source><title>Mine</title>"
            )
            .ShouldSatisfyAllConditions(e => e.Title.ShouldBe("Mine"), e => e.Link.ShouldBeNull());

    [Fact]
    public void A_feed_without_its_namespace_is_read_as_atom_all_the_same()
    {
        var feed = FeedSamples.Read("<feed><entry><title>a</title><link href='https://a.example/'/></entry></feed>");

        (feed.Format, feed.Entries[0].Link).ShouldBe((FeedFormat.Atom, "https://a.example/"));
    }

    [Fact]
    public void A_video_channels_group_gives_description_and_picture()
    {
        var feed = FeedSamples.Read(
            "<feed xmlns:media='http://search.yahoo.com/mrss/' xmlns='http://www.w3.org/2005/Atom'><entry><title>Video</title>"
                + "<media:group><media:title>Video</media:title><media:content url='https://v.example/v' type='application/x-shockwave-flash'/>"
                + "<media:thumbnail url='https://v.example/hq.jpg' width='480'/><media:description>What it shows</media:description>"
                + "<media:community><media:statistics views='1'/></media:community></media:group></entry></feed>"
        );

        (feed.Entries[0].Summary, feed.Entries[0].Image).ShouldBe(("What it shows", "https://v.example/hq.jpg"));
    }

    [Fact]
    public void Base64_that_is_utf8_keeps_its_letters() =>
        FeedSamples
            .Entry($"<summary mode='base64'>{Convert.ToBase64String(Encoding.UTF8.GetBytes("blåbær"))}</summary>")
            .Summary.ShouldBe("blåbær");
}
