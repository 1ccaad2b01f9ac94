using System.Globalization;
using System.Text.Json;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>A request as the gateway reads it.</summary>
internal sealed class GatewayRequest
{
    private readonly HttpRequestMessage _message;

    private GatewayRequest(HttpRequestMessage message, byte[] body)
    {
        _message = message;
        Body = body;
        Path =
        [
            .. message
                .RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Select(Uri.UnescapeDataString),
        ];
    }

    public string Method => _message.Method.Method;

    /// <summary>For example dbs, advocacy, colls, posts, docs, x.</summary>
    public string[] Path { get; }

    public byte[] Body { get; }

    public bool IsQueryPlan => Is("x-ms-cosmos-is-query-plan-request");

    public bool IsQuery => Is("x-ms-documentdb-isquery");

    public bool IsBatch => Is("x-ms-cosmos-is-batch-request");

    public bool IsUpsert => Is("x-ms-documentdb-is-upsert");

    /// <summary>The physical partition that the client names; after a comma where the container's id comes first.</summary>
    public string? RangeId => Header("x-ms-documentdb-partitionkeyrangeid")?.Split(',')[^1];

    /// <summary>The value of the partition key header, which is a JSON array of one text.</summary>
    public string? PartitionKey =>
        Header("x-ms-documentdb-partitionkey") is { } header ? JsonSerializer.Deserialize<string[]>(header)![0] : null;

    public int MaxItems =>
        Header("x-ms-max-item-count") is { } header
        && int.Parse(header, CultureInfo.InvariantCulture) is > 0 and var most
            ? most
            : 100;

    public static async Task<GatewayRequest> ReadAsync(
        HttpRequestMessage message,
        CancellationToken cancellationToken
    ) => new(message, message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellationToken));

    public string? Header(string name) =>
        _message.Headers.TryGetValues(name, out var values)
        || (_message.Content?.Headers.TryGetValues(name, out values) ?? false)
            ? string.Join(',', values!)
            : null;

    public bool Is(string name) => string.Equals(Header(name), "true", StringComparison.OrdinalIgnoreCase);
}
