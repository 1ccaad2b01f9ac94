using System.Text.Json.Nodes;
using Advocacy.Local;
using Advocacy.Programme;

namespace Advocacy.Tests.Local;

/// <summary>The part <c>sharing</c> of a company.json.</summary>
public sealed class CompanySharingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_file_says_stands_in_the_profile()
    {
        var profile = Load("""{"channels":["teams","linkedin"],"links":"final","utm":"a={channel}"}""");

        profile.Channels.ShouldBe(["teams", "linkedin"]);
        profile.LinkStyle.ShouldBe(LinkStyle.FinalUrl);
        profile.Utm.ShouldBe("a={channel}");
    }

    [Fact]
    public void What_it_leaves_out_is_as_usual()
    {
        foreach (var profile in new[] { Load(null), Load("{}") })
        {
            profile.Channels.ShouldBeNull();
            profile.LinkStyle.ShouldBe(LinkStyle.ShortLink);
            profile.Utm.ShouldBeNull();
        }
    }

    [Fact]
    public void No_parameters_at_all_can_be_wanted() => Load("""{"utm":""}""").Utm.ShouldBe("");

    [Fact]
    public void Elsewhere_mail_may_be_offered() =>
        Load("""{"channels":["mail"]}""", country: "SE").Channels.ShouldBe(["mail"]);

    [Theory]
    [InlineData("1", "sharing: got 1, takes an object with channels, links and utm")]
    [InlineData("""{"channel":[]}""", "sharing.channel: there is no such field; there are channels, links, utm")]
    [InlineData("""{"channels":"x"}""", "sharing.channels: got \"x\", takes a list")]
    [InlineData(
        """{"channels":["x","myspace"]}""",
        "sharing.channels[1]: got \"myspace\", takes one of linkedin, facebook, x, bluesky, threads, mastodon, teams, reddit"
    )]
    [InlineData("""{"channels":["mail"]}""", "mail and whatsapp would message third parties, which DK does not allow")]
    [InlineData("""{"channels":[]}""", "leave it out for all of them")]
    [InlineData("""{"links":"long"}""", "sharing.links: got \"long\", takes \"short\" or \"final\"")]
    [InlineData("""{"utm":7}""", "sharing.utm: got 7, takes link parameters such as \"utm_source={channel}\"")]
    [InlineData(
        """{"utm":"a={employee}"}""",
        "sharing.utm: got \"a={employee}\", takes {channel}, {edition} and {post}, and no {employee}: a link must not say who shared it"
    )]
    [InlineData("""{"utm":"a b"}""", "sharing.utm: got \"a b\", takes name=value pairs with & between them")]
    public void What_is_wrong_is_said_with_its_place(string json, string fault) =>
        Should.Throw<InvalidDataException>(() => Load(json)).Message.ShouldContain(fault);

    [Fact]
    public void The_sample_company_shows_all_three()
    {
        var profile = CompanyFolder.Sample().Profile;

        profile.Channels.ShouldNotBeNull().ShouldContain("teams");
        profile.LinkStyle.ShouldBe(LinkStyle.ShortLink);
        profile.Utm.ShouldNotBeNull().ShouldContain("{edition}");
    }

    private CompanyProfile Load(string? sharing, string country = "DK")
    {
        var json = new JsonObject
        {
            ["name"] = "Prøve",
            ["senderAddress"] = "post@example.com",
            ["senderName"] = "Prøve",
            ["replyAddress"] = "svar@example.com",
            ["country"] = country,
        };
        if (sharing is not null)
        {
            json["sharing"] = JsonNode.Parse(sharing);
        }
        _folder.Write("company.json", json.ToJsonString());
        return CompanyFolder.Load(_folder.Path).Profile;
    }
}
