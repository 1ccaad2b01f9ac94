using System.Text.Json.Nodes;
using Advocacy.Platform.Cosmos;
using Advocacy.Platform.Store;

namespace Advocacy.Tests.Platform.Cosmos;

/// <summary>A container as infrastructure would have created it.</summary>
internal static class ContainerJson
{
    public static JsonObject Of(Container container, int? defaultTtl)
    {
        var json = new JsonObject
        {
            ["id"] = container.Name,
            ["partitionKey"] = new JsonObject
            {
                ["paths"] = new JsonArray(container.PartitionKeyPath),
                ["kind"] = "Hash",
                ["version"] = 2,
            },
            ["indexingPolicy"] = new JsonObject
            {
                ["automatic"] = true,
                ["indexingMode"] = "consistent",
                ["includedPaths"] = new JsonArray([
                    .. ContainerDesign.IncludedPaths(container).Select(path => new JsonObject { ["path"] = path }),
                ]),
                ["excludedPaths"] = new JsonArray(new JsonObject { ["path"] = ContainerDesign.ExcludedPath }),
            },
        };
        if (defaultTtl is { } seconds)
        {
            json["defaultTtl"] = seconds;
        }
        return json;
    }
}
