using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Advocacy.Platform.StorageQueues;

/// <summary>
/// Messages too long for a queue: each is a blob, and the queue holds a pointer to it. Nobody removes a blob when its message is
/// done, because a message may be delivered again after that, and may be copied to the poison queue by the platform. A lifecycle
/// rule of the account removes each after <see cref="KeepDays"/>: what failed is kept as a document that holds the whole message.
/// </summary>
public sealed partial class LongMessages(StorageAccount account)
{
    /// <summary>The container in the account of the queues; infra/ creates it with its lifecycle rule.</summary>
    public const string Container = "long-messages";

    /// <summary>
    /// Days after its creation that a blob is removed by the account's lifecycle rule. A message is tried five times within
    /// minutes; one that still waits after this, because nothing ran for three months, is kept as failed.
    /// </summary>
    public const int KeepDays = 90;

    private const string Role = "Storage Blob Data Contributor";

    /// <summary>Neither JSON nor base64 can begin so.</summary>
    private const string PointerStart = "advocacy-blob:";

    /// <summary>Stores a message.</summary>
    /// <returns>The pointer that stands in the queue.</returns>
    internal async Task<string> StoreAsync(string queue, string message, CancellationToken cancellationToken)
    {
        var name = $"{queue}/{Ids.New()}";
        var blob = account.LongMessages.GetBlobClient(name);
        await StorageFault.ToldAsync(
            account.LongMessages.Uri,
            Role,
            async () =>
            {
                try
                {
                    return await UploadAsync(blob, message, cancellationToken);
                }
                catch (RequestFailedException error)
                    when (account.IsDevelopment && error.ErrorCode == BlobErrorCode.ContainerNotFound)
                {
                    await account.LongMessages.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                    return await UploadAsync(blob, message, cancellationToken);
                }
            }
        );
        return PointerStart + name;
    }

    /// <summary>The blob's name, where the body is a pointer.</summary>
    internal static string? Named(string body) =>
        body.StartsWith(PointerStart, StringComparison.Ordinal) ? body[PointerStart.Length..] : null;

    /// <exception cref="UnusableMessageException">There is no such blob.</exception>
    internal async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (!OurName().IsMatch(name))
        {
            throw new UnusableMessageException(
                "The message points to a blob, but its name is none that this app gives. Whoever sent it must send the message itself."
            );
        }
        return await StorageFault.ToldAsync(
            account.LongMessages.Uri,
            Role,
            async () =>
            {
                try
                {
                    var blob = account.LongMessages.GetBlobClient(name);
                    return (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
                }
                catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
                {
                    throw new UnusableMessageException(
                        $"The message is long and was stored as the blob {Container}/{name}, which is gone: the account removes it after {KeepDays} days. Whoever sent it must send it again."
                    );
                }
            }
        );
    }

    private static Task<Response<BlobContentInfo>> UploadAsync(
        BlobClient blob,
        string message,
        CancellationToken cancellationToken
    ) =>
        blob.UploadAsync(
            BinaryData.FromString(message),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" } },
            cancellationToken
        );

    [GeneratedRegex("^[a-z0-9-]{3,63}/[0-9a-f]{32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OurName();
}
