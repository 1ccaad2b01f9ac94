using System.ComponentModel.DataAnnotations;

namespace Advocacy.Platform.Tone;

/// <summary>How Azure AI Language is reached; configuration section <c>Advocacy:Language</c>.</summary>
public sealed class LanguageOptions : IValidatableObject
{
    public const string Section = "Advocacy:Language";

    /// <summary>
    /// Of the Language account, with its custom subdomain: <c>https://NAME.cognitiveservices.azure.com</c>.
    /// </summary>
    [Required, Url]
    public string? Endpoint { get; set; }

    /// <summary>Only for a stand-in of the service on this machine; in Azure the app's identity signs in. Default none.</summary>
    public string? Key { get; set; }

    /// <summary>The service's model, for example <c>2025-01-01</c>. Default <c>latest</c>.</summary>
    [Required]
    public string ModelVersion { get; set; } = "latest";

    /// <summary>Requests at the same time for one call; each carries up to ten texts. Default 2, 1 to 16.</summary>
    [Range(1, 16)]
    public int Parallelism { get; set; } = 2;

    /// <summary>Seconds for one try of a request. Default 15, 0.05 to 100.</summary>
    [Range(0.05, 100.0)]
    public double TimeoutSeconds { get; set; } = 15;

    /// <summary>Further tries after a time-out, 408, 429 or 5xx. Default 4, 0 to 10.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 4;

    /// <summary>Seconds before the first further try; they double. The service's Retry-After goes before. Default 0.8, 0.001 to 60.</summary>
    [Range(0.001, 60.0)]
    public double RetryDelaySeconds { get; set; } = 0.8;

    /// <summary>The most seconds that the doubling comes to. Default 20, 0.001 to 300.</summary>
    [Range(0.001, 300.0)]
    public double MaxRetryDelaySeconds { get; set; } = 20;

    /// <summary>Seconds for one call with all its requests and tries; then the queue tries again. Default 100, 0.1 to 600.</summary>
    [Range(0.1, 600.0)]
    public double GiveUpSeconds { get; set; } = 100;

    /// <summary>Nothing leaves this machine unencrypted, and no key is configured where an identity can sign in.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint))
        {
            yield break;
        }
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
        {
            yield return new ValidationResult(
                $"{nameof(Endpoint)} is '{Endpoint}'; it takes an https URL (http only on this machine itself)."
            );
        }
        if (!string.IsNullOrEmpty(Key) && !endpoint.IsLoopback)
        {
            yield return new ValidationResult(
                $"{nameof(Key)} is only for a stand-in on this machine; remove it and give the app's identity the role Cognitive Services User."
            );
        }
    }
}
