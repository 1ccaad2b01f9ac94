using System.Globalization;
using System.Net;
using Advocacy.Platform.Store;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Container = Advocacy.Platform.Store.Container;

namespace Advocacy.Platform.Cosmos;

/// <summary>Finds at start what would fail later: a missing database or container, a wrong partition key, an account that reads stale.</summary>
public sealed class CosmosSetup(CosmosClient client, CosmosOptions options)
{
    /// <summary>Checks all of it, after creating what is missing where <see cref="CosmosOptions.CreateIfMissing"/> says so.</summary>
    /// <exception cref="CosmosStoreException">Says everything that is wrong, and what to do.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (options.CreateIfMissing)
            {
                await CreateAsync(cancellationToken);
            }
            await CheckConsistencyAsync();
            var defects = new List<string>();
            foreach (var container in Containers.All)
            {
                defects.AddRange(
                    (await DefectsAsync(container, cancellationToken)).Select(defect => $"'{container.Name}' {defect}")
                );
            }
            if (defects.Count > 0)
            {
                throw new CosmosStoreException(
                    $"The database '{options.Database}' at {options.Endpoint} is not as it should be: {string.Join("; ", defects)}. "
                        + $"Deploy infra/, or set {CosmosOptions.Section}:{nameof(options.CreateIfMissing)} for the emulator."
                );
            }
        }
        catch (Exception error) when (Trouble(error) is { } trouble)
        {
            throw new CosmosStoreException(
                $"The Cosmos DB account at {options.Endpoint} cannot be used: {trouble}.",
                error
            );
        }
    }

    private static string? Trouble(Exception error) =>
        error switch
        {
            CosmosException { StatusCode: HttpStatusCode.Forbidden } =>
                "the app's identity lacks the role Cosmos DB Built-in Data Contributor, or the account's firewall refuses this network",
            CosmosException cosmos => string.Create(
                CultureInfo.InvariantCulture,
                $"it answered {(int)cosmos.StatusCode}/{cosmos.SubStatusCode}"
            ),
            HttpRequestException => "it does not answer",
            AuthenticationFailedException =>
                "there is no identity to sign in with. Sign in with az login, or set AZURE_CLIENT_ID to the app's user-assigned identity",
            _ => null,
        };

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        Database database = await client.CreateDatabaseIfNotExistsAsync(
            options.Database,
            cancellationToken: cancellationToken
        );
        foreach (var container in Containers.All)
        {
            await database.CreateContainerIfNotExistsAsync(
                ContainerDesign.Properties(container),
                cancellationToken: cancellationToken
            );
        }
    }

    /// <summary>
    /// The functions run on many instances, each with a session of its own: what one writes (a planned delivery, a withdrawn
    /// consent) the next must see. An emulator has one replica and cannot read stale.
    /// </summary>
    private async Task CheckConsistencyAsync()
    {
        var account = await client.ReadAccountAsync();
        var level = account.Consistency.DefaultConsistencyLevel;
        if (!options.IsEmulator && level is not (ConsistencyLevel.Strong or ConsistencyLevel.BoundedStaleness))
        {
            throw new CosmosStoreException(
                $"The Cosmos DB account at {options.Endpoint} has the default consistency {level}, with which one instance may not see what another wrote; it takes Strong (one region) or BoundedStaleness."
            );
        }
    }

    private async Task<IEnumerable<string>> DefectsAsync(Container container, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client
                .GetContainer(options.Database, container.Name)
                .ReadContainerAsync(cancellationToken: cancellationToken);
            return ContainerDesign.Defects(container, found.Resource);
        }
        catch (CosmosException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return ["is missing"];
        }
    }
}
