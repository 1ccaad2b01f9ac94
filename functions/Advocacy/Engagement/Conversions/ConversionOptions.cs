using System.ComponentModel.DataAnnotations;

namespace Advocacy.Engagement.Conversions;

/// <summary>Section <c>Advocacy:Conversions</c>: who may report what shared links led to.</summary>
public sealed class ConversionOptions : IValidatableObject
{
    public const string Section = "Advocacy:Conversions";

    private const int ShortestKey = 32;

    /// <summary>
    /// The keys that sign reports, each 32 characters or more (<c>openssl rand -hex 32</c>): one for each system that reports, and the old beside
    /// the new while one changes. In Azure Key Vault references. Empty: the address answers 404.
    /// </summary>
    public IList<string> Keys { get; } = [];

    /// <summary>Seconds that a report's timestamp may lie beside this machine's clock. Default 300.</summary>
    [Range(30, 3600)]
    public int WindowSeconds { get; set; } = 300;

    /// <summary>Says which key is wrong, never what it is.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (i, key) in Keys.Index())
        {
            if (key.Length < ShortestKey)
            {
                yield return new ValidationResult(
                    $"{nameof(Keys)}:{i} has {key.Length} characters; it takes {ShortestKey} or more (openssl rand -hex 32).",
                    [nameof(Keys)]
                );
            }
        }
    }
}
