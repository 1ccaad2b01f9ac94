using System.ComponentModel.DataAnnotations;

namespace Advocacy.Platform.Cosmos;

/// <summary>Section <c>Advocacy:Cosmos</c>: which account and database hold the documents.</summary>
public sealed class CosmosOptions : IValidatableObject
{
    public const string Section = "Advocacy:Cosmos";

    /// <summary>The account, for example <c>https://name.documents.azure.com/</c>, or an emulator on this machine.</summary>
    [Required, Url]
    public string Endpoint { get; set; } = "";

    /// <summary>Default <c>advocacy</c>.</summary>
    [Required]
    public string Database { get; set; } = "advocacy";

    /// <summary>The emulator's key. An account in Azure is reached with an identity only.</summary>
    public string? Key { get; set; }

    /// <summary>How often a request that the account is too busy for (429) is tried again. Default 9.</summary>
    [Range(0, 100)]
    public int MostRetries { get; set; } = 9;

    /// <summary>Seconds that those tries may wait in all. Default 30.</summary>
    [Range(1, 300)]
    public int MostRetrySeconds { get; set; } = 30;

    /// <summary>HTTPS through the account's gateway instead of TCP to its partitions, where a firewall asks for it. Default false.</summary>
    public bool Gateway { get; set; }

    /// <summary>Creates the database and its containers at start: for the emulator. In Azure they come from <c>infra/</c>. Default false.</summary>
    public bool CreateIfMissing { get; set; }

    /// <summary>True where the endpoint is on this machine, which is to say an emulator.</summary>
    internal bool IsEmulator => Uri.TryCreate(Endpoint, UriKind.Absolute, out var url) && url.IsLoopback;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length == 0 || IsEmulator)
        {
            yield break;
        }
        if (!Endpoint.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            yield return new ValidationResult(
                $"{nameof(Endpoint)} is '{Endpoint}'; it takes an https URL (http only on this machine itself)."
            );
        }
        if (!string.IsNullOrEmpty(Key))
        {
            // Not the value: whoever sets it here has set a secret.
            yield return new ValidationResult(
                $"{nameof(Key)} is set although {nameof(Endpoint)} is not on this machine; a key is for the emulator only. Remove it and give the app's identity the role Cosmos DB Built-in Data Contributor."
            );
        }
        if (CreateIfMissing)
        {
            yield return new ValidationResult(
                $"{nameof(CreateIfMissing)} is true although {nameof(Endpoint)} is not on this machine; in Azure the containers are created by infra/ (an identity with data access may not create any)."
            );
        }
    }
}
