using Azure.Core;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace Advocacy.Platform.Cosmos;

/// <summary>Makes the one <see cref="CosmosClient"/> of a process: it keeps connections, routing maps and session tokens.</summary>
public static class CosmosClients
{
    private const string NoMachineMetadata = "COSMOS_DISABLE_IMDS_ACCESS";

    /// <summary>Connects with an identity, or with the key where the endpoint is an emulator on this machine.</summary>
    /// <param name="options">Checked options with an endpoint.</param>
    /// <param name="credential">Who we are; the default is what <see cref="DefaultAzureCredential"/> finds.</param>
    /// <param name="http">What requests are sent with, for tests; only requests through the gateway can be seen there.</param>
    /// <exception cref="InvalidOperationException">The endpoint is missing, or a key is set for an account in Azure.</exception>
    public static CosmosClient Create(
        CosmosOptions options,
        TokenCredential? credential = null,
        Func<HttpClient>? http = null
    )
    {
        if (options.Endpoint.Length == 0)
        {
            throw new InvalidOperationException(
                $"{CosmosOptions.Section}:{nameof(options.Endpoint)} is not set; it takes the account's address, for example https://name.documents.azure.com/."
            );
        }
        if (!string.IsNullOrEmpty(options.Key) && !options.IsEmulator)
        {
            throw new InvalidOperationException(
                $"{CosmosOptions.Section}:{nameof(options.Key)} is for an emulator on this machine only; an account in Azure is reached with an identity."
            );
        }
        KeepFromMachineMetadata();
        return string.IsNullOrEmpty(options.Key)
            ? new CosmosClient(
                options.Endpoint,
                credential ?? new DefaultAzureCredential(),
                ClientOptions(options, http)
            )
            : new CosmosClient(options.Endpoint, options.Key, ClientOptions(options, http));
    }

    private static CosmosClientOptions ClientOptions(CosmosOptions options, Func<HttpClient>? http)
    {
        var gateway = options.Gateway || options.IsEmulator || http is not null;
        var client = new CosmosClientOptions
        {
            ApplicationName = "advocacy",
            ConnectionMode = gateway ? ConnectionMode.Gateway : ConnectionMode.Direct,
            // What was written is known; only its tag is of interest.
            EnableContentResponseOnWrite = false,
            MaxRetryAttemptsOnRateLimitedRequests = options.MostRetries,
            MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(options.MostRetrySeconds),
            HttpClientFactory = http,
            CosmosClientTelemetryOptions = new() { DisableDistributedTracing = false },
        };
        if (options.IsEmulator)
        {
            // It announces addresses of its own, and its certificate is signed by nobody.
            client.LimitToEndpoint = true;
            client.ServerCertificateCustomValidationCallback = (_, _, _) => true;
        }
        return client;
    }

    /// <summary>
    /// The SDK asks the cloud's metadata address for the machine's name, for its diagnostics only; outside a virtual machine
    /// nobody answers there. Whoever wants it sets the variable to false.
    /// </summary>
    private static void KeepFromMachineMetadata()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(NoMachineMetadata)))
        {
            Environment.SetEnvironmentVariable(NoMachineMetadata, bool.TrueString);
        }
    }
}
