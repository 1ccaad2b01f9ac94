using System.Diagnostics;
using System.Net;
using System.Text;

namespace Advocacy.Content;

/// <summary>The HTTP client behind <see cref="WebFetcher"/>: nothing of ours goes out with a request but who asks.</summary>
internal static class FetchClient
{
    private static readonly string s_version = typeof(FetchClient).Assembly.GetName().Version?.ToString(2) ?? "1.0";

    public static HttpClient Create(FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnector(options.AllowLoopback, resolve).ConnectAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseDrainSize = 0,
            // Strangers need not know how our requests hang together.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            // ETag and Last-Modified go back byte for byte; real servers write UTF-8 into Location.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (name, _) => name == "Location" ? Encoding.UTF8 : Encoding.Latin1,
        };
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var about = options.AboutUrl is { Length: > 0 } url ? $" (+{url})" : "";
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"AdvocacyFunctions/{s_version}{about}");
        return http;
    }
}
