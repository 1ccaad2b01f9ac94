using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace Advocacy.Tests.Platform.Cosmos.Gateway;

/// <summary>The layout of batch requests and answers, from the SDK's own assembly.</summary>
internal static class BatchSchema
{
    private static readonly Namespace s_namespace = Load();

    public static LayoutResolver Resolver { get; } = new LayoutResolverNamespace(s_namespace);

    public static Layout Result { get; } =
        Resolver.Resolve(s_namespace.Schemas.Single(schema => schema.Name == "BatchResult").SchemaId);

    private static Namespace Load()
    {
        using var stream = typeof(CosmosClient).Assembly.GetManifestResourceStream(
            "Microsoft.Azure.Cosmos.Batch.HybridRowBatchSchemas.json"
        )!;
        using var reader = new StreamReader(stream);
        return Namespace.Parse(reader.ReadToEnd());
    }
}
