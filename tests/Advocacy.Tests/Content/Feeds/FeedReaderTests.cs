using System.Globalization;
using System.Text;
using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

public sealed class FeedReaderTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n\t ", "empty")]
    [InlineData("Service unavailable", "plain text")]
    [InlineData("1 < 2", "plain text")]
    [InlineData("<!DOCTYPE html><html><head><title>404</title></head><body><p>Not here</body></html>", "HTML page")]
    [InlineData("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "HTML page")]
    [InlineData("<opml version='2.0'><body/></opml>", "OPML")]
    [InlineData("<urlset><url><loc>https://example.org/</loc></url></urlset>", "<urlset>")]
    [InlineData("<soap><fault/></soap>", "<soap>")]
    [InlineData("<rs", "the file ends")]
    [InlineData("<!-- never closed", "the file ends")]
    [InlineData("{}", "no JSON Feed")]
    [InlineData("[1, 2]", "no JSON Feed")]
    [InlineData("{\"items\":[{\"id\":1,\"name\":\"a product\"}]}", "no JSON Feed")]
    [InlineData("{\"error\":", "the file ends")]
    [InlineData("{not json}", "no JSON")]
    public void What_is_no_feed_is_unknown_with_one_warning_that_says_why(string content, string why)
    {
        var feed = FeedSamples.Read(content);

        feed.Format.ShouldBe(FeedFormat.Unknown);
        feed.Entries.ShouldBeEmpty();
        feed.Warnings.ShouldHaveSingleItem().Message.ShouldContain(why);
    }

    [Theory]
    [InlineData(FeedSamples.Rss, FeedFormat.Rss, "2.0", "Nyt fra Eksempel", "da-DK")]
    [InlineData(FeedSamples.Rdf, FeedFormat.Rdf, "1.0", "Paper", "en")]
    [InlineData(FeedSamples.Atom, FeedFormat.Atom, "1.0", "Notes", "en")]
    [InlineData(FeedSamples.Json, FeedFormat.JsonFeed, "1.1", "Notes", "en")]
    public void Each_format_gives_its_head_and_both_entries_without_a_warning(
        string content,
        FeedFormat format,
        string version,
        string title,
        string language
    )
    {
        var feed = FeedSamples.Read(content);

        (feed.Format, feed.Version, feed.Title, feed.Language).ShouldBe((format, version, title, language));
        feed.Entries.Count.ShouldBe(2);
        feed.Messages().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<rss version='0.91'><channel><item/></channel></rss>", FeedFormat.Rss, "0.91")]
    [InlineData("<rss><channel><item/></channel></rss>", FeedFormat.Rss, null)]
    [InlineData("<channel><item/></channel>", FeedFormat.Rss, null)]
    [InlineData(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><item/></rdf:RDF>",
        FeedFormat.Rdf,
        "0.90"
    )]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry/></feed>", FeedFormat.Atom, "0.3")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry/></a:feed>", FeedFormat.Atom, "1.0")]
    [InlineData("<RSS VERSION='2.0'><CHANNEL><ITEM/></CHANNEL></RSS>", FeedFormat.Rss, "2.0")]
    public void Every_version_is_known_by_its_root(string content, FeedFormat format, string? version)
    {
        var feed = FeedSamples.Read(content);

        (feed.Format, feed.Version, feed.Entries.Count).ShouldBe((format, version, 1));
    }

    [Theory]
    [InlineData("\n\n   ")]
    [InlineData("\uFEFF\n")]
    [InlineData("<br />\n<b>Warning</b>: mysql_connect() in <b>/var/www/feed.php</b> on line <b>3</b><br />\n")]
    [InlineData("garbage & more ")]
    public void What_a_broken_page_prints_before_the_feed_does_no_harm(string junk) =>
        FeedSamples.Read(junk + FeedSamples.Rss).Entries.Count.ShouldBe(2);

    [Fact]
    public void Thousands_of_blank_lines_before_the_feed_do_no_harm() =>
        (
            FeedSamples.Read(new string('\n', 70_000) + FeedSamples.Rss).Entries.Count,
            FeedSamples.Read(new string('\n', 50_000) + FeedSamples.Json).Entries.Count
        ).ShouldBe((2, 2));

    [Fact]
    public void A_cut_off_feed_keeps_its_whole_entries_and_says_where_it_ends()
    {
        var whole = FeedSamples.Rss.ReplaceLineEndings("\n");
        var feed = FeedSamples.Read(whole[..whole.IndexOf("anden", StringComparison.Ordinal)]);

        feed.Format.ShouldBe(FeedFormat.Rss);
        feed.Entries.ShouldHaveSingleItem().Id.ShouldBe("post-1");
        feed.Warnings.ShouldHaveSingleItem()
            .ShouldBe(new FeedWarning(24, "line 24: the file ends inside <item>; 1 entry was read"));
    }

    [Fact]
    public void A_cut_off_json_feed_keeps_its_whole_entries_and_says_where_it_ends()
    {
        var whole = FeedSamples.Json.ReplaceLineEndings("\n");
        var feed = FeedSamples.Read(whole[..whole.IndexOf("Just text", StringComparison.Ordinal)]);

        feed.Entries.ShouldHaveSingleItem().Id.ShouldBe("7");
        feed.Warnings.ShouldHaveSingleItem().Message.ShouldBe("line 13: the file ends; 1 entry was read");
    }

    [Fact]
    public void Entries_without_link_or_date_and_with_one_id_stay_as_they_are()
    {
        var feed = FeedSamples.Read(
            "<rss><channel><item><title>a</title><guid isPermaLink='false'>x</guid></item>"
                + "<item><title>b</title><guid isPermaLink='false'>x</guid></item><item></item></channel></rss>"
        );

        feed.Entries.Select(e => (e.Id, e.Title, e.Link, e.Published))
            .ShouldBe([("x", "a", null, null), ("x", "b", null, null), (null, null, null, null)]);
        feed.Messages().ShouldBeEmpty();
    }

    [Fact]
    public void Every_entry_knows_its_line() =>
        FeedSamples.Read(FeedSamples.Rss).Entries.Select(e => e.Line).ShouldBe([11, 23]);

    [Fact]
    public void More_entries_than_two_thousand_are_left_out_with_a_warning()
    {
        var feed = new StringBuilder("<rss><channel>");
        for (var i = 0; i < 2_100; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{i}</title></item>\n");
        }

        var read = FeedSamples.Read(feed.Append("</channel></rss>").ToString());

        read.Entries.Count.ShouldBe(FeedLimits.Entries);
        read.Messages().ShouldBe("line 2001: the feed is too long; its first 2000 entries were read");
    }

    [Fact]
    public void A_field_is_cut_at_its_limit_with_a_warning_and_the_rest_goes_on()
    {
        var item =
            $"<title>a</title><description>{new string('x', 150_000)}</description><link>https://example.org/</link>";

        var feed = FeedSamples.Read($"<rss><channel><item>{item}</item></channel></rss>");

        feed.Entries[0].Summary!.Length.ShouldBe(FeedLimits.FieldLength);
        feed.Entries[0].Link.ShouldBe("https://example.org/");
        feed.Messages().ShouldContain("<description> is longer than 100000 characters");
    }

    [Fact]
    public void A_feed_of_one_endless_tag_is_given_up_at_four_million_characters()
    {
        var feed = FeedSamples.Read(
            "<rss><channel><item><title>a</title></item><item a='" + new string('x', 9_000_000)
        );

        feed.Entries.Count.ShouldBe(1);
        feed.Messages().ShouldContain("a single tag is longer than 4 million characters");
    }

    [Fact]
    public void A_feed_of_endless_text_is_read_without_being_held()
    {
        var stream = new EndlessStream("<rss><channel><item><title>a</title></item><foo>", 200_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var feed = FeedReader.Read(stream, cancellationToken: TestContext.Current.CancellationToken);

        feed.Entries.Count.ShouldBe(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_000_000);
    }

    [Fact]
    public void Cancelling_ends_the_reading()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() =>
            FeedReader.Read(new EndlessStream("<rss>", long.MaxValue), cancellationToken: source.Token)
        );
    }

    /// <summary>A start, and then as many bytes of text as are asked for.</summary>
    private sealed class EndlessStream(string start, long length) : Stream
    {
        private byte[] _start = Encoding.UTF8.GetBytes(start);

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_start.Length > 0)
            {
                var first = Math.Min(count, _start.Length);
                _start.AsSpan(0, first).CopyTo(buffer.AsSpan(offset));
                _start = _start[first..];
                return first;
            }

            var some = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, some).Fill((byte)'x');
            Position += some;
            return some;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
