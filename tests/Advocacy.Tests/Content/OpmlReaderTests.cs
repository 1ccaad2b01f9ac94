using System.Text;
using Advocacy.Content.Sources;

namespace Advocacy.Tests.Content;

public sealed class OpmlReaderTests
{
    [Fact]
    public void Folders_and_categories_become_topics()
    {
        var (feeds, problems) = Read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><head><title>Mine</title></head><body>
              <outline text="Virksomhed">
                <outline text="Job &amp; karriere">
                  <outline type="rss" text="Karriere" title="Karriere i Acme" xmlUrl="https://job.x.dk/feed" htmlUrl="https://job.x.dk" language="da-DK" category="/Boston/Vejr,/Harvard"/>
                </outline>
                <outline type="rss" text="Nyheder" xmlUrl="https://x.dk/nyt?utm_source=opml"/>
              </outline>
              <outline type="rss" text="Alene" xmlUrl="feed://x.dk/alene"/>
            </body></opml>
            """
        );

        problems.ShouldBeEmpty();
        feeds
            .Select(feed => (feed.Name, feed.Url, string.Join('|', feed.Topics), feed.Language, feed.Line))
            .ShouldBe([
                ("Karriere i Acme", "https://job.x.dk/feed", "virksomhed|job & karriere|vejr|harvard", "da", 5),
                ("Nyheder", "https://x.dk/nyt?utm_source=opml", "virksomhed", null, 7),
                ("Alene", "http://x.dk/alene", "", null, 9),
            ]);
    }

    [Fact]
    public void Bad_entries_are_told_by_line_and_the_rest_is_read()
    {
        var (feeds, problems) = Read(
            """
            <opml><body>
            <outline type="rss" text="Uden adresse"/>
            <outline type="rss" text="Forkert" xmlUrl="ftp://x.dk/feed"/>
            <outline type="rss" text="Hemmelig" xmlUrl="https://me:secret@x.dk/feed"/>
            <outline type="rss" text="God" xmlUrl="https://x.dk/feed?a=1&b=2"/>
            <outline type="rss" text="Igen" XMLURL="https://X.dk/feed?a=1&amp;b=2#top"/>
            <outline text="Mappe"><outline xmlurl="https://x.dk/lille"/></outline>
            """
        );

        feeds
            .Select(feed => (feed.Name, feed.Url))
            .ShouldBe([("God", "https://x.dk/feed?a=1&b=2"), ("x.dk", "https://x.dk/lille")]);
        problems[0].ShouldBe("Line 2: \"Uden adresse\" has no xmlUrl, the address of its feed.");
        problems[1].ShouldBe("Line 3: \"Forkert\" has the address \"ftp://x.dk/feed\", which is no http or https one.");
        problems[2].ShouldStartWith("Line 4: \"Hemmelig\" has the address");
        problems[3].ShouldBe("Line 6: \"Igen\" has the same address as line 5.");
        problems[4].ShouldContain("the file ends");
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void Any_encoding_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text =
            $"<?xml version=\"1.0\" encoding=\"{name}\"?><opml><body><outline text=\"Grød\"><outline text=\"Rød\" xmlUrl=\"https://x.dk/a\"/></outline></body></opml>";
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        using var content = new MemoryStream(bytes);
        var feed = OpmlReader.Read(content, TestContext.Current.CancellationToken).Feeds.ShouldHaveSingleItem();

        (feed.Name, feed.Topics[0]).ShouldBe(("Rød", "grød"));
    }

    [Fact]
    public void What_is_no_list_is_told()
    {
        Read("hello").Problems.ShouldBe(["It is no OPML: there is no <outline> in it."]);
        Read("").Feeds.ShouldBeEmpty();
        Read("<opml><body/></opml>").ShouldSatisfyAllConditions(read => read.Feeds.ShouldBeEmpty());
    }

    [Fact]
    public void Entities_of_its_own_are_not_expanded()
    {
        var (feeds, _) = Read(
            "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='A &x;' xmlUrl='https://x.dk/a'/></body></opml>"
        );

        feeds.ShouldHaveSingleItem().Name.ShouldNotContain("root");
    }

    private static OpmlFeeds Read(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return OpmlReader.Read(content, TestContext.Current.CancellationToken);
    }
}
