using Advocacy.Platform.Store;

namespace Advocacy.MailEvents;

/// <summary>What a mail provider can tell of a mail, in one vocabulary for all of them.</summary>
public enum MailEventKind
{
    /// <summary>The receiving server took it.</summary>
    Delivered,

    /// <summary>Refused for now: a full mailbox, a block, a server that is away. The provider may still try.</summary>
    SoftBounce,

    /// <summary>The address does not exist, or takes nothing ever.</summary>
    HardBounce,

    /// <summary>The provider did not send it at all.</summary>
    Dropped,

    SpamReport,

    /// <summary>On the provider's side, in whatever group.</summary>
    Unsubscribed,

    /// <summary>Of a type that this program does not know. Kept, and nothing follows from it.</summary>
    Other,
}

/// <summary>One event. Without the address: the mail's own id says whose it is.</summary>
/// <param name="Id">The provider's: the same event has the same id, however often it comes.</param>
/// <param name="MessageId">The <see cref="Platform.Mail.MailRecipient.MessageId"/>: a delivery's or a letter's id.</param>
/// <param name="At">When it happened there.</param>
public sealed record MailEvent(string Id, MailEventKind Kind, string MessageId, DateTimeOffset At)
{
    /// <summary>The provider's name of its type, where that is not known; else <c>null</c>.</summary>
    public string? Type { get; init; }
}

/// <summary>
/// That a mail to somebody did not arrive as it should: kept, because several in a row suspend the address. Or that the provider told something of it
/// that this program does not know.
/// </summary>
public sealed record MailNotice : Document
{
    public override string PartitionKey => EmployeeId;

    public required string EmployeeId { get; init; }
    public required MailEventKind Kind { get; init; }

    /// <summary>Of the delivery or letter.</summary>
    public required string MessageId { get; init; }

    /// <inheritdoc cref="MailEvent.Type"/>
    public string? ToldType { get; init; }

    public required DateTimeOffset At { get; init; }
}
