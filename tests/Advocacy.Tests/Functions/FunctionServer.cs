using System.Net;
using Advocacy.Functions;
using Advocacy.Local.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Tests.Functions;

/// <summary>HTTP functions on a free loopback port, reached by a client that follows no redirect and keeps no cookie.</summary>
internal sealed class FunctionServer : IAsyncDisposable
{
    public const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private FunctionServer(WebApplication app)
    {
        _app = app;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
        // A person's, where a test says nothing else.
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Browser);
    }

    /// <summary>For example <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => _app.Urls.Single();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The functions of the flow, on this world.</summary>
    public static Task<FunctionServer> StartAsync(World world) =>
        StartAsync(
            FunctionCatalog.Of(typeof(HarvestFeeds).Assembly, _ => null),
            new FunctionInvoker(world.Get<IServiceProvider>())
        );

    public static async Task<FunctionServer> StartAsync(
        FunctionCatalog catalog,
        FunctionInvoker invoker,
        string prefix = ""
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore().AddSingleton(invoker);
        var app = builder.Build();
        app.UseRouting();
        ((IEndpointRouteBuilder)app).MapFunctions(catalog, prefix);
        await app.StartAsync(Cancel);
        return new FunctionServer(app);
    }

    /// <param name="url">A path, or a link of <see cref="Advocacy.Sharing.SiteLinks"/>, whose host is left out.</param>
    /// <param name="form">The body as application/x-www-form-urlencoded, as it stands.</param>
    /// <param name="headers">Instead of those that a browser sends, or beside them.</param>
    public async Task<Answer> SendAsync(
        string method,
        string url,
        string? form = null,
        params (string Name, string Value)[] headers
    )
    {
        var path = url.StartsWith('/') ? url : new Uri(url).PathAndQuery;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (form is not null)
        {
            request.Content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await _client.SendAsync(request, Cancel);
        return new Answer(
            response.StatusCode,
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel)),
            response.Headers.Location?.ToString()
        );
    }

    public Task<Answer> GetAsync(string url) => SendAsync("GET", url);

    public Task<Answer> PostAsync(string url, string form = "") => SendAsync("POST", url, form);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}

/// <param name="Status">The status.</param>
/// <param name="Body">HTML with its character references resolved.</param>
/// <param name="Location">Where a redirect leads.</param>
internal sealed record Answer(HttpStatusCode Status, string Body, string? Location);
