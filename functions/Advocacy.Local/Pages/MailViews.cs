namespace Advocacy.Local.Pages;

/// <summary>The mails in the outbox, newest first.</summary>
public sealed record MailboxView
{
    public required LocalFrame Frame { get; init; }
    public required IReadOnlyList<MailRow> Mails { get; init; }
    public required Paging Paging { get; init; }
}

/// <param name="Id">The Delivery's id, as in <c>/mailbox/{id}</c>.</param>
public sealed record MailRow(string Id, string ToName, string ToAddress, string Subject, DateTimeOffset At);

/// <summary>One mail. Its HTML part is framed from <c>/mailbox/{id}/html</c> (<see cref="Platform.Pages.MailFrame"/>).</summary>
public sealed record MailView
{
    public required LocalFrame Frame { get; init; }

    /// <summary>The Delivery's id.</summary>
    public required string Id { get; init; }

    public required string Subject { get; init; }

    /// <summary>In the order in which they stand in the mail; values decoded.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>False where the mail has no HTML part.</summary>
    public bool HasHtml { get; init; } = true;

    /// <summary>The text part.</summary>
    public required string Text { get; init; }

    /// <summary>Bytes of the HTML part in UTF-8: mail readers clip at about 102 KB.</summary>
    public int HtmlBytes { get; init; }

    /// <summary>The employee it went to; <c>null</c> where nobody on the roster has the address.</summary>
    public string? EmployeeId { get; init; }
}
