using System.Net;
using System.Text.Json.Nodes;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>The account, its databases, containers and partition ranges.</summary>
internal sealed class GatewaySchema(GatewayAccount account)
{
    public GatewayAnswer Answer(GatewayRequest request) =>
        (request.Method, request.Path) switch
        {
            ("GET", []) => GatewayAnswer.Json(account.ToJson()),
            ("GET", ["dbs", var name]) => account.HasDatabase(name)
                ? GatewayAnswer.Json(GatewayAccount.DatabaseJson(name))
                : Missing(),
            ("POST", ["dbs"]) => CreateDatabase(request),
            ("GET", ["dbs", var database, "colls", var name]) => account.Container(database, name) is { } container
                ? GatewayAnswer.Json(container.ToJson())
                : Missing(),
            ("POST", ["dbs", var database, "colls"]) => CreateContainer(request, database),
            ("GET", ["dbs", var database, "colls", var rid, "pkranges"]) => account.Container(database, rid)
                is { } container
                ? Ranges(request, container)
                : Missing(),
            var (method, path) => GatewayAnswer.Error(
                HttpStatusCode.BadRequest,
                $"{method} {string.Join('/', path)} is not understood."
            ),
        };

    private static GatewayAnswer Ranges(GatewayRequest request, GatewayContainer container) =>
        // The client asks for changes again and again until it is told that there are none.
        request.Header("If-None-Match") == container.Ranges.ETag
            ? new GatewayAnswer(HttpStatusCode.NotModified) { ETag = container.Ranges.ETag }
            : GatewayAnswer.Json(container.Ranges.ToJson(container.Rid)) with
            {
                ETag = container.Ranges.ETag,
            };

    private GatewayAnswer CreateDatabase(GatewayRequest request)
    {
        var name = JsonNode.Parse(request.Body)!["id"]!.GetValue<string>();
        return account.AddDatabase(name)
            ? GatewayAnswer.Json(GatewayAccount.DatabaseJson(name)) with
            {
                Status = HttpStatusCode.Created,
            }
            : Conflict();
    }

    private GatewayAnswer CreateContainer(GatewayRequest request, string database)
    {
        if (!account.HasDatabase(database))
        {
            return Missing();
        }
        return account.AddContainer(database, JsonNode.Parse(request.Body)!.AsObject()) is { } container
            ? GatewayAnswer.Json(container.ToJson()) with
            {
                Status = HttpStatusCode.Created,
            }
            : Conflict();
    }

    private static GatewayAnswer Missing() => GatewayAnswer.Error(HttpStatusCode.NotFound, "Resource Not Found.");

    private static GatewayAnswer Conflict() => GatewayAnswer.Error(HttpStatusCode.Conflict, "It exists already.");
}
