using System.Text.Json;
using Advocacy.Drops.Mail;
using Advocacy.Letters;
using Advocacy.People;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Drops;

/// <summary>Mails answers, each at most once.</summary>
public sealed class AnswerMailer(
    IDocumentStore store,
    LetterSender sender,
    Answers answers,
    Roster roster,
    Company company,
    SiteLinks links
)
{
    /// <param name="message">An <see cref="AnswerMessage"/> as JSON.</param>
    /// <returns>True where a mail was handed to the mailer.</returns>
    /// <exception cref="LettersNotSentException">The mailer could not send now: the message must be tried again.</exception>
    public async Task<bool> SendAsync(string message, CancellationToken cancellationToken = default)
    {
        var (employeeId, answerId) =
            JsonSerializer.Deserialize<AnswerMessage>(message, DocumentJson.Options)
            ?? throw new JsonException("The message is null; it takes employeeId and answerId.");
        if (await store.ReadAsync<Answer>(Containers.Deliveries, employeeId, answerId, cancellationToken) is null)
        {
            return false;
        }
        var employee = await roster.FindAsync(employeeId, cancellationToken);
        var profile = await company.ProfileAsync(cancellationToken);
        if (await sender.ClaimAsync<Answer>(employeeId, answerId, cancellationToken) is not { } claim)
        {
            return false;
        }
        if ((claim.Value.Address ?? employee?.Address) is not { } address)
        {
            await sender.RefuseAsync(claim, "Its reader is on the roster no more.", cancellationToken);
            return false;
        }
        await sender.SendAsync(
            [claim],
            () =>
                AnswerMail.Compose(
                    profile,
                    claim.Value,
                    new MailAddress(address, employee?.Name ?? ""),
                    claim.Value.Kind == AnswerKind.Refused ? null : links.Suggest(employeeId)
                ),
            cancellationToken
        );
        return true;
    }

    /// <summary>Settles the claims that senders left behind when they died, and orders again what was certainly not sent.</summary>
    /// <inheritdoc cref="LetterSender.SettleAllAsync"/>
    public async Task SettleAllAsync(bool all = false, CancellationToken cancellationToken = default) =>
        await answers.OrderMailAsync(await sender.SettleAllAsync<Answer>(all, cancellationToken), cancellationToken);
}
