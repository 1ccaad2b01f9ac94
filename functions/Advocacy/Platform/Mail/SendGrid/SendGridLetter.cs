using MimeKit;

namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>One recipient of a batch, ready for a request.</summary>
/// <param name="Recipient">Who it is for.</param>
/// <param name="To">The same as a mailbox.</param>
/// <param name="Address">As the request names it.</param>
/// <param name="Values">What differs, one for each name of the wire.</param>
/// <param name="Written">Letters share a request only where the same is written out.</param>
internal sealed record SendGridLetter(
    MailRecipient Recipient,
    MailboxAddress To,
    string Address,
    MailValue[] Values,
    WrittenValues Written
);
