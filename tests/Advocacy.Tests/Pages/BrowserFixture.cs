using System.Net;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Advocacy.Tests.Pages;

/// <summary>
/// Chromium and a loopback server that answers the sample pages with their real headers, so that their policy is in force. Where
/// Chromium is missing the tests are skipped, on a build server they fail.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 630'><rect width='1200' height='630' fill='#9fc7d1'/>"
        + "<rect y='430' width='1200' height='200' fill='#3d7a86'/><path d='M594 480l6-300 6 300z' fill='#fff'/>"
        + "<g fill='#fff'><path id='a' d='M600 180l-9-130 9-30 9 130z'/><use href='#a' transform='rotate(120 600 180)'/>"
        + "<use href='#a' transform='rotate(240 600 180)'/></g></svg>";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private WebApplication? _server;

    /// <summary>Where the pages are, for example <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What was posted, in order: the page's name and its fields.</summary>
    public List<string> Posted { get; } = [];

    public async ValueTask InitializeAsync()
    {
        if (Chromium() is not { } path)
        {
            return;
        }
        await ServeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
            }
        );
    }

    /// <summary>An empty tab. Nothing outside loopback is asked for: pictures are drawn here, the rest is refused.</summary>
    public async Task<IPage> TabAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        if (_browser is null)
        {
            const string reason = "Chromium is not installed (Debian: apt-get install chromium)";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }
        var context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = scheme,
                JavaScriptEnabled = scripts,
                // Animations and locale must not differ between machines.
                ReducedMotion = ReducedMotion.Reduce,
                Locale = "en-GB",
            }
        );
        await context.RouteAsync(
            url => !url.StartsWith(Address, StringComparison.Ordinal),
            route =>
                route.Request.Url == SampleViews.Picture
                    ? route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = Drawing })
                    : route.AbortAsync()
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static string? Chromium() =>
        new[]
        {
            Environment.GetEnvironmentVariable("CHROMIUM_PATH"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);

    private async Task ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        var pages = new PageRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        foreach (var (name, page) in SampleViews.All)
        {
            _server.MapGet($"/page/{name}", () => page(pages));
            _server.MapPost(
                $"/page/{name}",
                async (HttpRequest request) =>
                {
                    var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
                    Posted.Add(name + string.Concat(form.Select(field => $" {field.Key}={field.Value}")));
                    return Results.Content("posted");
                }
            );
        }
        _server.MapGet("/mailbox/d1/html", () => MailFrame.Of(SampleViews.MailHtml));
        _server.MapGet("/desk/p2/mail", () => MailFrame.Of(SampleViews.MailHtml));
        _server.MapPost("/run-week", () => Results.Content("ran"));
        await _server.StartAsync();
        Address = _server
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
    }
}
