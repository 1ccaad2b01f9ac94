using Advocacy.Sharing;

namespace Advocacy.Tests.Sharing;

public sealed class ShareLengthTests
{
    private const string Link = "https://nordlys.example/nyheder/en-lang-sti?utm_source=x";

    [Fact]
    public void Every_channel_has_a_limit() =>
        ShareChannels.All.ShouldAllBe(channel => ShareLength.MostOf(channel.Key) > 0);

    [Fact]
    public void A_channel_that_is_not_known_has_none_and_counts_as_readers_do()
    {
        ShareLength.MostOf("intranet").ShouldBeNull();
        ShareLength.Count("intranet", "på 👨‍👩‍👧‍👦").ShouldBe(4);
    }

    [Theory]
    // text, then as X (weights), Bluesky (graphemes), Threads (emoji in bytes), Mastodon (graphemes), LinkedIn (UTF-16) count it
    [InlineData("", 0, 0, 0, 0, 0)]
    [InlineData("abc", 3, 3, 3, 3, 3)]
    [InlineData("æøå", 3, 3, 3, 3, 3)]
    [InlineData("e\u0301", 1, 1, 1, 1, 2)]
    [InlineData("“citat”", 7, 7, 7, 7, 7)]
    [InlineData("€", 2, 1, 1, 1, 1)]
    [InlineData("風力", 4, 2, 2, 2, 2)]
    [InlineData("💪", 2, 1, 4, 1, 2)]
    [InlineData("❤️", 2, 1, 6, 1, 2)]
    [InlineData("1️⃣", 2, 1, 7, 1, 3)]
    [InlineData("🇩🇰", 2, 1, 8, 1, 4)]
    [InlineData("👨‍👩‍👧‍👦", 2, 3, 25, 1, 11)]
    [InlineData("한국", 4, 2, 2, 2, 2)]
    public void A_character_weighs_what_the_channel_says(
        string text,
        int x,
        int bluesky,
        int threads,
        int mastodon,
        int linkedin
    ) =>
        (
            ShareLength.Count("x", text),
            ShareLength.Count("bluesky", text),
            ShareLength.Count("threads", text),
            ShareLength.Count("mastodon", text),
            ShareLength.Count("linkedin", text)
        ).ShouldBe((x, bluesky, threads, mastodon, linkedin));

    [Fact]
    public void A_link_is_23_characters_on_X_and_Mastodon_and_shortened_on_Bluesky()
    {
        ShareLength.Count("x", $"Se {Link} nu.").ShouldBe(7 + 23);
        ShareLength.Count("mastodon", $"Se {Link} nu.").ShouldBe(7 + 23);
        // nordlys.example, 13 characters of the path, three dots.
        ShareLength.Count("bluesky", Link).ShouldBe(15 + 13 + 3);
        ShareLength.Count("bluesky", "https://a.example/bc").ShouldBe(12);
        ShareLength.Count("threads", Link).ShouldBe(Link.Length);
    }

    [Fact]
    public void Half_a_character_is_counted_as_what_is_shown_for_it() => ShareLength.Count("x", "a\ud83d").ShouldBe(3);

    [Theory]
    [InlineData("https://a.dk/b", 23)]
    [InlineData("(https://a.dk/b).", 23 + 3)]
    [InlineData("https://a.dk/b, https://a.dk/c", 23 + 2 + 23)]
    [InlineData("example.com", 23)]
    [InlineData("www.dr.dk", 23)]
    [InlineData("dr.dk/nyheder", 23)]
    [InlineData("dr.dk", 5)]
    [InlineData("Novo m.fl. i f.eks. Odense", 26)]
    [InlineData("mail@example.com", 16)]
    public void X_sees_the_links_that_it_makes_itself(string text, int weight) =>
        ShareLength.Count("x", text).ShouldBe(weight);

    [Fact]
    public void A_bluesky_post_of_emoji_ends_at_its_3000_bytes() =>
        ShareLength.Count("bluesky", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 130))).ShouldBe(325);
}
