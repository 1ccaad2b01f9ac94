using Advocacy.Platform.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>An account in Azure or an emulator that the environment names. One client for all tests, as in the app.</summary>
internal sealed class RealAccount
{
    public const string EndpointVariable = "ADVOCACY_COSMOS_ENDPOINT";
    public const string KeyVariable = "ADVOCACY_COSMOS_KEY";

    private static readonly Lazy<RealAccount?> s_one = new(() =>
        Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } endpoint
            ? new RealAccount(endpoint)
            : null
    );

    private readonly Lazy<Task<CosmosClient>> _client;

    private RealAccount(string endpoint)
    {
        Options = new CosmosOptions { Endpoint = endpoint, Key = Environment.GetEnvironmentVariable(KeyVariable) };
        Options.CreateIfMissing = Options.IsEmulator;
        _client = new(ConnectAsync);
    }

    public CosmosOptions Options { get; }

    /// <summary><c>null</c> where the variable is not set.</summary>
    public static RealAccount? FromEnvironment() => s_one.Value;

    public async Task<(CosmosClient, CosmosOptions)> ConnectAsync(CancellationToken cancellationToken) =>
        (await _client.Value.WaitAsync(cancellationToken), Options);

    private async Task<CosmosClient> ConnectAsync()
    {
        var client = CosmosClients.Create(Options);
        await new CosmosSetup(client, Options).CheckAsync();
        return client;
    }
}
