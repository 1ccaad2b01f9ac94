using System.Globalization;
using System.Net;

namespace Advocacy.Platform.Cosmos;

/// <summary>Cosmos DB did not do what was asked. Nothing is said of the documents: their ids may stand for people.</summary>
public sealed class CosmosStoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const string TooManyRequests =
        "it had more requests than it has request units for, and still had after every retry. Raise the container's throughput, or lower the number of messages that run at once (host.json).";

    /// <summary>What Cosmos DB answered; <c>null</c> where it did not.</summary>
    public HttpStatusCode? Status { get; private init; }

    internal static CosmosStoreException Of(string operation, string container, CosmosAnswer answer) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Cosmos DB answered {(int)answer.Status}/{answer.SubStatus} to {operation} in the container '{container}': {Reason(answer)} (activity {answer.ActivityId})"
            )
        )
        {
            Status = answer.Status,
        };

    internal static CosmosStoreException Unreachable(string operation, string container, Exception error) =>
        new($"Cosmos DB did not answer to {operation} in the container '{container}': {error.GetType().Name}.", error);

    private static string Reason(CosmosAnswer answer) =>
        answer.Status switch
        {
            HttpStatusCode.TooManyRequests => TooManyRequests,
            // A missing document is an outcome and does not come here.
            HttpStatusCode.NotFound when answer.SubStatus == 0 || answer.IsOwnerMissing =>
                $"the database or the container is missing. Deploy infra/, or set {CosmosOptions.Section}:{nameof(CosmosOptions.CreateIfMissing)} for the emulator.",
            HttpStatusCode.Unauthorized => "the key or token is not accepted.",
            HttpStatusCode.Forbidden =>
                "the app's identity lacks the role Cosmos DB Built-in Data Contributor, or the account's firewall refuses this network.",
            _ => "this was not expected.",
        };
}
