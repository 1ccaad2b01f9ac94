using System.ComponentModel.DataAnnotations;

namespace Advocacy.People;

/// <summary>How a roster is read and imported.</summary>
public sealed class RosterOptions : IValidatableObject
{
    public const string Section = "Advocacy:Roster";

    /// <summary>IANA; for rows that name no time zone. Europe/Copenhagen.</summary>
    [Required]
    public string DefaultTimeZone { get; set; } = "Europe/Copenhagen";

    /// <summary><c>da</c> or <c>en</c>; for rows that name no language. <c>da</c>.</summary>
    [Required]
    [AllowedValues("da", "en", ErrorMessage = "DefaultLanguage must be da or en.")]
    public string DefaultLanguage { get; set; } = "da";

    /// <summary>
    /// Whether topics, languages read, time zone, digest day and hour and pause follow the roster on every import. Off: they are what a
    /// new person starts with, and the person's own from then on.
    /// </summary>
    public bool PreferencesFollowRoster { get; set; }

    /// <summary>Rows written at the same time, 1 to 512: the embedded store makes one commit of what arrives together. 64.</summary>
    [Range(1, 512)]
    public int Outstanding { get; set; } = 64;

    /// <summary>The most problems a report names; all of them are counted. 1,000.</summary>
    [Range(1, 100_000)]
    public int MostProblems { get; set; } = 1_000;

    /// <summary>
    /// Days that it is remembered, by pseudonym, that somebody had themselves erased; counted from the last roster that still named them.
    /// So long no roster brings them back and nobody invites them. 730.
    /// </summary>
    [Range(30, 3650)]
    public int KeepErasedDays { get; set; } = 730;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZones.TryFind(DefaultTimeZone, out _))
        {
            yield return new ValidationResult(
                $"{nameof(DefaultTimeZone)} is '{DefaultTimeZone}', which is no IANA time zone; an example is Europe/Copenhagen.",
                [nameof(DefaultTimeZone)]
            );
        }
    }
}
