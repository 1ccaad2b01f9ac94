using System.ComponentModel.DataAnnotations;

namespace Advocacy.Consent;

/// <summary>Section <c>Advocacy:Consent</c>.</summary>
public sealed class ConsentOptions
{
    public const string Section = "Advocacy:Consent";

    /// <summary>
    /// Days that the record of somebody's yes and no is kept after their last yes was withdrawn. The consent wording promises 2 years.
    /// Imported consents that are older than this are not taken for new: their withdrawal may have been forgotten. Default 730.
    /// </summary>
    [Range(1, 731)]
    public int KeepProofDays { get; set; } = 730;

    internal TimeSpan KeepProof => TimeSpan.FromDays(KeepProofDays);
}
