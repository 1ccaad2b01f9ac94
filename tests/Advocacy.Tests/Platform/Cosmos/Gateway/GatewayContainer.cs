using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>A container with its documents: writes hold the conditions that the service holds, and expiry follows the given clock.</summary>
internal sealed class GatewayContainer
{
    private readonly Dictionary<string, Dictionary<string, GatewayItem>> _partitions = [];
    private readonly SortedDictionary<long, GatewayItem> _inOrder = [];
    private readonly JsonObject _properties;
    private readonly TimeProvider _time;
    private readonly bool _expires;
    private long _version;
    private long _created;

    public GatewayContainer(JsonObject properties, string rid, int ranges, TimeProvider time)
    {
        _properties = properties;
        _time = time;
        Rid = rid;
        Ranges = new PartitionRanges(ranges);
        PartitionKeyField = properties["partitionKey"]!["paths"]![0]!.GetValue<string>()[1..];
        Indexed = properties["indexingPolicy"]!["includedPaths"]!
            .AsArray()
            .Select(path => path!["path"]!.GetValue<string>())
            .Where(path => path.EndsWith("/?", StringComparison.Ordinal))
            .Select(path => path[1..^2])
            .Append("id")
            .ToHashSet();
        _expires = properties["defaultTtl"] is not null;
    }

    public string Rid { get; }
    public PartitionRanges Ranges { get; }
    public string PartitionKeyField { get; }
    public IReadOnlySet<string> Indexed { get; }

    /// <summary>Writes so far: what a session token counts.</summary>
    public long Version => _version;

    public JsonObject ToJson()
    {
        var json = (JsonObject)_properties.DeepClone();
        json["_rid"] = Rid;
        json["_self"] = $"dbs/x/colls/{Rid}/";
        json["_etag"] = "\"container\"";
        json["_ts"] = 1;
        return json;
    }

    public string SessionToken(string partitionKey) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Ranges.Of(EffectivePartitionKey.Of(partitionKey)).Id}:-1#{_version}"
        );

    public GatewayItem? Find(string partitionKey, string id) =>
        _partitions.TryGetValue(partitionKey, out var partition)
        && partition.TryGetValue(id, out var item)
        && !HasExpired(item)
            ? item
            : null;

    /// <summary>Live documents after a place in the order of creation.</summary>
    public IEnumerable<GatewayItem> After(long number, string? partitionKey) =>
        All(partitionKey).Where(item => item.Number > number && !HasExpired(item));

    public GatewayAnswer Write(GatewayWrite write)
    {
        var existing = Find(write.PartitionKey, write.Id);
        if (write.Kind is WriteKind.Create && existing is not null)
        {
            return GatewayAnswer.Error(
                HttpStatusCode.Conflict,
                "Resource with specified id or name already exists.",
                charge: ChargeModel.Refused
            );
        }
        if (write.Kind is WriteKind.Replace or WriteKind.Delete && existing is null)
        {
            return GatewayAnswer.Error(HttpStatusCode.NotFound, "Resource Not Found.");
        }
        if (write.IfMatch is { } tag && tag != "*" && existing is not null && existing.ETag != tag)
        {
            return GatewayAnswer.Error(
                HttpStatusCode.PreconditionFailed,
                "One of the specified pre-condition is not met.",
                charge: ChargeModel.Refused
            );
        }
        if (write.Document is null)
        {
            Remove(existing!);
            _version++;
            return new GatewayAnswer(HttpStatusCode.NoContent)
            {
                Charge = ChargeModel.Delete(existing!.Size, Terms(existing.Texts)),
            };
        }
        if (write.Document.Texts.GetValueOrDefault(PartitionKeyField) != write.PartitionKey)
        {
            return GatewayAnswer.Error(
                HttpStatusCode.BadRequest,
                "PartitionKey extracted from document doesn't match the one specified in the header.",
                subStatus: 1001
            );
        }
        return Put(write.PartitionKey, write.Document, existing);
    }

    /// <summary>What a batch may have to take back.</summary>
    public (IReadOnlyList<GatewayItem> Items, long Version) Save(string partitionKey) =>
        ([.. After(0, partitionKey)], _version);

    /// <summary>Makes a partition what it was.</summary>
    public void Restore(string partitionKey, (IReadOnlyList<GatewayItem> Items, long Version) saved)
    {
        foreach (var item in After(0, partitionKey).ToList())
        {
            Remove(item);
        }
        foreach (var item in saved.Items)
        {
            Add(item);
        }
        _version = saved.Version;
    }

    private IEnumerable<GatewayItem> All(string? partitionKey)
    {
        if (partitionKey is null)
        {
            return _inOrder.Values;
        }
        return _partitions.TryGetValue(partitionKey, out var partition)
            ? partition.Values.OrderBy(item => item.Number)
            : [];
    }

    private GatewayAnswer Put(string partitionKey, SentDocument document, GatewayItem? existing)
    {
        var now = _time.GetUtcNow();
        var number = existing?.Number ?? ++_created;
        // Unique in the account, and again after the document was deleted.
        var etag = $"\"{Rid.GetHashCode(StringComparison.Ordinal):x8}-{++_version:x8}-0000-0000\"";
        var rid = $"{Rid}{number:x}";
        if (existing is not null)
        {
            Remove(existing);
        }
        else if (_partitions.GetValueOrDefault(partitionKey)?.GetValueOrDefault(document.Id) is { } expired)
        {
            Remove(expired);
        }
        Add(
            new GatewayItem(
                number,
                partitionKey,
                existing?.EffectiveKey ?? EffectivePartitionKey.Of(partitionKey),
                document.Id,
                document.Texts,
                document.Body.Length,
                GatewayItem.WithSystemProperties(document.Body, rid, etag, now),
                etag,
                _expires && document.Ttl is > 0 and var seconds ? now.AddSeconds(seconds) : null
            )
        );
        var terms = Terms(document.Texts);
        return new GatewayAnswer(existing is null ? HttpStatusCode.Created : HttpStatusCode.OK)
        {
            ETag = etag,
            Charge = existing is null
                ? ChargeModel.Insert(document.Body.Length, terms)
                : ChargeModel.Replace(document.Body.Length, terms),
        };
    }

    private void Add(GatewayItem item)
    {
        if (!_partitions.TryGetValue(item.PartitionKey, out var partition))
        {
            _partitions[item.PartitionKey] = partition = [];
        }
        partition[item.Id] = item;
        _inOrder[item.Number] = item;
    }

    private void Remove(GatewayItem item)
    {
        _partitions[item.PartitionKey].Remove(item.Id);
        _inOrder.Remove(item.Number);
    }

    private bool HasExpired(GatewayItem item) => item.Until <= _time.GetUtcNow();

    private int Terms(IReadOnlyDictionary<string, string> texts) =>
        texts.Keys.Count(name => name != "id" && Indexed.Contains(name));
}
