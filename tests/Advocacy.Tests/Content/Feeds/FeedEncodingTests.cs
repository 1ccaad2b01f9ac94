using System.Text;

namespace Advocacy.Tests.Content.Feeds;

public sealed class FeedEncodingTests
{
    private const string Text = "Blåbærgrød – 5 €";

    [Theory]
    [InlineData("utf-8", "utf-8", null)]
    [InlineData("utf-8", null, null)]
    [InlineData("utf-8", "iso-8859-1", null)]
    [InlineData("utf-8", null, "iso-8859-1")]
    [InlineData("utf-8", "utf-16", null)]
    [InlineData("utf-8", "klingon", "x-unknown")]
    [InlineData("utf-8", "us-ascii", null)]
    [InlineData("windows-1252", "windows-1252", null)]
    [InlineData("windows-1252", "iso-8859-1", null)]
    [InlineData("windows-1252", null, "iso-8859-1")]
    [InlineData("windows-1252", null, null)]
    [InlineData("windows-1252", "utf-8", null)]
    [InlineData("windows-1252", "utf-8", "utf-8")]
    [InlineData("windows-1252", "windows-1252", "utf-8")]
    [InlineData("iso-8859-15", "iso-8859-15", null)]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("utf-16BE", "utf-16", null)]
    [InlineData("utf-16", "utf-8", "utf-8")]
    [InlineData("utf-32", null, null)]
    [InlineData("IBM01140", "IBM01140", null)]
    public void Text_survives_right_wrong_and_missing_declarations(string real, string? declared, string? http)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.GetEncoding(real);
        var text = real is "iso-8859-15" or "IBM01140" ? Text.Replace('–', '-') : Text;
        var declaration = declared is null ? "" : $"<?xml version='1.0' encoding='{declared}'?>";

        var feed = FeedSamples.Read(
            encoding.GetBytes($"{declaration}<rss><channel><title>{text}</title></channel></rss>"),
            charset: http
        );

        feed.Title.ShouldBe(text);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_believed_before_all_else(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes =
        [
            .. encoding.GetPreamble(),
            .. encoding.GetBytes(
                $"<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>{Text}</title></channel></rss>"
            ),
        ];

        FeedSamples.Read(bytes, charset: "iso-8859-1").Title.ShouldBe(Text);
    }

    [Theory]
    [InlineData("shift_jis", "日本語")]
    [InlineData("gb2312", "中文")]
    [InlineData("koi8-r", "Новости")]
    [InlineData("windows-1255", "עברית")]
    [InlineData("euc-kr", "한국어")]
    [InlineData("big5", "繁體")]
    public void Other_alphabets_are_read_as_declared(string name, string text)
    {
        var bytes = CodePagesEncodingProvider
            .Instance.GetEncoding(name)!
            .GetBytes($"<?xml version='1.0' encoding='{name}'?><rss><channel><title>{text}</title></channel></rss>");

        FeedSamples.Read(bytes).Title.ShouldBe(text);
    }

    [Theory]
    [InlineData("437")]
    [InlineData("cp437")]
    [InlineData("IBM_437")]
    [InlineData("csPC8CodePage437")]
    public void An_encoding_is_known_by_all_its_names(string name) =>
        FeedSamples
            .Read([
                .. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{name}'?><rss><channel><title>"),
                0x80,
                .. "</title></channel></rss>"u8,
            ])
            .Title.ShouldBe("Ç");

    [Theory]
    [InlineData("macroman", 0x80, "Ä")]
    [InlineData("mac_cyrillic", 0x80, "А")]
    [InlineData("csibm855", 0x80, "ђ")]
    [InlineData("windows_1253", 0xC1, "Α")]
    [InlineData("win1251", 0xC0, "А")]
    public void Other_platforms_names_are_known_too(string name, byte letter, string title) =>
        FeedSamples
            .Read([
                .. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{name}'?><rss><channel><title>"),
                letter,
                .. "</title></channel></rss>"u8,
            ])
            .Title.ShouldBe(title);

    [Fact]
    public void Stray_bytes_in_utf8_are_read_as_windows_1252_and_warned_of()
    {
        byte[] bytes = [.. "<rss><channel><title>rød "u8, 0xE5, 0x96, .. " grød</title></channel></rss>"u8];

        var feed = FeedSamples.Read(bytes);

        feed.Title.ShouldBe("rød å– grød");
        feed.Warnings.ShouldHaveSingleItem().Message.ShouldContain("windows-1252");
    }

    [Fact]
    public void A_wrong_declaration_is_warned_of()
    {
        var bytes = Encoding.UTF8.GetBytes(
            "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>å</title></channel></rss>"
        );

        FeedSamples
            .Read(bytes)
            .Messages()
            .ShouldBe("line 1: the feed is said to be iso-8859-1, but its bytes are UTF-8");
    }

    [Fact]
    public void A_character_on_the_border_of_two_reads_is_whole()
    {
        var title = string.Concat(Enumerable.Repeat("æ€😀x", 20_000));

        for (var shift = 0; shift < 4; shift++)
        {
            var feed = FeedSamples.Read(
                $"<rss><!--{new string('-', shift)} --><channel><item><description>{title}</description></item></channel></rss>"
            );

            feed.Entries[0].Summary.ShouldBe(title);
        }
    }
}
