using System.Buffers;
using System.Net;
using System.Text.Json;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>A document as a write sends it, held against the service's rules.</summary>
internal sealed record SentDocument(string Id, IReadOnlyDictionary<string, string> Texts, int? Ttl, byte[] Body)
{
    private const int LargestBody = 2 * 1024 * 1024;
    private static readonly SearchValues<char> s_notInIds = SearchValues.Create("/\\?#");

    /// <summary>The document, or the answer that refuses it.</summary>
    public static (SentDocument? Document, GatewayAnswer? Refusal) Read(byte[] body)
    {
        if (body.Length > LargestBody)
        {
            return (null, GatewayAnswer.Error(HttpStatusCode.RequestEntityTooLarge, "Request size is too large."));
        }
        using var json = JsonDocument.Parse(body);
        var texts = json
            .RootElement.EnumerateObject()
            .Where(property => property.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(property => property.Name, property => property.Value.GetString()!);
        if (!texts.TryGetValue("id", out var id) || id.Length is 0 or > 255 || id.AsSpan().ContainsAny(s_notInIds))
        {
            return (
                null,
                Bad("The input content is invalid because the required property 'id' is missing or illegal.")
            );
        }
        int? ttl = json.RootElement.TryGetProperty("ttl", out var seconds) ? seconds.GetInt32() : null;
        return ttl is 0 or < -1 ? (null, Bad("The input ttl is invalid.")) : (new(id, texts, ttl, body), null);
    }

    private static GatewayAnswer Bad(string message) => GatewayAnswer.Error(HttpStatusCode.BadRequest, message);
}
