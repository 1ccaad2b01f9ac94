using Azure.Core;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Advocacy.Platform.StorageQueues;

/// <summary>The clients of the account that holds the queues and their long messages.</summary>
public sealed class StorageAccount
{
    private const string DevelopmentName = "devstoreaccount1";

    /// <summary>No secret: the documentation of Azure's storage emulators prints it, and they all take it.</summary>
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public StorageAccount(IOptions<StorageQueueOptions> options)
        : this(options.Value, _ => { }) { }

    /// <param name="options">Checked before.</param>
    /// <param name="configure">Changes both clients' options: a test puts faults on the line.</param>
    /// <param name="credential">Instead of DefaultAzureCredential.</param>
    internal StorageAccount(
        StorageQueueOptions options,
        Action<ClientOptions> configure,
        TokenCredential? credential = null
    )
    {
        // Fixed, so that a newer package does not speak a version that the account or Azurite has yet to learn.
        var queueOptions = new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06)
        {
            MessageEncoding = QueueMessageEncoding.None,
        };
        var blobOptions = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06);
        configure(queueOptions);
        configure(blobOptions);
        var (queues, blobs) = (new Uri(options.QueueServiceUri!), new Uri(options.BlobServiceUri!));
        IsDevelopment = queues.IsLoopback && blobs.IsLoopback;
        if (IsDevelopment)
        {
            var key = new StorageSharedKeyCredential(DevelopmentName, DevelopmentKey);
            Queues = new QueueServiceClient(queues, key, queueOptions);
            LongMessages = new BlobServiceClient(blobs, key, blobOptions).GetBlobContainerClient(
                StorageQueues.LongMessages.Container
            );
            return;
        }
        credential ??= IdentityOf(options);
        Queues = new QueueServiceClient(queues, credential, queueOptions);
        LongMessages = new BlobServiceClient(blobs, credential, blobOptions).GetBlobContainerClient(
            StorageQueues.LongMessages.Container
        );
    }

    /// <summary>True for Azurite on this machine: nobody deploys there, so what is missing is created on demand.</summary>
    internal bool IsDevelopment { get; }

    internal QueueServiceClient Queues { get; }

    internal BlobContainerClient LongMessages { get; }

    private static DefaultAzureCredential IdentityOf(StorageQueueOptions options)
    {
        var identity = new DefaultAzureCredentialOptions();
        if (options.ClientId is { Length: > 0 } id)
        {
            // Else AZURE_CLIENT_ID names it, which the options read by themselves.
            identity.ManagedIdentityClientId = id;
        }
        return new DefaultAzureCredential(identity);
    }
}
