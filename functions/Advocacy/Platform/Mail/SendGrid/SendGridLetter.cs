namespace Advocacy.Platform.Mail.SendGrid;

/// <summary>One recipient of a batch, ready for a request.</summary>
/// <param name="Recipient">Who it is for.</param>
/// <param name="Address">As the request names it.</param>
/// <param name="Personalization">The recipient's part of the request, as JSON in UTF-8.</param>
/// <param name="Substitutions">Letters share a request only where the same is written out.</param>
internal sealed record SendGridLetter(
    MailRecipient Recipient,
    string Address,
    byte[] Personalization,
    SendGridSubstitutions Substitutions
);
