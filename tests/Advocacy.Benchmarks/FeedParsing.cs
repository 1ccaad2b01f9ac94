using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Advocacy.Content.Feeds;
using BenchmarkDotNet.Attributes;
using CodeHollowReader = CodeHollow.FeedReader.FeedReader;

namespace Advocacy.Benchmarks;

/// <summary>
/// One RSS 2.0 file of 100 items, about 225 KB, as a company's blog has it, read by us and by the libraries that .NET
/// programs use. Every reader gets the same bytes (CodeHollow also gets a string, which saves it the decoding) and is asked
/// for every entry's title, link and date; they must agree. XmlReader reads every node and builds nothing.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 5, iterationCount: 12)]
[MinColumn, MedianColumn]
public class FeedParsing
{
    private byte[] _bytes = [];
    private string _text = "";

    [GlobalSetup]
    public void Write()
    {
        _text = NewsFeed.Write(items: 100);
        _bytes = Encoding.UTF8.GetBytes(_text);
        var ours = Ours();
        if (CodeHollowFromString() != ours || CodeHollowFromBytes() != ours || Syndication() != ours)
        {
            throw new InvalidOperationException("The readers do not agree on titles, links and dates.");
        }
    }

    [Benchmark(Baseline = true)]
    public long Ours() =>
        FeedReader
            .Read(new MemoryStream(_bytes))
            .Entries.Sum(e => e.Title!.Length + e.Link!.Length + e.Published!.Value.ToUnixTimeSeconds());

    [Benchmark]
    public long CodeHollowFromString() => Sum(CodeHollowReader.ReadFromString(_text));

    [Benchmark]
    public long CodeHollowFromBytes() => Sum(CodeHollowReader.ReadFromByteArray(_bytes));

    [Benchmark]
    public long Syndication()
    {
        using var reader = XmlReader.Create(new MemoryStream(_bytes));
        return SyndicationFeed
            .Load(reader)
            .Items.Sum(i =>
                i.Title.Text.Length + i.Links[0].Uri.OriginalString.Length + i.PublishDate.ToUnixTimeSeconds()
            );
    }

    private static long Sum(CodeHollow.FeedReader.Feed feed) =>
        feed.Items.Sum(i =>
            i.Title.Length + i.Link.Length + new DateTimeOffset(i.PublishingDate!.Value).ToUnixTimeSeconds()
        );

    [Benchmark]
    public int XmlReaderAlone()
    {
        using var reader = XmlReader.Create(new MemoryStream(_bytes));
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }
}

/// <summary>Writes a feed as WordPress would: teaser, full content in CDATA, categories, author, picture.</summary>
internal static class NewsFeed
{
    private static readonly string[] Words =
        "vores nye medarbejdere har bygget en løsning som kunderne er glade for og det fejrer vi i dag med kage, kaffe & en rundvisning".Split(
            ' '
        );

    public static string Write(int items)
    {
        // Seeded: every run measures the same file.
        var random = new Random(20_261_123);
        var feed = new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
            <channel>
              <title>Nyt fra Eksempel A/S</title>
              <atom:link href="https://www.eksempel.example/feed/" rel="self" type="application/rss+xml" />
              <link>https://www.eksempel.example</link>
              <description>Historier fra vores hverdag</description>
              <language>da-DK</language>

            """
        );
        var time = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < items; i++)
        {
            var date = time.AddHours(-7 * i).ToString("r", CultureInfo.InvariantCulture);
            feed.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <item>
                    <title>{Sentence(random, 8).Replace("&", "&amp;", StringComparison.Ordinal)}</title>
                    <link>https://www.eksempel.example/nyheder/{i}?utm_source=rss&amp;utm_medium=feed</link>
                    <dc:creator><![CDATA[Kommunikation]]></dc:creator>
                    <pubDate>{date}</pubDate>
                    <category><![CDATA[Arbejdsliv]]></category>
                    <category><![CDATA[Kunder]]></category>
                    <category><![CDATA[Faglighed & læring]]></category>
                    <guid isPermaLink="false">https://www.eksempel.example/?p={1000 + i}</guid>
                    <description>&lt;p&gt;{Sentence(random, 35).Replace(
                    "&",
                    "&amp;amp;",
                    StringComparison.Ordinal
                )} &amp;#8230;&lt;/p&gt;</description>
                    <content:encoded><![CDATA[{Article(random)}]]></content:encoded>
                    <media:content url="https://www.eksempel.example/billeder/{i}.jpg" medium="image" width="1200" height="630" />
                  </item>

                """
            );
        }

        return feed.Append("</channel>\n</rss>\n").ToString();
    }

    private static string Article(Random random)
    {
        var article = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            article.Append(CultureInfo.InvariantCulture, $"<p>{Sentence(random, 58)}.</p>\n");
        }

        return article.ToString();
    }

    private static string Sentence(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
