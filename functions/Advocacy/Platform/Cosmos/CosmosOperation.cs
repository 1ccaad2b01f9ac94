namespace Advocacy.Platform.Cosmos;

/// <summary>The operations' names by OpenTelemetry's semantic conventions for Azure Cosmos DB.</summary>
internal static class CosmosOperation
{
    public const string Read = "read_item";
    public const string Create = "create_item";
    public const string Replace = "replace_item";
    public const string Upsert = "upsert_item";
    public const string Delete = "delete_item";
    public const string Batch = "execute_batch";
    public const string Query = "query_items";
}
