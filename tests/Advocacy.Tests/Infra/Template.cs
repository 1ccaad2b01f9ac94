using System.Text.Json;

namespace Advocacy.Tests.Infra;

/// <summary>
/// What a deployment would make, as the compiler foresees it: loops written out, names computed, and what only Azure knows left as
/// an expression, for example <c>[reference(...).primaryEndpoints.queue]</c>.
/// </summary>
/// <param name="Resources">In the order of the template.</param>
public sealed record Template(IReadOnlyList<Resource> Resources)
{
    public static Template Parse(string snapshot)
    {
        using var document = JsonDocument.Parse(snapshot);
        return new Template([
            .. document
                .RootElement.GetProperty("predictedResources")
                .EnumerateArray()
                .Select(resource => new Resource(
                    resource.GetProperty("id").GetString()!,
                    resource.GetProperty("type").GetString()!,
                    resource.GetProperty("name").GetString()!,
                    resource.Clone()
                )),
        ]);
    }

    public IReadOnlyList<Resource> Of(string type) => [.. Resources.Where(resource => resource.Type == type)];

    public Resource One(string type) => Of(type).ShouldHaveSingleItem();

    /// <summary>The app's settings by name, in the words of Azure: <c>__</c> where configuration has a colon.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        One("Microsoft.Web/sites")
            .Property("siteConfig", "appSettings")
            .EnumerateArray()
            .ToDictionary(
                setting => setting.GetProperty("name").GetString()!,
                setting => setting.GetProperty("value").GetString()!
            );
}

/// <param name="Id">With the resources that it belongs to.</param>
/// <param name="Type">For example <c>Microsoft.Storage/storageAccounts</c>.</param>
/// <param name="Name">With the names of its parents, separated by slashes.</param>
/// <param name="Json">All of it.</param>
public sealed record Resource(string Id, string Type, string Name, JsonElement Json)
{
    public string OwnName => Name.Split('/')[^1];

    /// <summary>A value under <c>properties</c>.</summary>
    public JsonElement Property(params string[] path) =>
        path.Aggregate(Json.GetProperty("properties"), (value, name) => value.GetProperty(name));
}
