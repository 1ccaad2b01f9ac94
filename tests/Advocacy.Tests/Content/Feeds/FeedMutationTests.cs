using System.Text;
using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

/// <summary>Whatever happens to a feed's bytes, reading it ends, and ends without an exception.</summary>
public sealed class FeedMutationTests
{
    private static readonly string[] Pieces =
    [
        "<",
        ">",
        "&",
        "\"",
        "'",
        "/",
        "!",
        "?",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<!DOCTYPE a [",
        "<item>",
        "</item>",
        "<title>",
        "</channel>",
        "<entry",
        "&#x",
        "&#55296;",
        "{",
        "}",
        "[",
        "]",
        "\\u",
        ",",
        ":",
        "\0",
        "\uFEFF",
        "\uD800",
        "xml:base='http://[",
        " href='//'",
        "<link>http://%zz:99999</link>",
        "<div>",
        "</div>",
        "<media:group>",
    ];

    public static TheoryData<string> Samples() =>
        [FeedSamples.Rss, FeedSamples.Rdf, FeedSamples.Atom, FeedSamples.Json];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Cut_anywhere_a_feed_gives_the_entries_before_the_cut(string sample)
    {
        var bytes = Encoding.UTF8.GetBytes(sample);
        var entries = 0;
        for (var length = 0; length <= bytes.Length; length++)
        {
            var feed = FeedSamples.Read(bytes[..length], "https://base.example/");

            feed.Entries.Count.ShouldBeGreaterThanOrEqualTo(entries);
            (feed.Format == FeedFormat.Unknown).ShouldBe(
                feed.Entries.Count == 0 && feed.Version is null && feed.Title is null && length < bytes.Length / 2
            );
            entries = feed.Entries.Count;
        }

        entries.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Changed_bytes_and_pieces_of_markup_anywhere_never_throw(string sample)
    {
        var bytes = Encoding.UTF8.GetBytes(sample);
        var random = new Random(20261123);
        var read = 0;
        for (var round = 0; round < 1_500; round++)
        {
            var changed = bytes.ToList();
            for (var change = random.Next(1, 12); change > 0 && changed.Count > 0; change--)
            {
                var at = random.Next(changed.Count);
                switch (random.Next(4))
                {
                    case 0:
                        changed[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        changed.RemoveRange(at, Math.Min(random.Next(1, 40), changed.Count - at));
                        break;
                    case 2:
                        changed.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                        break;
                    default:
                        changed.InsertRange(
                            at,
                            changed.GetRange(random.Next(at + 1), Math.Min(60, changed.Count - at) / 2)
                        );
                        break;
                }
            }

            var feed = FeedSamples.Read([.. changed], random.Next(2) == 0 ? "https://base.example/a/b" : null);
            feed.Warnings.Count.ShouldBeLessThanOrEqualTo(FeedWarnings.Most + 3);
            read += feed.Entries.Count;
        }

        // XML is read past its defects; JSON ends at the first one.
        read.ShouldBeGreaterThan(sample == FeedSamples.Json ? 100 : 1_000);
    }

    [Fact]
    public void Random_bytes_are_no_feed()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);

            FeedSamples.Read(bytes).Entries.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Pieces_of_markup_in_any_order_never_throw()
    {
        var random = new Random(20261123);
        var shapes = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var text = new StringBuilder(round % 2 == 0 ? "<rss><channel>" : "<feed>");
            for (var i = random.Next(60); i > 0; i--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
            }

            shapes += FeedSamples.Read(text.ToString()).Format == FeedFormat.Unknown ? 0 : 1;
        }

        shapes.ShouldBe(2_000);
    }

    [Theory]
    [InlineData("<![>")]
    [InlineData("<!--")]
    [InlineData("<a b='")]
    [InlineData("<a b=\"'>")]
    [InlineData("</a>")]
    [InlineData("<b<")]
    [InlineData("<a xmlns:x='y'></a>")]
    [InlineData("<link xml:base='a/' href='b'/>")]
    [InlineData("&#")]
    [InlineData("<item>")]
    [InlineData("<!DOCTYPE [")]
    public void A_file_of_one_nasty_piece_is_read_in_linear_time(string piece)
    {
        var text = "<rss><channel><item><title>" + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));

        // Were any of these quadratic, this would not end within the hour.
        FeedSamples.Read(text).Format.ShouldBe(FeedFormat.Rss);
    }
}
