using System.Globalization;
using Advocacy.Platform.Store;

namespace Advocacy.People;

public enum Archetype
{
    /// <summary>Ildsjæl: shares gladly and early, likes to suggest content.</summary>
    Enthusiast,

    /// <summary>Fagspecialist: shares what belongs to the field, in their own words.</summary>
    Specialist,

    /// <summary>One of the army of colleagues: wants the short and easy ones.</summary>
    Colleague,
}

/// <summary>How often somebody wants the digest.</summary>
public enum DigestRhythm
{
    Weekly,
    EveryOtherWeek,
    Monthly,
}

public enum SuspensionCause
{
    /// <summary>The address does not exist, or takes nothing ever.</summary>
    HardBounce,

    /// <summary>Several mails in a row did not arrive.</summary>
    SoftBounces,
}

/// <param name="At">When the mail provider noticed.</param>
public sealed record MailSuspension(SuspensionCause Cause, DateTimeOffset At);

/// <summary>A person on the roster. The id is <see cref="Platform.Pseudonyms.OfAddress"/>.</summary>
public sealed record Employee : Document
{
    public override string PartitionKey => Id;

    public required string Address { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public Archetype Archetype { get; init; } = Archetype.Colleague;

    /// <summary>Lower case. Empty: anything.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>ISO 639-1 of the mail; <c>da</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Languages whose posts are offered; empty: <see cref="Language"/> and English.</summary>
    public IReadOnlyList<string> ReadsLanguages { get; init; } = [];

    /// <summary>IANA.</summary>
    public required string TimeZone { get; init; }

    public DayOfWeek DigestDay { get; init; } = DayOfWeek.Tuesday;

    /// <summary>0 to 23 in <see cref="TimeZone"/>.</summary>
    public int DigestHour { get; init; } = 9;

    public DigestRhythm Rhythm { get; init; } = DigestRhythm.Weekly;

    /// <summary>1 to 10 posts in a digest; <c>null</c> for the company's setting.</summary>
    public int? MostPosts { get; init; }

    /// <summary>The version of the company's guidelines that the person said they have read; <c>null</c> for none.</summary>
    public string? GuidelinesSeen { get; init; }

    /// <summary>No digest before this instant.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why no mail goes to the address; <c>null</c> where it may. A new address on the roster is a new employee and begins without.</summary>
    public MailSuspension? Suspended { get; init; }

    /// <summary>When the person last did something that only somebody who reads the address's mail can do.</summary>
    public DateTimeOffset? AddressProvenAt { get; init; }

    /// <summary>Zone, day and hour in one indexed field: who is due is asked with one equality.</summary>
    public string DigestSlot => SlotOf(TimeZone, DigestDay, DigestHour);

    public static string SlotOf(string timeZone, DayOfWeek day, int hour) =>
        string.Create(CultureInfo.InvariantCulture, $"{timeZone} {(int)day} {hour:00}");
}
