using Advocacy.Platform.Store;

namespace Advocacy.Consent;

public enum ConsentPurpose
{
    /// <summary>Receive the weekly digest by mail.</summary>
    DigestEmail,

    /// <summary>Measure what I open and click.</summary>
    ClickMeasurement,

    /// <summary>Count my shares in the statistics.</summary>
    ShareStatistics,
}

public enum ConsentAction
{
    Given,
    Withdrawn,
}

/// <summary>Who or what caused a consent event.</summary>
public enum ConsentCause
{
    /// <summary>The employee, on a page of ours or by their mail program's unsubscribe button.</summary>
    Employee,

    /// <summary>A roster's row, with the evidence that it carries.</summary>
    Roster,

    /// <summary>The mail provider's event: a spam report or an unsubscribe on its side.</summary>
    MailProvider,

    /// <summary>The employee had everything about them erased.</summary>
    Erasure,
}

/// <summary>
/// One immutable record that a consent was given or withdrawn. Its content never changes; only how long the store keeps it does
/// (<see cref="ConsentLifetime"/>).
/// </summary>
public sealed record ConsentEvent : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }
    public required ConsentPurpose Purpose { get; init; }
    public required ConsentAction Action { get; init; }

    /// <summary>1 for the employee's first event, without gaps. The id is the same number in six digits.</summary>
    public required int Sequence { get; init; }

    /// <summary>The version of the wording that was shown.</summary>
    public required string WordingVersion { get; init; }

    /// <summary>SHA-256 of the wording's text in UTF-8, lower-case hexadecimal.</summary>
    public required string WordingHash { get; init; }

    /// <summary>ISO 639-1 of the wording that was shown.</summary>
    public required string Language { get; init; }

    /// <summary>Where it happened: <c>confirm-page</c>, <c>one-click</c>, <c>import:</c> and the row's own words.</summary>
    public required string Channel { get; init; }

    public required DateTimeOffset At { get; init; }

    public ConsentCause Cause { get; init; }

    /// <summary>A salted hash of the network address that the decision came from; <c>null</c> where it came from none.</summary>
    public string? NetworkHash { get; init; }

    /// <summary>
    /// The hash of the event before it in this employee's chain (<see cref="ConsentChain"/>); <c>null</c> in events of Schema 1, which were
    /// written before there was a chain.
    /// </summary>
    public string? PreviousHash { get; init; }
}
