using Advocacy.Consent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Advocacy.Tests.Pages;

public sealed class BrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Clipped counts as overflow: whatever is wider than the page or than the card it stands in. Boxes that scroll by themselves may.
    private const string Outside = """
        [...document.querySelectorAll('body *')].filter(e => {
          if (e.closest('pre, caption, thead, .skip, option')) return false;
          const box = e.getBoundingClientRect(), card = e.closest('.card, .linkcard') ?? document.documentElement;
          return box.width > 0 && box.right > Math.min(card.getBoundingClientRect().right, document.documentElement.clientWidth) + 1;
        }).map(e => e.outerHTML.slice(0, 120))
        """;

    public static TheoryData<string> Pages => [.. SampleViews.All.Select(page => page.Key)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_and_fits_in_light_and_dark_on_a_phone_and_on_a_desk(string name)
    {
        var tab = await browser.TabAsync();
        var complaints = Complaints(tab);
        await tab.GotoAsync($"{browser.Address}/page/{name}");
        await OpenDetailsAsync(tab);
        await tab.EvaluateAsync(Axe);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in new[] { 360, 1280 })
            {
                await tab.SetViewportSizeAsync(width, 800);

                var axe = await AxeAsync(tab);
                var outside = await tab.EvaluateAsync<string[]>(Outside);

                axe.ShouldBeEmpty($"{scheme} {width}");
                outside.ShouldBeEmpty($"{scheme} {width}");
                await ShootAsync(tab, $"{name}-{width}-{scheme}");
            }
        }
        // A problem page's own status is an error to the console, and meant.
        complaints
            .Where(text => !name.StartsWith("problem", StringComparison.Ordinal) || !text.Contains("a status of"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_heading_in_a_consents_wording_stands_on_a_line_of_its_own()
    {
        var tab = await browser.TabAsync();

        await tab.GotoAsync($"{browser.Address}/page/confirm-en");

        var read = await tab.Locator(".wording p").AllInnerTextsAsync();
        string.Join("\n\n", read).ShouldBe(SampleViews.Confirm("en").Wording);
    }

    [Theory]
    [InlineData("confirm-da", " wording=2026-11")]
    [InlineData("unsubscribe-en", "")]
    [InlineData("join-confirm-da", "")]
    [InlineData("decline-da", "")]
    public async Task Without_scripts_one_click_posts_to_the_page_itself(string name, string fields)
    {
        var tab = await browser.TabAsync(scripts: false);
        await tab.GotoAsync($"{browser.Address}/page/{name}");

        await tab.ClickAsync("form button");

        await Assertions.Expect(tab.Locator("body")).ToHaveTextAsync("posted");
        // With the version of the words that were shown, where there are any.
        browser.Posted.ShouldContain(posted => posted.StartsWith(name + fields, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_and_with_the_keyboard_alone_the_join_form_is_filled_in_and_posted()
    {
        var tab = await browser.TabAsync(scripts: false);
        await tab.GotoAsync($"{browser.Address}/page/join-en");

        await tab.FocusAsync("#address");
        await tab.Keyboard.TypeAsync("ida@nordlys.example");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.TypeAsync("Ida");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.PressAsync("Space");
        await tab.Keyboard.PressAsync("Tab");
        // Opens the whole wording.
        await tab.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Locator(".wording").First).ToBeVisibleAsync();
        await tab.FocusAsync("form button");
        await tab.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Locator("body")).ToHaveTextAsync("posted");
        browser.Posted.ShouldContain(
            $"join-en address=ida@nordlys.example name=Ida language=en purpose=DigestEmail wording={ConsentWordings.CurrentVersion}"
        );
    }

    [Theory]
    [InlineData("preferences-da", "#topics", "section=topics", "topic=engineering,wind")]
    [InlineData("preferences-en", "#pause", "section=pause", "end=yes")]
    public async Task Without_scripts_and_mouse_each_form_of_the_preferences_sends_its_own_part(
        string name,
        string part,
        string first,
        string second
    )
    {
        var tab = await browser.TabAsync(390, scripts: false);
        await tab.GotoAsync($"{browser.Address}/page/{name}");

        await tab.Locator($"section:has({part}) form button").First.FocusAsync();
        await tab.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Locator("body")).ToHaveTextAsync("posted");
        var posted = browser.Posted.Last(one => one.StartsWith(name, StringComparison.Ordinal));
        posted.ShouldContain(first);
        posted.ShouldContain(second);
        posted.ShouldNotContain("rhythm=");
    }

    [Theory]
    [InlineData("preferences-da")]
    [InlineData("preferences-en")]
    public async Task The_keyboard_goes_through_the_preferences_in_the_order_of_the_page(string name)
    {
        var tab = await browser.TabAsync(390);
        await tab.GotoAsync($"{browser.Address}/page/{name}");
        var expected = await tab.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')].map((e, i) => e.dataset.at = i).length"
        );

        var visited = new List<int>();
        while (visited.Count < expected + 10)
        {
            await tab.Keyboard.PressAsync("Tab");
            var at = await tab.EvaluateAsync<int>("Number(document.activeElement.dataset.at ?? -1)");
            if (at < 0)
            {
                break;
            }
            // A date field has a part for each of day, month and year.
            if (visited.Count == 0 || visited[^1] != at)
            {
                visited.Add(at);
            }
        }

        expected.ShouldBeGreaterThan(30);
        visited.ShouldBe(Enumerable.Range(0, expected));
    }

    [Fact]
    public async Task A_script_that_gets_into_a_page_does_not_run()
    {
        var tab = await browser.TabAsync();
        var complaints = Complaints(tab);
        await tab.RouteAsync(
            "**/page/share-en",
            async route =>
            {
                var genuine = await route.FetchAsync();
                var body = (await genuine.TextAsync()).Replace(
                    "</main>",
                    "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"></main>",
                    StringComparison.Ordinal
                );
                await route.FulfillAsync(new() { Response = genuine, Body = body });
            }
        );

        await tab.GotoAsync($"{browser.Address}/page/share-en");

        (await tab.TitleAsync()).ShouldNotBe("taken");
        complaints.ShouldContain(text => text.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first()
    {
        var tab = await browser.TabAsync();
        await tab.GotoAsync($"{browser.Address}/page/start");

        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.PressAsync("Enter");

        (await tab.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("content");
    }

    // axe.run in this tab: the package's own way opens a second tab for each run, ten times as slow. What a mail holds is judged where
    // mails are made: its frame runs no script that could look into it.
    private static Task<string[]> AxeAsync(IPage tab) =>
        tab.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
        );

    private static List<string> Complaints(IPage tab)
    {
        var complaints = new List<string>();
        tab.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        tab.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    private static async Task OpenDetailsAsync(IPage tab) =>
        await tab.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

    // ADVOCACY_SCREENSHOTS=DIR keeps a picture of every page, for people to look at.
    private static async Task ShootAsync(IPage tab, string name)
    {
        if (Environment.GetEnvironmentVariable("ADVOCACY_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
