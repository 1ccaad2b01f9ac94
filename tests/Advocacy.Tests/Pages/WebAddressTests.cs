using Advocacy.Platform.Pages;

namespace Advocacy.Tests.Pages;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://nordlys.example/a", true)]
    [InlineData("http://nordlys.example/a", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/relative", false)]
    [InlineData("//nordlys.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_web_addresses_become_links(string? address, bool link) =>
        WebAddress.Link(address).ShouldBe(link ? address : null);

    [Theory]
    [InlineData("https://nordlys.example/a.png", true)]
    [InlineData("http://127.0.0.1:7071/a.png", true)]
    [InlineData("http://nordlys.example/a.png", false)]
    [InlineData("data:image/png;base64,xx", false)]
    [InlineData(null, false)]
    public void Only_what_the_policy_shows_becomes_a_picture(string? address, bool picture) =>
        WebAddress.Picture(address).ShouldBe(picture ? address : null);

    [Theory]
    [InlineData("https://www.nordlys.example/a", "nordlys.example")]
    [InlineData("https://WWW.Nordlys.example", "nordlys.example")]
    [InlineData("https://blåbær.example/", "xn--blbr-roah.example")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData(null, "")]
    public void The_host_is_what_a_network_shows(string? address, string host) =>
        WebAddress.Host(address).ShouldBe(host);
}
