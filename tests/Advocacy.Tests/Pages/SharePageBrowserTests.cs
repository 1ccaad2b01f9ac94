using Microsoft.Playwright;

namespace Advocacy.Tests.Pages;

/// <summary>The share page in a browser: with its script, and without any.</summary>
public sealed class SharePageBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task The_copy_button_copies_what_the_person_made_of_the_text()
    {
        var tab = await browser.TabAsync();
        await tab.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await tab.GotoAsync($"{browser.Address}/page/share-en");
        await tab.FillAsync("#text", "In my own words. Jeg arbejder hos Nordlys Energi.");

        await tab.ClickAsync("#copy");

        await Assertions.Expect(tab.Locator("#copied")).ToHaveTextAsync("Copied");
        (await tab.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(
            "In my own words. Jeg arbejder hos Nordlys Energi."
        );
    }

    [Fact]
    public async Task Typing_puts_the_text_on_the_buttons_and_into_the_forms()
    {
        var tab = await browser.TabAsync();
        await tab.GotoAsync($"{browser.Address}/page/share-abroad-en");

        await tab.FillAsync("#text", "Mine & $1 only. Jeg er ansat hos Nordlys Energi");

        (await HrefAsync(tab, "Bluesky")).ShouldContain(Uri.EscapeDataString("Mine & $1 only. Jeg er ansat"));
        (await HrefAsync(tab, "Open E-mail")).ShouldStartWith("mailto:?subject=Havvind");
        (await HrefAsync(tab, "Open E-mail")).ShouldContain(Uri.EscapeDataString("Mine & $1 only."));
        (await HrefAsync(tab, "LinkedIn")).ShouldStartWith("https://www.linkedin.com/sharing/share-offsite/?url=");
        await Assertions.Expect(tab.Locator("#missing")).ToBeHiddenAsync();
        await Assertions
            .Expect(tab.Locator("[data-text]").First)
            .ToHaveTextAsync("Mine & $1 only. Jeg er ansat hos Nordlys Energi");
    }

    [Theory]
    [InlineData("share-da", "Uden noget", false)]
    [InlineData("share-da", "Maja siger: »Jeg arbejder hos Nordlys Energi«", false)]
    [InlineData("share-da", "Jeg arbejder hos Nordlys Energien", false)]
    [InlineData("share-da", "Sjov dag.\n\nJEG ER ANSAT HOS Nordlys Energi!", true)]
    [InlineData("share-commercial-da", "Køb nu. Jeg arbejder hos Nordlys Energi.", false)]
    [InlineData("share-commercial-da", "Reklame virker. Jeg arbejder hos Nordlys Energi.", false)]
    [InlineData("share-commercial-da", "Reklame: Køb nu.", false)]
    [InlineData("share-commercial-da", "Annonce - køb nu. Jeg arbejder hos Nordlys Energi.", true)]
    public async Task The_disclosure_cannot_be_removed_unnoticed(string page, string text, bool stays)
    {
        var tab = await browser.TabAsync();
        await tab.GotoAsync($"{browser.Address}/page/{page}");
        var before = await HrefAsync(tab, "Bluesky");

        await tab.FillAsync("#text", text);

        await Assertions.Expect(tab.Locator("#missing")).ToBeVisibleAsync(new() { Visible = !stays });
        var after = await HrefAsync(tab, "Bluesky");
        (after == before).ShouldBe(!stays, "a text without it gets onto no button");
    }

    [Theory]
    [InlineData(0, "share-da section=text text=Mine ord")]
    [InlineData(1, "share-da section=shared channel=bluesky")]
    [InlineData(2, "share-da section=not-for-me reason=TooBusy")]
    public async Task Without_scripts_the_page_is_whole_and_each_of_its_forms_is_posted(int form, string posted)
    {
        var tab = await browser.TabAsync(scripts: false);
        await tab.GotoAsync($"{browser.Address}/page/share-da");
        (await tab.Locator("#copy").IsVisibleAsync()).ShouldBeFalse();
        await tab.FillAsync("#text", "Mine ord");
        await tab.SelectOptionAsync("#channel", "bluesky");
        await tab.SelectOptionAsync("#reason", "TooBusy");

        await tab.Locator("form").Nth(form).Locator("button[type=submit]").FocusAsync();
        await tab.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Locator("body")).ToHaveTextAsync("posted");
        browser.Posted.ShouldContain(posted);
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task The_code_for_the_phone_is_shown_where_it_is_not_a_phone_already(int width, bool shown)
    {
        var tab = await browser.TabAsync(width);
        await tab.GotoAsync($"{browser.Address}/page/share-da");

        (await tab.Locator(".phone svg").IsVisibleAsync()).ShouldBe(shown);
    }

    private static async Task<string> HrefAsync(IPage tab, string name) =>
        await tab.GetByRole(AriaRole.Link, new() { Name = name }).First.GetAttributeAsync("href") ?? "";
}
