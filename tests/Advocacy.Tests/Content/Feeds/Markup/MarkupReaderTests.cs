using System.Text;
using System.Xml;
using Advocacy.Content.Feeds;
using Advocacy.Content.Feeds.Markup;

namespace Advocacy.Tests.Content.Feeds.Markup;

public sealed class MarkupReaderTests
{
    [Theory]
    [InlineData("<a/>", "<a></a>")]
    [InlineData("<a x='1' y=\"2\">t</a>", "<a>t</a>")]
    [InlineData("<a><b>1</b><c/>2</a>", "<a><b>1</b><c></c>2</a>")]
    [InlineData("<a>1 &lt; 2 &amp;&#65;&#x42; &aelig; &unknown; & &</a>", "<a>1 < 2 &AB æ &unknown; & &</a>")]
    [InlineData("<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "<a><b>&amp;]]></a>")]
    [InlineData("<!-- <x> --><a><!-- - -- > -->1<?pi <y> ?></a><!-- z -->", "<a>1</a>")]
    [InlineData("<a>1 < 2 <3 <</a>", "<a>1 < 2 <3 <</a>")]
    [InlineData("<a x='>' y=\"'\">1</a>", "<a>1</a>")]
    [InlineData("<a x = 'b' >1</a >", "<a>1</a>")]
    [InlineData("<A>1</a>", "<a>1</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"<c>\"><!-- ]> ' --><?p ]> ?>]><a>&b;</a>", "<a>&b;</a>")]
    [InlineData("<!DOCTYPE a PUBLIC \"-//X//Y>\" 'z'><a/>", "<a></a>")]
    [InlineData("<a><p>1<br>2</p></a>", "<a><p>1<br></br>2</p></a>")]
    [InlineData("<a><b><c></b></c></a>", "<a><b><c></c></b></a>")]
    [InlineData("<a></b></a>", "<a></a>")]
    [InlineData("<a x=\"1>2</a>", "<a>2</a>")]
    [InlineData("<a><b</a>", "<a><b></b></a>")]
    [InlineData("<a>1", "<a>1")]
    [InlineData("<a>1</a", "<a>1")]
    [InlineData("<a><![CDATA[1", "<a>")]
    [InlineData("<a>&#0;&#xD800;&#x110000;&#150;&#x;</a>", "<a>\uFFFD\uFFFD\uFFFD–&#x;</a>")]
    public void Markup_is_read_as_it_was_meant(string markup, string tokens) => Tokens(markup).ShouldBe(tokens);

