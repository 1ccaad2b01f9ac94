using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;

namespace Advocacy.Digests;

public enum DeliveryState
{
    /// <summary>Decided on, not yet claimed.</summary>
    Planned,

    /// <summary>Claimed: its mail may be on its way.</summary>
    Sending,

    Sent,

    /// <summary>Not sent, for good: the consent went, the person paused, or the address was refused.</summary>
    Failed,

    /// <summary>Claimed by a process that died: the provider's events settle it, never another send.</summary>
    Unknown,
}

/// <summary>One employee's digest in one edition. Its id is derived from both, so that there is never a second one.</summary>
public sealed record Delivery : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }

    /// <summary>The ISO week in the employee's zone, for example <c>2026-W48</c>.</summary>
    public required string EditionId { get; init; }

    public static string IdOf(string employeeId, string editionId) => Ids.Of("delivery", employeeId, editionId);

    public required IReadOnlyList<Pick> Picks { get; init; }

    /// <summary>The person's unit, archetype and language when it was planned; <c>null</c> in deliveries of before these were kept.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc cref="Unit"/>
    public Archetype? Archetype { get; init; }

    /// <inheritdoc cref="Unit"/>
    public string? Language { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>The <c>digests</c> message that claimed it: counts of a message are made of its own deliveries only.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Why it failed, without personal data.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }
    public DateTimeOffset? ClaimedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the receiving server took it, where the provider has told.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When the provider told that it came back for good, or was not sent; also where it had arrived first.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }
}

/// <summary>A post that a digest offers, and the text suggested with it.</summary>
/// <param name="PostId">The Post.</param>
/// <param name="TextId">One of its ShareTexts.</param>
/// <param name="Why">Why it was picked for the person; <c>null</c> in deliveries that were planned before reasons were kept.</param>
public sealed record Pick(string PostId, string TextId, PickReason? Why = null);
