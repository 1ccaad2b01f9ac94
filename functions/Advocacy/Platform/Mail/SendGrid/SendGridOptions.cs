using System.ComponentModel.DataAnnotations;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>Section <c>Advocacy:SendGrid</c>.</summary>
public sealed class SendGridOptions : IValidatableObject
{
    public const string Section = "Advocacy:SendGrid";

    /// <summary>Needs the Mail Send permission and nothing else. In Azure a Key Vault reference.</summary>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>Sends through SendGrid's servers in the EU; the key must be of a subuser of that region. Default false.</summary>
    public bool EuResidency { get; set; }

    /// <summary>Another place that speaks the v3 API, for tests. Default is SendGrid itself.</summary>
    [Url]
    public string? BaseUrl { get; set; }

    /// <summary>Recipients in one request; SendGrid takes 1,000. Default 1,000.</summary>
    [Range(1, 1000)]
    public int PersonalizationsPerRequest { get; set; } = 1000;

    /// <summary>
    /// Seconds that a request may take. After it the outcome is unknown and its mails are never sent again: be generous. Default 100.
    /// </summary>
    [Range(5, 300)]
    public int TimeoutSeconds { get; set; } = 100;

    /// <summary>How often one request is tried in all, where SendGrid says that there are too many (429). Default 3.</summary>
    [Range(1, 10)]
    public int MostAttempts { get; set; } = 3;

    /// <summary>The longest wait that SendGrid may ask for (429); beyond it the queue tries again later. Default 60.</summary>
    [Range(0, 600)]
    public int MostWaitSeconds { get; set; } = 60;

    /// <summary>
    /// Seconds for which nothing is sent after an answer in doubt, or where SendGrid cannot be reached: so an outage leaves few mails in
    /// doubt and the rest to the queue. Default 60.
    /// </summary>
    [Range(0, 600)]
    public int PauseSeconds { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The key itself is in no message.
        if (ApiKey.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            yield return new ValidationResult(
                "ApiKey has spaces, line breaks or letters that no key has; it takes the key alone."
            );
        }
        if (BaseUrl is not null && EuResidency)
        {
            yield return new ValidationResult("BaseUrl and EuResidency both say where to send; set one of them.");
        }
        if (Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme != "https" && !url.IsLoopback)
        {
            yield return new ValidationResult("BaseUrl is not https; plain http is for this machine only.");
        }
    }
}
