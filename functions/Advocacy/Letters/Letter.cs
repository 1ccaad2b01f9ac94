using Advocacy.Digests;
using Advocacy.Platform.Store;

namespace Advocacy.Letters;

/// <summary>
/// A single mail to one person that is no digest. It lies in the <c>deliveries</c> container and goes through the same states as a
/// <see cref="Delivery"/>, so that a crash never mails it twice. Its id is the mail's MessageId.
/// </summary>
public abstract record Letter : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }
    public DeliveryState State { get; init; }

    /// <summary>Why it was not sent, without personal data.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? ClaimedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When it is gone, whatever is written to it until then; <c>null</c> for never.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>The seconds that are left: the store counts them from each write anew.</summary>
    internal int? TtlAt(DateTimeOffset now) =>
        GoneAt is { } gone ? Math.Max(1, (int)Math.Ceiling((gone - now).TotalSeconds)) : null;
}
