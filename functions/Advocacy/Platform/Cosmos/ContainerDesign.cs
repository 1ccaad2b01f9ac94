using Advocacy.Platform.Store;
using Microsoft.Azure.Cosmos;
using Container = Advocacy.Platform.Store.Container;

namespace Advocacy.Platform.Cosmos;

/// <summary>How each container is set up. The emulator's are created from this, and infra's templates are held against it.</summary>
public static class ContainerDesign
{
    /// <summary>Expiry is on, and nothing expires that has no <see cref="Document.Ttl"/>.</summary>
    public const int DefaultTtl = -1;

    /// <summary>Everything that is not included: each indexed path makes every write dearer.</summary>
    public const string ExcludedPath = "/*";

    /// <summary>The name of the property that every query compares.</summary>
    internal const string TypeField = "type";

    /// <summary>The indexed paths: what queries compare. The id is always indexed; a partition key is only where it is named.</summary>
    public static IReadOnlyList<string> IncludedPaths(Container container) =>
        [
            .. new[] { TypeField, PartitionKeyField(container) }
                .Concat(container.IndexedFields)
                .Where(field => field != "id")
                .Distinct()
                .Select(field => $"/{field}/?"),
        ];

    /// <summary>The container as the SDK creates it.</summary>
    public static ContainerProperties Properties(Container container)
    {
        var properties = new ContainerProperties(container.Name, container.PartitionKeyPath)
        {
            PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2,
            DefaultTimeToLive = DefaultTtl,
        };
        properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = ExcludedPath });
        foreach (var path in IncludedPaths(container))
        {
            properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = path });
        }
        return properties;
    }

    /// <summary>What is wrong with a container as it is found, in words; nothing where all is as designed.</summary>
    internal static IEnumerable<string> Defects(Container container, ContainerProperties found)
    {
        if (found.PartitionKeyPath != container.PartitionKeyPath)
        {
            yield return $"is partitioned by {found.PartitionKeyPath} instead of {container.PartitionKeyPath}";
        }
        if (found.DefaultTimeToLive != DefaultTtl)
        {
            yield return $"has the default ttl '{found.DefaultTimeToLive}' instead of {DefaultTtl}";
        }
        var indexed = found.IndexingPolicy.IncludedPaths.Select(path => path.Path).ToHashSet();
        if (
            !indexed.Contains(ExcludedPath)
            && IncludedPaths(container).Where(p => !indexed.Contains(p)).ToList() is { Count: > 0 } missing
        )
        {
            yield return $"does not index {string.Join(", ", missing)}";
        }
    }

    internal static string PartitionKeyField(Container container) => container.PartitionKeyPath[1..];
}
