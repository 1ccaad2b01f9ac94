using Advocacy.Consent;
using Advocacy.Letters;

namespace Advocacy.Joining;

/// <summary>
/// What somebody entered on the join page, until whoever reads the address's mail confirms it. It lives as long as its link; once it is
/// confirmed, only that it was is left of it.
/// </summary>
public sealed record JoinRequest : Letter
{
    /// <summary>Where the mail goes; <c>null</c> once confirmed.</summary>
    public string? Address { get; init; }

    /// <summary>As it was entered, by whomever: nothing mails it. May be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<ConsentPurpose> Purposes { get; init; }

    /// <summary>When its consents were put on record; <c>null</c>: not yet.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The version of the words that were confirmed.</summary>
    public string? WordingVersion { get; init; }
}

/// <summary>The message on the <c>joins</c> queue: opaque ids only.</summary>
public sealed record JoinMessage(string EmployeeId, string RequestId);
