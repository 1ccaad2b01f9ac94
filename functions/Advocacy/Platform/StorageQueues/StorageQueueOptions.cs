using System.ComponentModel.DataAnnotations;

namespace Advocacy.Platform.StorageQueues;

/// <summary>
/// Section <c>AdvocacyQueues</c>: the storage account of the queues. It is the section that the queue triggers' <c>Connection</c>
/// names, in the words that the Functions platform reads there, so that both always mean the same account.
/// </summary>
public sealed class StorageQueueOptions : IValidatableObject
{
    public const string Section = "AdvocacyQueues";

    /// <summary>For example <c>https://ACCOUNT.queue.core.windows.net</c>; Azurite's is <c>http://127.0.0.1:10001/devstoreaccount1</c>.</summary>
    [Required, Url]
    public string? QueueServiceUri { get; set; }

    /// <summary>The same account's, for messages that are too long for a queue: <c>https://ACCOUNT.blob.core.windows.net</c>.</summary>
    [Required, Url]
    public string? BlobServiceUri { get; set; }

    /// <summary><c>managedidentity</c> where the platform is to use one; this app's own identity is DefaultAzureCredential.</summary>
    public string? Credential { get; set; }

    /// <summary>The client id of the user-assigned identity; without it, <c>AZURE_CLIENT_ID</c> names one.</summary>
    public string? ClientId { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, text) in new[] { ("QueueServiceUri", QueueServiceUri), ("BlobServiceUri", BlobServiceUri) })
        {
            if (
                Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && uri.Scheme != Uri.UriSchemeHttps
                && !uri.IsLoopback
            )
            {
                yield return new ValidationResult(
                    $"{name} is '{text}'; it takes https, because a token that travels openly is everybody's. Only Azurite on this machine may do without."
                );
            }
        }
        if (Credential is not null && !Credential.Equals("managedidentity", StringComparison.OrdinalIgnoreCase))
        {
            yield return new ValidationResult(
                $"Credential is '{Credential}'; the queue triggers take managedidentity, or nothing."
            );
        }
        if (ClientId is not null && Credential is null)
        {
            yield return new ValidationResult(
                "ClientId is set without Credential, so the queue triggers would not use that identity. Set Credential to managedidentity."
            );
        }
    }
}
