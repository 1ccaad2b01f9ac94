using System.Text;
using System.Text.RegularExpressions;
using Advocacy.Tests.Pages;
using Microsoft.Playwright;

namespace Advocacy.Tests.Dashboard;

public sealed partial class DashboardPrintTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("dashboard-da")]
    [InlineData("dashboard-en")]
    [InlineData("dashboard-long-en")]
    [InlineData("dashboard-new-da")]
    public async Task The_dashboard_prints_on_one_A4(string name)
    {
        var tab = await browser.TabAsync(scheme: ColorScheme.Dark);
        await tab.GotoAsync($"{browser.Address}/page/{name}");

        var pdf = await tab.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });

        if (Environment.GetEnvironmentVariable("ADVOCACY_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, $"{name}.pdf"),
                pdf,
                TestContext.Current.CancellationToken
            );
            await tab.SetViewportSizeAsync(718, 1047);
            await tab.EmulateMediaAsync(new() { Media = Media.Print });
            await tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-print.png"), FullPage = true });
        }
        APage().Count(Encoding.Latin1.GetString(pdf)).ShouldBe(1);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Every_chart_has_a_table_under_it(int width, ColorScheme scheme)
    {
        var tab = await browser.TabAsync(width, scheme);
        await tab.GotoAsync($"{browser.Address}/page/dashboard-en");
        if (Environment.GetEnvironmentVariable("ADVOCACY_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await tab.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"dashboard-{width}-{scheme}.png"), FullPage = true }
            );
        }

        var bare = await tab.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('svg[role=img], .bars')].filter(e => !e.closest('section').querySelector('table tbody tr')).map(e => e.outerHTML.slice(0, 80))"
        );

        bare.ShouldBeEmpty();
        (await tab.Locator("svg[role=img]").CountAsync()).ShouldBeGreaterThan(5);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 1000)]
    private static partial Regex APage();
}
