using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Tests.Sharing;

public sealed class ShareChannelsTests
{
    [Theory]
    [InlineData("linkedin", ShareKind.Social, ShareTextHandling.CopyFirst)]
    [InlineData("facebook", ShareKind.Social, ShareTextHandling.CopyFirst)]
    [InlineData("x", ShareKind.Social, ShareTextHandling.Prefilled)]
    [InlineData("bluesky", ShareKind.Social, ShareTextHandling.Prefilled)]
    [InlineData("threads", ShareKind.Social, ShareTextHandling.Prefilled)]
    [InlineData("mastodon", ShareKind.Social, ShareTextHandling.Prefilled)]
    [InlineData("reddit", ShareKind.Forum, ShareTextHandling.TitleOnly)]
    [InlineData("teams", ShareKind.Chat, ShareTextHandling.Prefilled)]
    [InlineData("mail", ShareKind.Mail, ShareTextHandling.Prefilled)]
    [InlineData("whatsapp", ShareKind.Chat, ShareTextHandling.Prefilled)]
    public void A_channel_says_what_is_written_there_and_what_becomes_of_the_text(
        string channel,
        ShareKind kind,
        ShareTextHandling handling
    )
    {
        var found = ShareChannels.Find(channel)!;

        (found.Kind, found.Text).ShouldBe((kind, handling));
    }

    [Theory]
    [InlineData("DK", false)]
    [InlineData("dk", false)]
    [InlineData("SE", true)]
    public void Buttons_that_message_a_third_party_are_off_in_Denmark(string country, bool shown)
    {
        var channels = Offered(country, chosen: null);

        channels.Contains("mail").ShouldBe(shown);
        channels.Contains("whatsapp").ShouldBe(shown);
        channels.ShouldContain("teams");
    }

    [Fact]
    public void A_company_offers_the_channels_that_it_chose_in_its_order() =>
        Offered("SE", "teams", "linkedin", "teams", "myspace", "mail").ShouldBe(["teams", "linkedin", "mail"]);

    [Fact]
    public void A_choice_does_not_undo_what_the_country_rules_out() =>
        Offered("DK", "mail", "linkedin").ShouldBe(["linkedin"]);

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

    private static List<string> Offered(string country, params string[]? chosen) =>
        [
            .. ShareChannels
                .OfferedBy(
                    new CompanyProfile
                    {
                        Id = CompanyProfile.CompanyId,
                        Name = "Nordlys",
                        Country = country,
                        Channels = chosen,
                        SenderAddress = "digest@nordlys.example",
                        SenderName = "Nordlys",
                        ReplyAddress = "kom@nordlys.example",
                    }
                )
                .Select(channel => channel.Key),
        ];
}
