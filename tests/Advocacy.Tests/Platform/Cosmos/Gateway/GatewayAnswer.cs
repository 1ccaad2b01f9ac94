using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>What the gateway answers.</summary>
internal sealed record GatewayAnswer(HttpStatusCode Status)
{
    public byte[] Body { get; init; } = [];
    public int SubStatus { get; init; }
    public double Charge { get; init; }
    public string? ETag { get; init; }
    public string? Session { get; init; }
    public string? Continuation { get; init; }
    public int? Items { get; init; }
    public TimeSpan? RetryAfter { get; init; }
    public string MediaType { get; init; } = "application/json";

    public bool Succeeded => (int)Status is >= 200 and < 300;

    public static GatewayAnswer Json(JsonNode json) =>
        new(HttpStatusCode.OK) { Body = JsonSerializer.SerializeToUtf8Bytes(json) };

    public static GatewayAnswer Error(HttpStatusCode status, string message, int subStatus = 0, double charge = 1) =>
        new(status)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(
                new JsonObject { ["code"] = status.ToString(), ["message"] = message }
            ),
            SubStatus = subStatus,
            Charge = charge,
        };

    public HttpResponseMessage ToMessage(HttpRequestMessage request, string activity)
    {
        var message = new HttpResponseMessage(Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Body),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        Add("x-ms-activity-id", activity);
        Add("x-ms-request-charge", Charge.ToString("0.##", CultureInfo.InvariantCulture));
        Add("x-ms-substatus", SubStatus == 0 ? null : SubStatus.ToString(CultureInfo.InvariantCulture));
        Add("x-ms-session-token", Session);
        Add("x-ms-continuation", Continuation);
        Add("x-ms-item-count", Items?.ToString(CultureInfo.InvariantCulture));
        Add("x-ms-retry-after-ms", RetryAfter?.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        Add("etag", ETag);
        return message;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
