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

/// <summary>One immutable record that a consent was given or withdrawn.</summary>
public sealed record ConsentEvent : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }
    public required ConsentPurpose Purpose { get; init; }
    public required ConsentAction Action { get; init; }

    /// <summary>1 for the employee's first event, without gaps.</summary>
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
}

/// <summary>The state that the events add up to; written in the same atomic batch as each of them. Its id is <c>current</c>.</summary>
public sealed record CurrentConsent : Document
{
    public const string CurrentId = "current";

    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }

    /// <summary>The last action per purpose; a purpose that is missing was never decided.</summary>
    public IReadOnlyDictionary<ConsentPurpose, ConsentAction> Purposes { get; init; } =
        new Dictionary<ConsentPurpose, ConsentAction>();

    /// <summary>The sequence of the last event.</summary>
    public int Sequence { get; init; }

    public bool Allows(ConsentPurpose purpose) =>
        Purposes.TryGetValue(purpose, out var action) && action == ConsentAction.Given;
}
