using System.Web;
using Advocacy.Sharing;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Sharing;

public sealed class ShareChannelsTests
{
    private const string Url = "https://nordlys.example/l/k3f9?a=1&b=æ#x";
    private const string Text = "Vi rejste den i går & det gik 100 % godt. #vind\n\nJeg arbejder hos Nordlys.";

    [Theory]
    [InlineData("linkedin", ShareTextHandling.CopyFirst)]
    [InlineData("facebook", ShareTextHandling.CopyFirst)]
    [InlineData("x", ShareTextHandling.Prefilled)]
    [InlineData("bluesky", ShareTextHandling.Prefilled)]
    [InlineData("threads", ShareTextHandling.Prefilled)]
    [InlineData("mastodon", ShareTextHandling.Prefilled)]
    [InlineData("reddit", ShareTextHandling.TitleOnly)]
    [InlineData("teams", ShareTextHandling.Prefilled)]
    public void A_channel_says_what_becomes_of_the_text(string channel, ShareTextHandling handling) =>
        Link(channel).Text.ShouldBe(handling);

    [Theory]
    [InlineData("linkedin", "https://www.linkedin.com/sharing/share-offsite/", "url")]
    [InlineData("facebook", "https://www.facebook.com/sharer/sharer.php", "u")]
    [InlineData("x", "https://x.com/intent/post", "url")]
    [InlineData("threads", "https://www.threads.com/intent/post", "url")]
    [InlineData("reddit", "https://www.reddit.com/submit", "url")]
    [InlineData("teams", "https://teams.microsoft.com/share", "href")]
    public void A_channel_that_takes_the_url_apart_gets_it_whole(string channel, string address, string parameter)
    {
        var link = new Uri(Link(channel).Href);

        link.GetLeftPart(UriPartial.Path).ShouldBe(address);
        HttpUtility.ParseQueryString(link.Query)[parameter].ShouldBe(Url);
    }

    [Theory]
    [InlineData("x", "text")]
    [InlineData("threads", "text")]
    [InlineData("teams", "msgText")]
    public void A_channel_that_takes_the_text_gets_it_whole(string channel, string parameter) =>
        HttpUtility.ParseQueryString(new Uri(Link(channel).Href).Query)[parameter].ShouldBe(Text);

    [Fact]
    public void Bluesky_gets_the_url_inside_the_text() =>
        HttpUtility.ParseQueryString(new Uri(Link("bluesky").Href).Query)["text"].ShouldBe($"{Text}\n\n{Url}");

    [Fact]
    public void Mastodon_gets_the_text_in_the_fragment_which_no_server_sees()
    {
        var link = Link("mastodon").Href;

        link.ShouldStartWith("https://share.joinmastodon.org/#text=");
        Uri.UnescapeDataString(link.Split("#text=")[1]).ShouldBe($"{Text}\n\n{Url}");
    }

    [Fact]
    public void A_url_that_stands_in_the_text_already_is_not_added_again()
    {
        var links = ShareChannels.For($"Se {Url} nu", Url, "Titel", "DK").ToDictionary(link => link.Channel);

        HttpUtility.ParseQueryString(new Uri(links["bluesky"].Href).Query)["text"].ShouldBe($"Se {Url} nu");
        HttpUtility.ParseQueryString(new Uri(links["x"].Href).Query)["url"].ShouldBeNull();
    }

    [Theory]
    [InlineData("DK", false)]
    [InlineData("dk", false)]
    [InlineData("SE", true)]
    public void Buttons_that_message_a_third_party_are_off_in_Denmark(string country, bool shown)
    {
        var channels = ShareChannels.For(Text, Url, "Titel", country).Select(link => link.Channel).ToList();

        channels.Contains("mail").ShouldBe(shown);
        channels.Contains("whatsapp").ShouldBe(shown);
    }

    [Theory]
    // text, characters too many for X (280), Bluesky (300), Threads (500), Mastodon (500); the URL has 20 characters
    [InlineData('a', 256, 0, 0, 0, 0)]
    [InlineData('a', 257, 1, 0, 0, 0)]
    [InlineData('a', 279, 23, 1, 0, 0)]
    [InlineData('a', 477, 221, 199, 0, 1)]
    [InlineData('å', 257, 1, 0, 0, 0)]
    [InlineData('風', 129, 2, 0, 0, 0)]
    public void A_text_that_is_too_long_says_by_how_much(
        char letter,
        int length,
        int x,
        int bluesky,
        int threads,
        int mastodon
    )
    {
        var links = ShareChannels
            .For(new string(letter, length), "https://a.example/bc", "Titel", "DK")
            .ToDictionary(link => link.Channel, link => link.TooLongBy);

        (links["x"], links["bluesky"], links["threads"], links["mastodon"]).ShouldBe((x, bluesky, threads, mastodon));
        links["linkedin"].ShouldBe(0);
    }

    [Fact]
    public void An_emoji_family_is_one_character_and_weighs_two_on_X()
    {
        var families = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 129));

        var links = ShareChannels
            .For(families, "https://a.example/bc", "Titel", "DK")
            .ToDictionary(link => link.Channel);

        links["x"].TooLongBy.ShouldBe(258 + 24 - 280);
        links["bluesky"].TooLongBy.ShouldBe(0);
    }

    [Theory]
    [InlineData("linkedin", true)]
    [InlineData("whatsapp", true)]
    [InlineData("other", true)]
    [InlineData("LinkedIn", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("<script>", false)]
    public void Only_known_channels_are_taken_from_a_form(string? channel, bool known) =>
        ShareChannels.IsKnown(channel).ShouldBe(known);

    [Fact]
    public void Whatever_the_text_every_link_is_a_link() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>(
                (text, title) =>
                    ShareChannels
                        .For(text.Get, Url, title.Get, "SE")
                        .All(link =>
                            Uri.TryCreate(link.Href, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto"
                        )
            )
            .QuickCheckThrowOnFailure();

    private static ShareChannelLink Link(string channel) =>
        ShareChannels.For(Text, Url, "Titel", "DK").Single(link => link.Channel == channel);
}
