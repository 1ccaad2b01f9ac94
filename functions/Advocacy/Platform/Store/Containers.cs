namespace Advocacy.Platform.Store;

/// <summary>One container: its name, the path of its partition key, and the fields that may be asked for in a query.</summary>
/// <param name="Name">As in Cosmos DB and as a table name: lower-case letters.</param>
/// <param name="PartitionKeyPath">For example <c>/employeeId</c>.</param>
/// <param name="IndexedFields">Top-level JSON properties (camel case) that <see cref="Query.Where"/> may name.</param>
public sealed record Container(string Name, string PartitionKeyPath, params IReadOnlyList<string> IndexedFields);

/// <summary>All containers. The infrastructure declares the same list.</summary>
public static class Containers
{
    public static readonly Container Posts = new("posts", "/id", "status", "publishedAt", "suggestedBy");
    public static readonly Container Sources = new("sources", "/id");
    public static readonly Container Employees = new("employees", "/id", "digestSlot", "unit");
    public static readonly Container Consents = new("consents", "/employeeId");
    public static readonly Container Deliveries = new("deliveries", "/employeeId", "state", "editionId", "id");
    public static readonly Container Engagements = new("engagements", "/subject", "kind", "day");
    public static readonly Container Editions = new("editions", "/id");
    public static readonly Container Insights = new("insights", "/id", "week");
    public static readonly Container Programme = new("programme", "/id");
    public static readonly Container Failures = new("failures", "/id", "state");
    public static readonly Container Limits = new("limits", "/id");

    public static readonly IReadOnlyList<Container> All =
    [
        Posts,
        Sources,
        Employees,
        Consents,
        Deliveries,
        Engagements,
        Editions,
        Insights,
        Programme,
        Failures,
        Limits,
    ];
}
