using Azure;

namespace Advocacy.Platform.StorageQueues;

/// <summary>Says what to do about a refusal of the storage account, with the account's own answer inside.</summary>
internal static class StorageFault
{
    /// <param name="address">What is asked.</param>
    /// <param name="role">The role that allows it.</param>
    /// <param name="call">Asks.</param>
    /// <exception cref="InvalidOperationException">The identity, the configuration or the network is at fault.</exception>
    public static async Task<T> ToldAsync<T>(Uri address, string role, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException error) when (Advice(error, address, role) is { } advice)
        {
            throw new InvalidOperationException(advice, error);
        }
        catch (AggregateException error)
            when (error.InnerExceptions.OfType<RequestFailedException>().LastOrDefault() is { } last
                && Advice(last, address, role) is { } advice
            )
        {
            // All of the client's own repeats failed.
            throw new InvalidOperationException(advice, error);
        }
    }

    private static string? Advice(RequestFailedException error, Uri address, string role) =>
        error.Status switch
        {
            401 or 403 =>
                $"{address} refused this app's identity ({error.ErrorCode}). Give it the role {role} on the account, and allow this network in its firewall.",
            404 =>
                $"{address} does not exist ({error.ErrorCode}). Deploy infra/, which creates it, or correct {StorageQueueOptions.Section}.",
            0 =>
                $"{address} cannot be reached: {error.Message}. Correct {StorageQueueOptions.Section}, or see whether the account (or Azurite) runs.",
            _ => null,
        };
}
