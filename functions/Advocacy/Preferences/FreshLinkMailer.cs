using System.Text.Json;
using Advocacy.Letters;
using Advocacy.People;
using Advocacy.Platform.Store;
using Advocacy.Preferences.Mail;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Preferences;

/// <summary>
/// Mails a fresh link to the address on record, at most once a day for a person: whoever holds an old link could else have them mailed for
/// ever.
/// </summary>
public sealed class FreshLinkMailer(
    IDocumentStore store,
    LetterSender sender,
    Roster roster,
    Company company,
    SiteLinks links,
    TimeProvider time
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <param name="message">A <see cref="FreshLinkMessage"/> as JSON.</param>
    /// <returns>True where a mail was handed to the mailer.</returns>
    /// <exception cref="LettersNotSentException">The mailer could not send now: the message must be tried again.</exception>
    public async Task<bool> SendAsync(string message, CancellationToken cancellationToken = default)
    {
        var asked =
            JsonSerializer.Deserialize<FreshLinkMessage>(message, DocumentJson.Options)
            ?? throw new JsonException("The message is null; it takes employeeId and day.");
        if (await roster.FindAsync(asked.EmployeeId, cancellationToken) is not { } employee)
        {
            return false;
        }
        var profile = await company.ProfileAsync(cancellationToken);
        var now = time.GetUtcNow();
        var letter = new FreshLink
        {
            Id = FreshLink.IdOf(asked),
            EmployeeId = employee.Id,
            GoneAt = now + Kept,
        };
        // Where it exists, today's was asked for before: the claim tells whether it is still to be sent.
        await store.TryCreateAsync(Containers.Deliveries, letter with { Ttl = letter.TtlAt(now) }, cancellationToken);
        if (await sender.ClaimAsync<FreshLink>(employee.Id, letter.Id, cancellationToken) is not { } claim)
        {
            return false;
        }
        await sender.SendAsync(
            [claim],
            () =>
                FreshLinkMail.Compose(
                    profile,
                    employee,
                    letter.Id,
                    links.Preferences(employee.Id),
                    links.PreferencesDays
                ),
            cancellationToken
        );
        return true;
    }
}
