using System.Globalization;
using System.Net;
using Microsoft.Azure.Cosmos;

namespace Advocacy.Platform.Cosmos;

/// <summary>The part of an answer that decides what happens next.</summary>
internal readonly record struct CosmosAnswer(HttpStatusCode Status, int SubStatus, double Charge, string? ActivityId)
{
    // The collection, or the database above it, is not there.
    private const int OwnerNotFound = 1003;

    public bool Succeeded => (int)Status is >= 200 and < 300;

    public bool IsOwnerMissing => Status == HttpStatusCode.NotFound && SubStatus == OwnerNotFound;

    public static CosmosAnswer Of(ResponseMessage response) => Of(response.StatusCode, response.Headers);

    public static CosmosAnswer Of(TransactionalBatchResponse response) => Of(response.StatusCode, response.Headers);

    /// <summary>
    /// True where the status says something of the document. A sub-status says something of the account: a replica that lags
    /// (404/1002) or a missing container (404/1003) must not pass for a missing document.
    /// </summary>
    public bool Is(HttpStatusCode status) => Status == status && SubStatus == 0;

    private static CosmosAnswer Of(HttpStatusCode status, Headers headers) =>
        new(
            status,
            int.TryParse(headers["x-ms-substatus"], NumberStyles.None, CultureInfo.InvariantCulture, out var sub)
                ? sub
                : 0,
            headers.RequestCharge,
            headers.ActivityId
        );
}
