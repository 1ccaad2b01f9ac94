using System.Text.Json;
using Advocacy.People;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Store;
using Advocacy.Preferences.Mail;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Preferences;

/// <summary>
/// Mails a fresh link to the address on record, at most once a day for a person: whoever holds an old link could else have them mailed for
/// ever. Claimed before it is sent; where a sender died in between, the mailer is asked, and in doubt nothing is sent: the person asks again.
/// </summary>
public sealed class FreshLinkMailer(
    IDocumentStore store,
    IMailer mailer,
    Roster roster,
    Company company,
    SiteLinks links,
    TimeProvider time
)
{
    private const int KeptSeconds = 2 * 24 * 60 * 60;

    /// <param name="message">A <see cref="FreshLinkMessage"/> as JSON.</param>
    /// <returns>True where a mail was sent.</returns>
    /// <exception cref="FreshLinkNotSentException">The mailer could not send now: the message must be tried again.</exception>
    public async Task<bool> SendAsync(string message, CancellationToken cancellationToken = default)
    {
        var asked =
            JsonSerializer.Deserialize<FreshLinkMessage>(message, DocumentJson.Options)
            ?? throw new JsonException("The message is null; it takes employeeId and day.");
        var id = FreshLinkSent.IdOf(asked);
        if (
            await roster.FindAsync(asked.EmployeeId, cancellationToken) is not { } employee
            || !await ClaimAsync(asked, id, cancellationToken)
        )
        {
            return false;
        }
        var mail = FreshLinkMail.Compose(
            await company.ProfileAsync(cancellationToken),
            employee,
            id,
            links.Preferences(employee.Id),
            links.PreferencesDays
        );
        var outcome = (await mailer.SendAsync(mail, cancellationToken))[0];
        if (outcome.Result != MailResult.NotSent)
        {
            return outcome.Result == MailResult.Sent;
        }
        await store.DeleteAsync(Containers.Deliveries, employee.Id, id, cancellationToken);
        throw new FreshLinkNotSentException(outcome.Reason);
    }

    /// <summary>True where this day's mail is ours to send: nobody claimed it, or whoever did certainly did not send it.</summary>
    private async Task<bool> ClaimAsync(FreshLinkMessage asked, string id, CancellationToken cancellationToken)
    {
        var claim = new FreshLinkSent
        {
            Id = id,
            EmployeeId = asked.EmployeeId,
            ClaimedAt = time.GetUtcNow(),
            Ttl = KeptSeconds,
        };
        return await store.TryCreateAsync(Containers.Deliveries, claim, cancellationToken) is not null
            || await mailer.AskAsync(id, cancellationToken) == MailResult.NotSent;
    }
}

/// <summary>The mailer could not send now; nothing is lost, and the queue tries again.</summary>
public sealed class FreshLinkNotSentException(string? reason)
    : Exception($"A fresh link could not be mailed now: {reason ?? "the mailer gave no reason"}");
