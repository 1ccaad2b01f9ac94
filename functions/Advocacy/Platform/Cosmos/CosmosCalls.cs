using System.Collections.Frozen;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Container = Advocacy.Platform.Store.Container;
using Containers = Advocacy.Platform.Store.Containers;
using CosmosContainer = Microsoft.Azure.Cosmos.Container;

namespace Advocacy.Platform.Cosmos;

/// <summary>Sends requests, measures what they cost and turns outages into one exception.</summary>
internal sealed class CosmosCalls(CosmosClient client, CosmosOptions options, RequestCharges charges)
{
    private readonly FrozenDictionary<string, CosmosContainer> _containers = Containers.All.ToFrozenDictionary(
        container => container.Name,
        container => client.GetContainer(options.Database, container.Name)
    );

    /// <exception cref="ArgumentException">Nobody declared the container.</exception>
    public CosmosContainer Target(Container container) =>
        _containers.TryGetValue(container.Name, out var target)
            ? target
            : throw new ArgumentException(
                $"'{container.Name}' is no container; there are {string.Join(", ", Containers.All.Select(one => one.Name))}.",
                nameof(container)
            );

    /// <summary>One request with its retries. What it answers is the caller's to judge.</summary>
    /// <exception cref="CosmosStoreException">There was no answer.</exception>
    public async Task<T> SendAsync<T>(
        string operation,
        Container container,
        Func<Task<T>> call,
        Func<T, CosmosAnswer> answerOf,
        CancellationToken cancellationToken
    )
    {
        T response;
        try
        {
            response = await call();
        }
        catch (CosmosException error)
        {
            var answer = new CosmosAnswer(error.StatusCode, error.SubStatusCode, error.RequestCharge, error.ActivityId);
            charges.Record(operation, container.Name, answer.Charge, (int)answer.Status);
            throw CosmosStoreException.Of(operation, container.Name, answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or OperationCanceledException
                        or TimeoutException
                        or AuthenticationFailedException
            )
        {
            // A time-out must not pass for the host's wish to stop.
            throw CosmosStoreException.Unreachable(operation, container.Name, error);
        }
        var given = answerOf(response);
        charges.Record(operation, container.Name, given.Charge, (int)given.Status);
        return response;
    }

    public Task<ResponseMessage> SendAsync(
        string operation,
        Container container,
        Func<Task<ResponseMessage>> call,
        CancellationToken cancellationToken
    ) => SendAsync(operation, container, call, CosmosAnswer.Of, cancellationToken);
}
