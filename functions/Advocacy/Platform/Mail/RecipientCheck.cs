using MimeKit;

namespace Advocacy.Platform.Mail;

/// <summary>What every mailer asks of a recipient before anything leaves: the same ones are refused by all, for the same reasons.</summary>
internal static class RecipientCheck
{
    /// <summary>The mailbox to send to; <c>null</c> with the refusal, which never holds the address.</summary>
    public static MailboxAddress? Read(MailRecipient recipient, out MailOutcome? refusal)
    {
        MailboxAddress? to = null;
        string? reason = null;
        if (!Headers.IsMessageId(recipient.MessageId))
        {
            reason = "The message id is not safe as a file name.";
        }
        else if (!AreAllowed(recipient.Headers))
        {
            reason = "A header's name is not valid, or is the mailer's own.";
        }
        else
        {
            to = Addresses.Read(recipient.To, out reason);
        }
        refusal = to is null ? new MailOutcome(MailResult.Refused, reason) : null;
        return to;
    }

    // Mostly the same for everybody: then looked at once.
    private static bool AreAllowed(IReadOnlyDictionary<string, string> headers) =>
        headers is NamedValues { Shared: var names } ? names.AreHeaders : headers.Keys.All(Headers.IsAllowed);

    /// <summary>What stands behind the @ of a batch's Message-IDs: ASCII, whatever the sender's domain is written in.</summary>
    public static string DomainOf(MailboxAddress sender) => sender.GetAddress(idnEncode: true).Split('@')[^1];

    /// <summary>The mailbox that a batch is sent from, or that answers go to.</summary>
    /// <exception cref="ArgumentException">The address is not valid.</exception>
    public static MailboxAddress Sender(MailAddress address) =>
        Addresses.Read(address, out var reason)
        ?? throw new ArgumentException($"The sender cannot send: {reason}", nameof(address));
}