    [Fact]
    public void Well_formed_xml_gives_what_the_xml_reader_of_dotnet_gives()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 300; i++)
        {
            var xml = RandomXml(random, 4);

            Tokens(xml).ShouldBe(ByXmlReader(xml), xml);
        }
    }

    [Fact]
    public void Tokens_across_the_borders_of_the_window_are_whole()
    {
        var random = new Random(7);
        var xml = new StringBuilder("<root>");
        while (xml.Length < 300_000)
        {
            xml.Append(RandomXml(random, 3)).Append("&amp;<![CDATA[").Append('x', random.Next(5_000)).Append("]]>");
        }

        xml.Append("</root>");

        Tokens(xml.ToString()).ShouldBe(ByXmlReader(xml.ToString()));
    }

    [Fact]
    public void Every_start_has_its_end_whatever_the_file_does()
    {
        using var text = new FeedText(new MemoryStream("<a><b><c>1</a></b><d>"u8.ToArray()), null, new(), default);
        using var reader = new MarkupReader(text, null, new());
        var depth = 0;
        while (reader.Read())
        {
            depth += reader.Kind == MarkupKind.Start ? 1 : 0;
            (reader.Kind is MarkupKind.Start or MarkupKind.End ? depth : reader.Depth).ShouldBe(reader.Depth);
            depth -= reader.Kind == MarkupKind.End ? 1 : 0;
        }

        (depth, reader.Broken).ShouldBe((1, "the file ends"));
    }

    [Fact]
    public void Elements_nested_too_deeply_are_passed_over_and_the_rest_goes_on()
    {
        var unclosed = string.Concat(Enumerable.Repeat("<p>x<br>", 1_000));

        var feed = FeedSamples.Read(
            $"<rss><channel><item><description>{unclosed}</description><title>a</title></item><item><title>b</title></item></channel></rss>"
        );

        feed.Entries.Select(e => e.Title).ShouldBe(["a", "b"]);
        feed.Entries[0].Summary!.Count(c => c == 'x').ShouldBe(1_000);
        feed.Messages().ShouldContain("nested deeper than 256");
    }

    [Fact]
    public void Entities_that_a_document_defines_are_named_and_never_expanded()
    {
        var bomb =
            "<!DOCTYPE lolz [<!ENTITY a \"lol\">"
            + string.Concat(
                Enumerable
                    .Range(1, 9)
                    .Select(i =>
                        $"<!ENTITY {(char)('a' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i - 1)};", 10))}\">"
                    )
            )
            + "]><rss><channel><item><title>&j;</title></item></channel></rss>";

        var feed = FeedSamples.Read(bomb);

        feed.Entries.ShouldHaveSingleItem().Title.ShouldBe("&j;");
        feed.Warnings.ShouldHaveSingleItem().Message.ShouldContain("none of them is expanded");
    }

    [Fact]
    public void An_external_entity_is_never_fetched() =>
        FeedSamples
            .Read(
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><title>[&x;]</title></channel></rss>"
            )
            .Title.ShouldBe("[&x;]");

    [Theory]
    [InlineData("<item><title>a<link>https://a.example/</link></item>", "a", "https://a.example/")]
    [InlineData("<item><title>a</titel></title><link>https://a.example/</item>", "a", "https://a.example/")]
    [InlineData("<item><title>a</title><link>https://a.example/", "b", "https://b.example/")]
    public void A_field_whose_end_is_missing_ends_where_the_next_begins(string item, string title, string link)
    {
        var feed = FeedSamples.Read(
            $"<rss><channel>{item}<item><title>b</title><link>https://b.example/</link></item></channel></rss>"
        );

        feed.Entries.Count.ShouldBe(2);
        feed.Entries.ShouldContain(e => e.Title == title && e.Link == link);
        feed.Warnings.ShouldNotBeEmpty();
    }

    [Fact]
    public void Items_that_are_never_closed_are_items_all_the_same()
    {
        var feed = FeedSamples.Read(
            "<rss><channel>"
                + string.Concat(Enumerable.Range(0, 600).Select(i => $"<item><title>{i % 10}</title>"))
                + "</channel></rss>"
        );

        feed.Entries.Count.ShouldBe(600);
        feed.Warnings.Count.ShouldBe(FeedWarnings.Most + 1);
    }

    [Fact]
    public void Control_characters_are_left_out_and_line_ends_made_alike()
    {
        var feed = FeedSamples.Read(
            "<rss><channel><item><description>a\u0001\u000B\rb\r\nc\uFFFF</description></item></channel></rss>"
        );

        feed.Entries[0].Summary.ShouldBe("a\nb\nc");
        feed.Messages().ShouldContain("control characters were left out");
    }

    [Theory]
    [InlineData("<a href=x>", "x")]
    [InlineData("<a href='x' href='y'>", "x")]
    [InlineData("<a other href = \"x\">", "x")]
    [InlineData("<a HREF='a&amp;b&c'>", "a&b&c")]
    [InlineData("<a z:href='y' href='x'/>", "x")]
    [InlineData("<a z:href='y'/>", "y")]
    [InlineData("<a href=''>", null)]
    [InlineData("<a href>", null)]
    [InlineData("<a>", null)]
    public void Attributes_are_read_as_forgivingly(string tag, string? href)
    {
        using var text = new FeedText(new MemoryStream(Encoding.UTF8.GetBytes(tag)), null, new(), default);
        using var reader = new MarkupReader(text, null, new());
        reader.Read().ShouldBeTrue();

        reader.Attribute("href").ShouldBe(href);
    }

    private static string Tokens(string markup)
    {
        using var text = new FeedText(new MemoryStream(Encoding.UTF8.GetBytes(markup)), null, new(), default);
        using var reader = new MarkupReader(text, null, new());
        var tokens = new StringBuilder();
        while (reader.Read())
        {
            _ = reader.Kind switch
            {
                MarkupKind.Start => tokens.Append('<').Append(reader.LocalName).Append('>'),
                MarkupKind.End => tokens.Append("</").Append(reader.LocalName).Append('>'),
                MarkupKind.Text => tokens.Append(MarkupText.Decode(reader.Raw)),
                _ => tokens.Append(reader.Raw),
            };
        }

        return tokens.ToString();
    }

    private static string ByXmlReader(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        var tokens = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                tokens.Append('<').Append(reader.LocalName).Append('>');
            }

            if (
                reader.NodeType == XmlNodeType.EndElement
                || (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement)
            )
            {
                tokens.Append("</").Append(reader.LocalName).Append('>');
            }

            tokens.Append(
                reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace ? reader.Value : ""
            );
        }

        return tokens.ToString();
    }

    private static string RandomXml(Random random, int depth)
    {
        var name = "abc"[random.Next(3)];
        if (random.Next(6) == 0)
        {
            return $"<{name} x='>&lt;'/>";
        }

        var inside = new StringBuilder();
        for (var i = random.Next(5); i > 0; i--)
        {
            inside.Append(
                random.Next(7) switch
                {
                    0 => "text &amp; &#230; &gt;",
                    1 => "<![CDATA[ <a> & ]] ]]>",
                    2 => "<!-- <a> -->",
                    3 => "\n  ",
                    4 => "<?x <a> ?>",
                    _ when depth > 0 => RandomXml(random, depth - 1),
                    _ => "ø",
                }
            );
        }

        return $"<{name}\n y = \"'/>'\">{inside}</{name} >";
    }
}
