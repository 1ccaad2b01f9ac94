namespace Advocacy.Tests.Platform.Cosmos.Gateway;

internal enum WriteKind
{
    // The numbers of the wire protocol.
    Create = 0,
    Delete = 4,
    Replace = 5,
    Upsert = 20,
}

/// <summary>One write, from a request of its own or from a batch.</summary>
internal sealed record GatewayWrite(
    WriteKind Kind,
    string PartitionKey,
    string Id,
    SentDocument? Document = null,
    string? IfMatch = null
);
