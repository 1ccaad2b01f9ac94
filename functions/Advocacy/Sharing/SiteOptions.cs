using System.ComponentModel.DataAnnotations;

namespace Advocacy.Sharing;

/// <summary>Section <c>Advocacy:Site</c>: where the pages are reached.</summary>
public sealed class SiteOptions : IValidatableObject
{
    public const string Section = "Advocacy:Site";

    /// <summary>Where employees reach this installation: https, or http on this machine. Default <c>http://127.0.0.1:7071</c>.</summary>
    [Required, Url]
    public string BaseUrl { get; set; } = "http://127.0.0.1:7071";

    /// <summary>Days that the links in a mail work. Unsubscribing works for ten years. Default 60.</summary>
    [Range(1, 365)]
    public int LinkDays { get; set; } = 60;

    /// <summary>
    /// Days that the link to a person's preferences works. It shows personal data and can erase it, and mails are forwarded: so it is short,
    /// and yet longer than the four weeks between two monthly digests, so that the newest mail's link works. An older one leads
    /// to a page that mails a fresh one to the address on record. Default 40.
    /// </summary>
    [Range(29, 365)]
    public int PreferencesDays { get; set; } = 40;

    /// <summary>
    /// How many proxies of one's own stand between the client and this program and add to X-Forwarded-For: 0 on one machine, 1 on Azure
    /// Functions (its front end), 2 with Azure Front Door or an application gateway before it. With too many, clients can make up
    /// their address; with too few, all of them seem to come from one. Default 0.
    /// </summary>
    [Range(0, 5)]
    public int TrustedProxies { get; set; }

    /// <summary>Mail providers post to the unsubscribe link only over https (RFC 8058).</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url)
            && url.Scheme != Uri.UriSchemeHttps
            && !url.IsLoopback
        )
        {
            yield return new ValidationResult(
                $"{nameof(BaseUrl)} is '{BaseUrl}'; it takes an https URL (http only on this machine itself)."
            );
        }
    }
}
