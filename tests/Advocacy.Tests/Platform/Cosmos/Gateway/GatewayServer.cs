using Advocacy.Platform.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>An account in this process with the containers created, and a client of the real SDK that talks to it.</summary>
internal sealed class GatewayServer : IDisposable
{
    // The SDK takes it as base64; nobody checks it here.
    private const string AnyKey = "aGVyZQ==";
    private readonly HttpClient _http;

    private GatewayServer(TimeProvider time, int ranges, string consistency)
    {
        Options = new CosmosOptions
        {
            Endpoint = "https://localhost:8081/",
            Key = AnyKey,
            CreateIfMissing = true,
            MostRetries = 2,
            MostRetrySeconds = 1,
        };
        Account = new GatewayAccount(new Uri(Options.Endpoint), time, ranges, consistency);
        Handler = new GatewayHandler(Account);
        _http = new HttpClient(Handler, disposeHandler: false);
        Client = CosmosClients.Create(Options, http: () => _http);
    }

    public CosmosOptions Options { get; }
    public GatewayAccount Account { get; }
    public GatewayHandler Handler { get; }
    public CosmosClient Client { get; }

    public static async Task<GatewayServer> StartAsync(
        TimeProvider time,
        int ranges = 3,
        string consistency = "Strong",
        CancellationToken cancellationToken = default
    )
    {
        var server = new GatewayServer(time, ranges, consistency);
        await new CosmosSetup(server.Client, server.Options).CheckAsync(cancellationToken);
        return server;
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        Handler.Dispose();
    }
}
