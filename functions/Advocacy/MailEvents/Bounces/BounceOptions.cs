using System.ComponentModel.DataAnnotations;
using Advocacy.Platform.Mail.Smtp;

namespace Advocacy.MailEvents.Bounces;

/// <summary>
/// Section <c>Advocacy:Bounces</c>: the mailbox to which servers return what they could not deliver, for installations that send over SMTP. It is a
/// mailbox for nothing else (<see cref="SmtpOptions.BounceAddress"/>): whatever comes into it is read.
/// </summary>
public sealed class BounceOptions : IValidatableObject
{
    public const string Section = "Advocacy:Bounces";

    /// <summary>The IMAP server. Empty: no mailbox is read.</summary>
    public string Host { get; set; } = "";

    /// <summary>Default 993.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 993;

    /// <summary>Default Tls.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.Tls;

    public string User { get; set; } = "";

    /// <summary>In Azure a Key Vault reference.</summary>
    public string Password { get; set; } = "";

    /// <summary>Default INBOX.</summary>
    [Required]
    public string Folder { get; set; } = "INBOX";

    /// <summary>
    /// True to delete what was understood: a returned mail names its reader. What was not understood is marked as read and stays for the comms team.
    /// Default true.
    /// </summary>
    public bool DeleteRead { get; set; } = true;

    /// <summary>Mails a run reads at most; the next one goes on. Default 500.</summary>
    [Range(1, 10_000)]
    public int MostMails { get; set; } = 500;

    /// <summary>Seconds that one step of the talk with the server may take. Default 60.</summary>
    [Range(5, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length > 0 && (User.Length == 0 || Password.Length == 0))
        {
            yield return new ValidationResult("Host is set; User and Password are needed too.");
        }
        if (Host.Length > 0 && Security == SmtpSecurity.None && !SmtpOptions.IsThisMachine(Host))
        {
            yield return new ValidationResult(
                "Security is None, which sends the password unprotected to another machine; set it to StartTls or Tls."
            );
        }
    }
}
