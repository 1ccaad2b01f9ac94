using System.Security.Cryptography;
using System.Text;
using Advocacy.Platform.Store;

namespace Advocacy.Platform.Cosmos;

/// <summary>
/// What a scan has returned. Cosmos DB walks documents by their creation, so one that is deleted and created anew meanwhile
/// comes again at the end. Kept as hashes: 24 bytes for a document.
/// </summary>
internal sealed class SeenDocuments
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>False where the document was seen before.</summary>
    public bool Add(Document document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Id}/{document.PartitionKey}"), hash);
        return _seen.Add(BitConverter.ToUInt128(hash));
    }
}
