using System.Diagnostics.Metrics;
using Advocacy.Platform.Store;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Advocacy.Platform.Cosmos;

/// <summary>Plugs the document port into Cosmos DB.</summary>
internal static class CosmosServices
{
    /// <summary>The store with its options, one client for the process, its charges, and the check before the host starts.</summary>
    public static IServiceCollection AddCosmosStore(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddChecked<CosmosOptions>(configuration, CosmosOptions.Section)
            .AddSingleton(provider =>
                CosmosClients.Create(
                    provider.GetRequiredService<CosmosOptions>(),
                    provider.GetService<TokenCredential>()
                )
            )
            .AddSingleton(provider => new RequestCharges(
                provider.GetRequiredService<CosmosOptions>(),
                provider.GetService<IMeterFactory>()
            ))
            .AddSingleton<CosmosSetup>()
            .AddSingleton<IDocumentStore, CosmosDocumentStore>()
            .AddHostedService<CosmosStartCheck>();
}
