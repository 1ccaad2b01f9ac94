using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Advocacy.Platform.Mail.Smtp;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: everybody on the way reads the mail and the password.</summary>
    None,

    /// <summary>Begins in the clear and must change to TLS before anything else is said; mostly port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; mostly port 465.</summary>
    Tls,
}

/// <summary>Section <c>Advocacy:Smtp</c>.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Advocacy:Smtp";

    /// <summary>A name that the server's certificate has, or an address.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>Default 587.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Default StartTls.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>True to allow <see cref="SmtpSecurity.None"/> with a server that is not on this machine. Default false.</summary>
    public bool AllowPlainText { get; set; }

    /// <summary>Empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>In Azure a Key Vault reference.</summary>
    public string Password { get; set; } = "";

    /// <summary>
    /// Where servers return what they cannot deliver: the envelope's sender, an address of its own that <c>Advocacy:Bounces</c> reads. Empty for
    /// the digest's sender.
    /// </summary>
    [EmailAddress]
    public string? BounceAddress { get; set; }

    /// <summary>
    /// Seconds that one mail, or one connection's beginning, may take. After it a mail whose text was sent is in doubt. Default 60.
    /// </summary>
    [Range(5, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>The most connections at once, of all batches together. Default 4.</summary>
    [Range(1, 50)]
    public int Parallelism { get; set; } = 4;

    /// <summary>Mails after which a connection is closed and a new one made: many servers end one after 100. Default 100.</summary>
    [Range(1, 10_000)]
    public int MailsPerConnection { get; set; } = 100;

    /// <summary>
    /// Seconds for which nothing is sent after the server could not be reached, or left several mails in a row in doubt: so an outage
    /// leaves the rest to the queue. Default 60.
    /// </summary>
    [Range(0, 600)]
    public int PauseSeconds { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Security == SmtpSecurity.None && !AllowPlainText && !IsThisMachine(Host))
        {
            yield return new ValidationResult(
                "Security is None, which sends mail and password unprotected to another machine; set it to StartTls or Tls, or "
                    + "AllowPlainText to true where the network itself is protected."
            );
        }
        if (User.Length == 0 != (Password.Length == 0))
        {
            yield return new ValidationResult("User and Password go together; set both, or neither.");
        }
    }

    internal static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
