using System.Net;

namespace Advocacy.Local;

/// <summary>A small web server on a free port of the loopback interface, for the length of one command.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app, string baseUrl) => (_app, BaseUrl) = (app, baseUrl);

    /// <summary>For example <c>http://127.0.0.1:40123</c>, without a slash at its end.</summary>
    public string BaseUrl { get; }

    /// <param name="map">Maps what is served, for example by <see cref="FeedServer.MapCompany"/>.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<LoopbackServer> StartAsync(
        Action<IEndpointRouteBuilder> map,
        CancellationToken cancellationToken = default
    )
    {
        // The empty builder reads no environment and no settings file: nothing outside can move this server off the loopback.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        map(app);
        try
        {
            await app.StartAsync(cancellationToken);
            return new LoopbackServer(app, app.Urls.Single());
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
