using System.Globalization;
using System.Text.Json.Nodes;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>An account with one region, and the databases and containers that were created in it.</summary>
/// <param name="endpoint">Where clients believe it to be.</param>
/// <param name="time">Expiry follows it.</param>
/// <param name="ranges">Physical partitions of each container.</param>
/// <param name="consistency">The default level; reads cost twice with Strong and BoundedStaleness.</param>
internal sealed class GatewayAccount(Uri endpoint, TimeProvider time, int ranges, string consistency = "Strong")
{
    private readonly Dictionary<string, Dictionary<string, GatewayContainer>> _databases = [];
    private int _containers;

    public ChargeModel Charges { get; } = new(consistency is "Strong" or "BoundedStaleness");

    public bool HasDatabase(string name) => _databases.ContainsKey(name);

    public bool AddDatabase(string name) => _databases.TryAdd(name, []);

    public GatewayContainer? AddContainer(string database, JsonObject properties)
    {
        var name = properties["id"]!.GetValue<string>();
        if (_databases[database].ContainsKey(name))
        {
            return null;
        }
        byte[] rid = [1, 0, 0, 0, 0x80, 0, 0, (byte)++_containers];
        return _databases[database][name] = new GatewayContainer(
            properties,
            Convert.ToBase64String(rid).Replace('/', '-'),
            ranges,
            time
        );
    }

    public void RemoveContainer(string database, string name) => _databases[database].Remove(name);

    /// <summary>By name, or by the resource id under which clients read the partition ranges.</summary>
    public GatewayContainer? Container(string database, string name) =>
        _databases.GetValueOrDefault(database)?.GetValueOrDefault(name)
        ?? _databases.Values.SelectMany(one => one.Values).FirstOrDefault(one => one.Rid == name);

    public static JsonObject DatabaseJson(string name) =>
        new()
        {
            ["id"] = name,
            ["_rid"] = "AQAAAA==",
            ["_self"] = "dbs/AQAAAA==/",
            ["_etag"] = "\"database\"",
            ["_ts"] = 1,
        };

    public JsonObject ToJson()
    {
        JsonArray Region() =>
            [new JsonObject { ["name"] = "Here", ["databaseAccountEndpoint"] = endpoint.AbsoluteUri }];
        var replicas = new JsonObject { ["minReplicaSetSize"] = 1, ["maxReplicasetSize"] = 4 };
        return new JsonObject
        {
            ["id"] = "here",
            ["_rid"] = "here.documents.azure.com",
            ["_self"] = "",
            ["addresses"] = "//addresses/",
            ["media"] = "//media/",
            ["_dbs"] = "//dbs/",
            ["writableLocations"] = Region(),
            ["readableLocations"] = Region(),
            ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = replicas.DeepClone(),
            ["systemReplicationPolicy"] = replicas,
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = consistency },
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"maxSqlQueryInputLength\":262144,\"maxJoinsPerSqlQuery\":10,\"clientDisableOptimisticDirectExecution\":false}}"
            ),
        };
    }
}
