using System.ComponentModel.DataAnnotations;
using Advocacy.Programme;

namespace Advocacy.Joining;

/// <summary>Section <c>Advocacy:Join</c>: who may join by themselves, and how often they may try.</summary>
public sealed class JoinOptions : IValidatableObject
{
    public const string Section = "Advocacy:Join";

    /// <summary>What stands after the @ of a work address, each in full; none: what stands there in the company's sender address.</summary>
    public IList<string> Domains { get; } = [];

    /// <summary>Hours that the link in the mail works, and that what was entered waits. Default 24.</summary>
    [Range(1, 168)]
    public int LinkHours { get; set; } = 24;

    /// <summary>Mails to one address in 24 hours. Default 3.</summary>
    [Range(1, 100)]
    public int MailsPerAddress { get; set; } = 3;

    /// <summary>Entries from one network in an hour. A whole office may come from one address: default 60.</summary>
    [Range(1, 10_000)]
    public int EntriesPerNetwork { get; set; } = 60;

    /// <summary>What stands after the @ of the company's work addresses: at least one.</summary>
    public IReadOnlyList<string> DomainsOf(CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return Domains.Count > 0
            ? [.. Domains]
            : [company.SenderAddress[(company.SenderAddress.LastIndexOf('@') + 1)..]];
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var domain in Domains.Where(domain => JoinAddress.DomainOf($"x@{domain}") is null))
        {
            yield return new ValidationResult(
                $"{nameof(Domains)} has '{domain}'; it takes what stands after the @ of work addresses, for example company.dk."
            );
        }
    }
}
