using System.Globalization;
using System.Text;
using Advocacy.Content.Feeds;

namespace Advocacy.Tests.Content.Feeds;

public sealed class JsonFeedTests
{
    [Fact]
    public void A_full_item_gives_everything_it_has()
    {
        var entries = FeedSamples.Read(FeedSamples.Json).Entries;

        entries[0].Categories.ShouldBe(["a", "b"]);
        (entries[0] with { Categories = [] }).ShouldBe(
            new FeedEntry
            {
                Id = "7",
                Title = "Seven",
                Link = "https://example.org/7",
                Published = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
                Author = "Ann, Bo",
                Summary = "Short",
                Image = "https://example.org/7.png",

                Line = 8,
            }
        );
        (entries[1].Title, entries[1].Summary, entries[1].Author).ShouldBe((null, "Just text", "The Team"));
    }

    [Theory]
    [InlineData("""{"author":{"name":"Ann"}}""", "Ann")]
    [InlineData("""{"author":"Ann"}""", "Ann")]
    [InlineData("""{"authors":["Ann","Bo"]}""", "Ann, Bo")]
    [InlineData("""{"author":{"name":"Old"},"authors":[{"name":"New"}]}""", "New")]
    [InlineData("""{"authors":[{"name":{"first":"Ann"}},{"name":"Bo"}]}""", "Bo")]
    [InlineData("""{"author":null}""", null)]
    [InlineData("""{"authors":5}""", null)]
    public void Authors_come_in_every_shape_of_both_versions(string item, string? author) =>
        Item(item).Author.ShouldBe(author);

    [Theory]
    [InlineData("""{"url":"https://a.example/","external_url":"https://b.example/"}""", "https://a.example/")]
    [InlineData("""{"external_url":"https://b.example/"}""", "https://b.example/")]
    [InlineData("""{"url":["https://a.example/"]}""", null)]
    [InlineData("""{"url":""}""", null)]
    public void The_link_is_the_items_own_page_else_what_it_points_to(string item, string? link) =>
        Item(item).Link.ShouldBe(link);

    [Theory]
    [InlineData("""{"banner_image":"https://a.example/b.png"}""", "https://a.example/b.png")]
    [InlineData(
        """{"attachments":[{"url":"https://a.example/x.mp3","mime_type":"audio/mpeg"},{"url":"https://a.example/y.png","mime_type":"image/png"}]}""",
        "https://a.example/y.png"
    )]
    [InlineData("""{"attachments":["x",{"url":"https://a.example/x"}]}""", null)]
    public void The_image_may_be_a_banner_or_an_attachment(string item, string? image) =>
        Item(item).Image.ShouldBe(image);

    [Fact]
    public void Values_of_the_wrong_kind_cost_only_themselves()
    {
        var entry = Item("""{"id":null,"title":{"a":[1]},"tags":"a","date_published":5,"content_text":"kept"}""");

        (entry.Id, entry.Title, entry.Published, entry.Summary).ShouldBe((null, null, null, "kept"));
    }

    [Fact]
    public void Titles_are_text_in_which_html_means_nothing() =>
        Item("""{"title":" a <b>b</b>\n &amp; c "}""").Title.ShouldBe("a <b>b</b> &amp; c");

    [Fact]
    public void Items_that_are_no_objects_are_passed_over_with_a_warning()
    {
        var feed = Read("""[1, "x", null, [[]], {"id":"a"}]""");

        feed.Entries.ShouldHaveSingleItem().Id.ShouldBe("a");
        feed.Warnings.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("""[{"id":"a"},]""")]
    [InlineData("""[{"id":"a"/* why */}]""")]
    [InlineData("[{\"id\":\"a\",\"title\":\"tab\there\"}]")]
    public void What_only_strict_readers_refuse_is_read(string items) => Read(items).Entries.Count.ShouldBe(1);

    [Fact]
    public void Half_a_surrogate_pair_costs_only_its_value()
    {
        var entry = Item("""{"id":"a","title":"\ud83d","content_text":"kept"}""");

        (entry.Id, entry.Title, entry.Summary).ShouldBe(("a", null, "kept"));
    }

    [Fact]
    public void After_an_error_the_items_before_it_are_kept()
    {
        var feed = Read("""[{"id":"a"},{"id":"b"} oops {"id":"c"}]""");

        feed.Entries.Select(e => e.Id).ShouldBe(["a", "b"]);
        feed.Warnings.ShouldHaveSingleItem().Message.ShouldContain("this is no JSON; 2 entries were read");
    }

    [Fact]
    public void Without_a_version_it_is_a_feed_if_its_items_can_be_shared() =>
        FeedSamples
            .Read("""{"items":[{"url":"https://a.example/","title":"a"}]}""")
            .ShouldSatisfyAllConditions(
                f => f.Format.ShouldBe(FeedFormat.JsonFeed),
                f => f.Version.ShouldBeNull(),
                f => f.Entries.Count.ShouldBe(1)
            );

    [Fact]
    public void A_long_feed_is_read_through_a_small_window()
    {
        var items = string.Join(
            ",\n",
            Enumerable
                .Range(0, 1_500)
                .Select(i =>
                    $$"""{"id":"{{i.ToString(CultureInfo.InvariantCulture)}}","content_text":"{{new string('æ', 300)}}"}"""
                )
        );

        var feed = Read($"[{items}]");

        feed.Entries.Select(e => e.Id)
            .ShouldBe(Enumerable.Range(0, 1_500).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        feed.Entries.ShouldAllBe(e => e.Summary == new string('æ', 300));
        feed.Entries[^1].Line.ShouldBe(1_500);
    }

    [Fact]
    public void An_endless_string_is_given_up()
    {
        var feed = Read("[{\"id\":\"a\"},{\"id\":\"" + new string('x', 13_000_000));

        feed.Entries.Count.ShouldBe(1);
        feed.Messages().ShouldContain("a single value is longer than 4 million characters");
    }

    [Fact]
    public void Nesting_without_end_is_given_up() =>
        Read("[{\"id\":\"a\"},{\"x\":" + new string('[', 100_000)).Entries.Count.ShouldBe(1);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Json_in_other_encodings_is_read(string encoding)
    {
        var bytes = Encoding
            .GetEncoding(encoding)
            .GetBytes("""{"version":"https://jsonfeed.org/version/1","title":"blåbær","items":[]}""");

        FeedSamples.Read(bytes).Title.ShouldBe("blåbær");
    }

    private static FeedEntry Item(string item) => Read($"[{item}]").Entries.ShouldHaveSingleItem();

    private static Feed Read(string items) =>
        FeedSamples.Read($$"""{"version":"https://jsonfeed.org/version/1.1","items":{{items}}}""");
}
