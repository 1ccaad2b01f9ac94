using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace Advocacy.MailEvents;

/// <summary>Section <c>Advocacy:MailEvents</c>.</summary>
public sealed class MailEventOptions : IValidatableObject
{
    public const string Section = "Advocacy:MailEvents";

    /// <summary>
    /// The public keys that SendGrid shows at its signed Event Webhook, as it shows them (base64): one, or the old and the new while they
    /// change. Empty: the webhook answers 404.
    /// </summary>
    public IList<string> PublicKeys { get; } = [];

    /// <summary>Mails in a row that did not arrive for now, after which an address is suspended. Default 4.</summary>
    [Range(1, 50)]
    public int SoftBounces { get; set; } = 4;

    /// <summary>Days in which they must lie. Default 60.</summary>
    [Range(1, 365)]
    public int SoftBounceDays { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var key in PublicKeys.Where(key => !IsKey(key)))
        {
            yield return new ValidationResult(
                $"{nameof(PublicKeys)} has '{key}', which is no public key; copy the verification key of the signed Event Webhook.",
                [nameof(PublicKeys)]
            );
        }
    }

    private static bool IsKey(string key)
    {
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return true;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
