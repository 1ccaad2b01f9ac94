using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Advocacy.Tests.Content;

/// <summary>A web server on loopback whose answers a test writes, path by path.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<(string Path, IHeaderDictionary Headers)> _requests = new();

    private FeedServer(WebApplication app) => _app = app;

    public static async Task<FeedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        // A test that leaves a request hanging must not wait for it at the end.
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.Zero
        );
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        var server = new FeedServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Path and headers of every request so far.</summary>
    public IReadOnlyList<(string Path, IHeaderDictionary Headers)> Requests => [.. _requests];

    public string Address(string path) => _app.Urls.Single() + path;

    public Uri Url(string path) => new(Address(path));

    public void On(string path, RequestDelegate answer) => _answers[path] = answer;

    public void OnText(string path, string body, string type = "application/rss+xml; charset=utf-8") =>
        On(
            path,
            async context =>
            {
                context.Response.ContentType = type;
                await context.Response.WriteAsync(body);
            }
        );

    public void OnStatus(string path, int status, params (string Name, string Value)[] headers) =>
        On(
            path,
            context =>
            {
                context.Response.StatusCode = status;
                foreach (var (name, value) in headers)
                {
                    context.Response.Headers[name] = value;
                }
                return Task.CompletedTask;
            }
        );

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue((context.Request.Path.Value!, new HeaderDictionary(context.Request.Headers.ToDictionary())));
        if (_answers.TryGetValue(context.Request.Path.Value!, out var answer))
        {
            return answer(context);
        }
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
