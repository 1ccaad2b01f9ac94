using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>One page of a query in one physical partition: the client visits them one by one.</summary>
internal static class QueryExecution
{
    private const int LargestPage = 4 * 1024 * 1024;

    /// <summary>The plan of a query that the client can send to each partition as it is.</summary>
    public static GatewayAnswer Plan(GatewayRequest request)
    {
        SqlQuery.Parse(request.Body);
        return GatewayAnswer.Json(
            new JsonObject
            {
                ["partitionedQueryExecutionInfoVersion"] = 2,
                ["queryInfo"] = new JsonObject
                {
                    ["distinctType"] = "None",
                    ["orderBy"] = new JsonArray(),
                    ["orderByExpressions"] = new JsonArray(),
                    ["groupByExpressions"] = new JsonArray(),
                    ["groupByAliases"] = new JsonArray(),
                    ["aggregates"] = new JsonArray(),
                    ["groupByAliasToAggregateType"] = new JsonObject(),
                    ["rewrittenQuery"] = "",
                    ["hasSelectValue"] = false,
                },
                ["queryRanges"] = new JsonArray(
                    new JsonObject
                    {
                        ["min"] = "",
                        ["max"] = "FF",
                        ["isMinInclusive"] = true,
                        ["isMaxInclusive"] = false,
                    }
                ),
            }
        );
    }

    public static GatewayAnswer Run(GatewayRequest request, GatewayContainer container, ChargeModel charges)
    {
        var query = SqlQuery.Parse(request.Body);
        if (query.Fields.FirstOrDefault(field => !container.Indexed.Contains(field)) is { } field)
        {
            return Bad($"The filter on '{field}' is on a path that is excluded from indexing.");
        }
        var partitionKey = request.PartitionKey;
        // Not the service's rule but ours: the key stands in the options and in the query.
        if (partitionKey != query.Equal(container.PartitionKeyField))
        {
            return Bad("The partition key of the request is not the one of the query.");
        }
        if (RangeOf(request, container, partitionKey) is not { } range)
        {
            return GatewayAnswer.Error(HttpStatusCode.Gone, "The partition key range is gone.", subStatus: 1002);
        }

        var after = request.Header("x-ms-continuation") is { Length: > 0 } continuation ? Place(continuation) : 0;
        var found = container
            .After(after, partitionKey)
            .Where(item => range.Holds(item.EffectiveKey) && query.IsMetBy(item));
        return Page(container, request.MaxItems, found, charges);
    }

    private static GatewayAnswer Page(
        GatewayContainer container,
        int most,
        IEnumerable<GatewayItem> found,
        ChargeModel charges
    )
    {
        var page = new List<GatewayItem>();
        var bytes = 0L;
        var more = false;
        foreach (var item in found)
        {
            if (page.Count == most || (page.Count > 0 && bytes + item.Body.Length > LargestPage))
            {
                more = true;
                break;
            }
            page.Add(item);
            bytes += item.Body.Length;
        }
        var body = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{{\"_rid\":\"{container.Rid}\",\"Documents\":["
        );
        body.AppendJoin(',', page.Select(item => Encoding.UTF8.GetString(item.Body)));
        body.Append(CultureInfo.InvariantCulture, $"],\"_count\":{page.Count}}}");
        return new GatewayAnswer(HttpStatusCode.OK)
        {
            Body = Encoding.UTF8.GetBytes(body.ToString()),
            Items = page.Count,
            Continuation = more
                ? string.Create(CultureInfo.InvariantCulture, $"+RID:~{container.Rid}#RT:1#N:{page[^1].Number}")
                : null,
            Charge = charges.Query(bytes),
        };
    }

    /// <summary>The part of the key space that the request asks for; <c>null</c> where it names a partition that does not exist.</summary>
    private static PartitionRange? RangeOf(GatewayRequest request, GatewayContainer container, string? partitionKey)
    {
        if (request.RangeId is not { } id)
        {
            // One logical partition is in one place; any other query must say where it runs.
            return partitionKey is null ? null : container.Ranges.Of(EffectivePartitionKey.Of(partitionKey));
        }
        if (container.Ranges.All.FirstOrDefault(one => one.Id == id) is not { } range)
        {
            return null;
        }
        if (partitionKey is not null && !range.Holds(EffectivePartitionKey.Of(partitionKey)))
        {
            return null;
        }
        return new PartitionRange(
            range.Id,
            Later(range.Min, request.Header("x-ms-start-epk")),
            Earlier(range.Max, request.Header("x-ms-end-epk"))
        );
    }

    private static string Later(string one, string? other) =>
        other is not null && string.CompareOrdinal(other, one) > 0 ? other : one;

    private static string Earlier(string one, string? other) =>
        other is not null && string.CompareOrdinal(other, one) < 0 ? other : one;

    private static long Place(string continuation) =>
        long.Parse(continuation[(continuation.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);

    private static GatewayAnswer Bad(string message) => GatewayAnswer.Error(HttpStatusCode.BadRequest, message);
}
