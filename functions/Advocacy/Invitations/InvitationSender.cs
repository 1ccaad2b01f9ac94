using System.Text.Json;
using Advocacy.Invitations.Mail;
using Advocacy.Letters;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Store;
using Advocacy.Programme;
using Advocacy.Sharing;

namespace Advocacy.Invitations;

/// <summary>Works off the <c>invitations</c> queue: plans where a message asks for everyone, else mails those it names, each once for ever.</summary>
public sealed class InvitationSender(
    InvitationPlanner planner,
    InvitationRule rule,
    Roster roster,
    LetterSender letters,
    SiteLinks links,
    Company company
)
{
    /// <param name="message">An <see cref="InvitationMessage"/> as JSON.</param>
    /// <returns>How many people it invited or mailed.</returns>
    /// <exception cref="LettersNotSentException">The mailer could not send some of them now: the message must be tried again.</exception>
    public async Task<int> HandleAsync(string message, CancellationToken cancellationToken = default)
    {
        var order =
            JsonSerializer.Deserialize<InvitationMessage>(message, DocumentJson.Options)
            ?? throw new JsonException("The message is null; it takes everyone or employeeIds.");
        return (order.Everyone, order.EmployeeIds.Count) switch
        {
            (true, 0) => (await planner.PlanAsync(cancellationToken: cancellationToken)).Invited,
            (false, > 0) => await SendAsync(order.EmployeeIds, cancellationToken),
            _ => throw new UnusableMessageException(
                """It takes either "everyone": true, or "employeeIds" with at least one."""
            ),
        };
    }

    /// <summary>Settles the claims that senders left behind when they died, and orders again what was certainly not sent.</summary>
    /// <inheritdoc cref="LetterSender.SettleAllAsync"/>
    public async Task SettleAllAsync(bool all = false, CancellationToken cancellationToken = default) =>
        await planner.OrderMailAsync(
            (await letters.SettleAllAsync<Invitation>(all, cancellationToken)).Select(one => one.EmployeeId),
            cancellationToken
        );

    private async Task<int> SendAsync(IReadOnlyList<string> employeeIds, CancellationToken cancellationToken)
    {
        var profile = await company.ProfileAsync(cancellationToken);
        var claims = new List<(Stored<Invitation> Claim, Employee Employee)>();
        foreach (var id in employeeIds.Distinct(StringComparer.Ordinal))
        {
            var claim = await letters.ClaimAsync<Invitation>(id, Invitation.IdOf(id), cancellationToken);
            if (claim is null)
            {
                continue;
            }
            var employee = await roster.FindAsync(id, cancellationToken);
            // After the claim, because a decision made meanwhile must win until the moment of sending.
            if (employee is not null && await rule.AllowsAsync(employee, cancellationToken))
            {
                claims.Add((claim, employee));
            }
            else
            {
                await letters.RefuseAsync(claim, "The person may not be asked any more.", cancellationToken);
            }
        }
        LettersNotSentException? waiting = null;
        foreach (var group in claims.GroupBy(pair => pair.Employee.Language, StringComparer.Ordinal))
        {
            try
            {
                await letters.SendAsync(
                    [.. group.Select(pair => pair.Claim)],
                    () =>
                        InvitationMail.Compose(profile, group.Key, [.. group.Select(pair => ReaderOf(pair.Employee))]),
                    cancellationToken
                );
            }
            catch (LettersNotSentException error)
            {
                // The other language need not wait for it.
                waiting = error;
            }
        }
        return waiting is null ? claims.Count : throw waiting;
    }

    private InvitationReader ReaderOf(Employee employee) =>
        new(
            Invitation.IdOf(employee.Id),
            employee.Name,
            employee.Address,
            links.Invitation(employee.Id),
            links.NoThanks(employee.Id),
            links.Preferences(employee.Id)
        );
}
