using System.Globalization;
using System.Text.Json.Nodes;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>One physical partition: the hashed keys from <see cref="Min"/> up to, but not with, <see cref="Max"/>.</summary>
internal sealed record PartitionRange(string Id, string Min, string Max)
{
    public bool Holds(string key) => string.CompareOrdinal(key, Min) >= 0 && string.CompareOrdinal(key, Max) < 0;
}

/// <summary>The physical partitions of a container, which together hold every key.</summary>
internal sealed class PartitionRanges(int count)
{
    private const string End = "FF";

    public IReadOnlyList<PartitionRange> All { get; } =
    [
        .. Enumerable
            .Range(0, count)
            .Select(i => new PartitionRange(
                i.ToString(CultureInfo.InvariantCulture),
                i == 0 ? "" : Bound(i, count),
                i == count - 1 ? End : Bound(i + 1, count)
            )),
    ];

    /// <summary>Changes when the ranges do: a client that has this one is told 304.</summary>
    public string ETag => $"\"{All.Count}\"";

    public PartitionRange Of(string effectiveKey) => All.Single(range => range.Holds(effectiveKey));

    public JsonObject ToJson(string containerRid) =>
        new()
        {
            ["_rid"] = containerRid,
            ["PartitionKeyRanges"] = new JsonArray([
                .. All.Select(range => new JsonObject
                {
                    ["id"] = range.Id,
                    ["_rid"] = $"{containerRid}{range.Id}",
                    ["minInclusive"] = range.Min,
                    ["maxExclusive"] = range.Max,
                    ["ridPrefix"] = int.Parse(range.Id, CultureInfo.InvariantCulture),
                    ["throughputFraction"] = 1.0 / All.Count,
                    ["status"] = "online",
                    ["parents"] = new JsonArray(),
                    ["_self"] = $"dbs/x/colls/{containerRid}/pkranges/{range.Id}/",
                    ["_etag"] = ETag,
                    ["_ts"] = 1,
                }),
            ]),
            ["_count"] = All.Count,
        };

    private static string Bound(int index, int count) =>
        ((UInt128.One << 126) / (UInt128)count * (UInt128)index).ToString("X32", CultureInfo.InvariantCulture);
}
