using Microsoft.Playwright;

namespace Advocacy.Tests.Pages;

/// <summary>The drop form in a browser.</summary>
public sealed class DropBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("linkedin", "Hej 🚀", "6 of 3000 characters")]
    [InlineData("x", "日本 https://nordlys.example/en/meget/lang/adresse", "28 of 280 characters")]
    [InlineData("mastodon", "Se https://nordlys.example/en/meget/lang/adresse", "26 of 500 characters")]
    [InlineData("bluesky", "👩‍🚀!", "2 of 300 characters")]
    [InlineData("", "👩‍🚀!", "2 of 3000 characters")]
    public async Task Each_text_is_counted_while_it_is_typed_as_its_channel_counts(
        string channel,
        string text,
        string count
    )
    {
        var tab = await browser.TabAsync();
        await tab.GotoAsync($"{browser.Address}/page/drop-looked-en");

        await tab.SelectOptionAsync("#channel-2", channel);
        await tab.FillAsync("#text-2", text);

        await Assertions.Expect(tab.Locator("#count-2")).ToHaveTextAsync(count);
        var most = Advocacy.Sharing.ShareLength.Count(channel, text);
        count.ShouldStartWith($"{most} of ", customMessage: "the server must say the same");
    }
}
