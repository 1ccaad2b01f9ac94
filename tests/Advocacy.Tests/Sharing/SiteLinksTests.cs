using Advocacy.Consent;
using Advocacy.Platform;
using Advocacy.Sharing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Sharing;

public sealed class SiteLinksTests
{
    private const string Base = "https://advocacy.acme.example/shares";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_short_link_says_which_post_and_channel()
    {
        var post = Ids.Of("post", "https://acme.example/launch");

        var link = Links().ShortLink(post, "linkedin");

        link.ShouldStartWith($"{Base}/l/");
        link.Length.ShouldBeLessThan(Base.Length + 40);
        ShortCode.Read(TokenOf(link)).ShouldBe(new LinkMark("linkedin", null, post));
    }

    [Fact]
    public void A_short_link_says_which_edition_offered_the_post()
    {
        var post = Ids.Of("post", "https://acme.example/launch");

        var code = TokenOf(Links().ShortLink(post, "linkedin", "2026-W48"));

        code.ShouldEndWith("-linkedin-2026w48");
        ShortCode.Read(code).ShouldBe(new LinkMark("linkedin", "2026-W48", post));
        TokenOf(Links().ShortLink(post, "linkedin", "no edition")).ShouldEndWith("-linkedin");
    }

    [Fact]
    public void Whatever_a_code_is_it_names_a_post_in_full_or_nothing() =>
        Prop.ForAll<NonNull<string>>(code =>
                ShortCode.Read(code.Get) is not { } mark
                || (
                    mark.PostId.Length == 32
                    && mark.PostId.All(char.IsAsciiHexDigitLower)
                    && mark.Channel.All(char.IsAsciiLetterLower)
                )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_channel_that_the_share_page_offers_has_a_short_link()
    {
        var post = Ids.Of("post", "https://acme.example/launch");
        var channels = ShareChannels.All.Select(channel => channel.Key).Append(ShareChannels.Other);

        foreach (var channel in channels)
        {
            ShortCode.Read(TokenOf(Links().ShortLink(post, channel)))!.Channel.ShouldBe(channel);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA_linkedin")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-LinkedIn")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-linked in")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-x&utm_source=evil")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-aaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA!A-linkedin")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA==-linkedin")]
    [InlineData("    AAAAAAAAAAAAAAAAAA-linkedin")]
    [InlineData("æøåæøåæøåæøåæøåæøåæøåæ-linkedin")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-x-2026w54")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-x-2026-W48")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA-x-2026w48\n")]
    public void Nonsense_is_no_short_link(string? code) => ShortCode.Read(code).ShouldBeNull();

    [Fact]
    public void The_links_of_a_mail_say_what_they_were_made_for()
    {
        var links = Links();
        var pick = new SharedPick("0123abcd", "2026-W48", 4);

        links.ReadShare(TokenOf(links.SharePage(pick))).ShouldBe(pick);
        links.ReadUnsubscribe(TokenOf(links.Unsubscribe("0123abcd"))).ShouldBe("0123abcd");
        links
            .ReadConfirm(TokenOf(links.Confirm("0123abcd", ConsentPurpose.ShareStatistics)))
            .ShouldBe(("0123abcd", ConsentPurpose.ShareStatistics));
    }

    [Fact]
    public void A_link_of_one_kind_is_nothing_as_another()
    {
        var links = Links();
        var unsubscribe = TokenOf(links.Unsubscribe("0123abcd"));
        var share = TokenOf(links.SharePage(new SharedPick("0123abcd", "2026-W48", 0)));

        links.ReadShare(unsubscribe).ShouldBeNull();
        links.ReadConfirm(unsubscribe).ShouldBeNull();
        links.ReadUnsubscribe(share).ShouldBeNull();
    }

    [Fact]
    public void A_mails_links_end_and_unsubscribing_goes_on()
    {
        var links = Links();
        var share = TokenOf(links.SharePage(new SharedPick("0123abcd", "2026-W48", 0)));
        var unsubscribe = TokenOf(links.Unsubscribe("0123abcd"));

        _time.Advance(TimeSpan.FromDays(7));
        links.ReadShare(share).ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(1));
        links.ReadShare(share).ShouldBeNull();
        _time.Advance(TimeSpan.FromDays(9 * 365));
        links.ReadUnsubscribe(unsubscribe).ShouldBe("0123abcd");
    }

    private SiteLinks Links() =>
        new(
            new LinkSigner(new Secrets([new byte[32]], new byte[32]), _time),
            Options.Create(new SiteOptions { BaseUrl = Base, LinkDays = 7 })
        );

    private static string TokenOf(string link) => link[(link.LastIndexOf('/') + 1)..];
}
