using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>A stored document. <see cref="Number"/> is its place in the order of creation, in which queries walk.</summary>
internal sealed record GatewayItem(
    long Number,
    string PartitionKey,
    string EffectiveKey,
    string Id,
    IReadOnlyDictionary<string, string> Texts,
    int Size,
    byte[] Body,
    string ETag,
    DateTimeOffset? Until
)
{
    /// <summary>The JSON as it was sent, with the properties that the service adds.</summary>
    public static byte[] WithSystemProperties(byte[] sent, string rid, string etag, DateTimeOffset now)
    {
        var end = sent.AsSpan().LastIndexOf((byte)'}');
        var added = string.Create(
            CultureInfo.InvariantCulture,
            $",\"_rid\":\"{rid}\",\"_self\":\"dbs/x/colls/x/docs/{rid}/\",\"_etag\":{JsonSerializer.Serialize(etag)},\"_attachments\":\"attachments/\",\"_ts\":{now.ToUnixTimeSeconds()}}}"
        );
        return [.. sent.AsSpan(0, end), .. Encoding.UTF8.GetBytes(added)];
    }
}
