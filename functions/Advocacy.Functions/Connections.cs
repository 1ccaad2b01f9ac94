using Advocacy.Platform.StorageQueues;

namespace Advocacy.Functions;

/// <summary>Names of connections in configuration; in Azure each is <c>NAME__queueServiceUri</c> and the like.</summary>
public static class Connections
{
    public const string Queues = StorageQueueOptions.Section;
}
