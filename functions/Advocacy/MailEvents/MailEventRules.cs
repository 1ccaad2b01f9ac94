using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Preferences;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.MailEvents;

/// <summary>
/// What follows from a provider's events, in whatever order and however often they come: a spam report or an unsubscribe withdraws the digest,
/// a hard bounce or several soft ones in a row suspend the address. What the person did later wins over what an event tells of earlier.
/// </summary>
public sealed class MailEventRules(
    IDocumentStore store,
    ConsentLedger ledger,
    ConsentWordings wordings,
    Roster roster,
    DeliverySettler settler,
    IOptions<MailEventOptions> options,
    IOptions<DigestOptions> digests,
    TimeProvider time,
    ILogger<MailEventRules> logger
)
{
    /// <param name="message">An array of <see cref="MailEvent"/> as JSON.</param>
    /// <returns>How many events were of mails that are on record.</returns>
    public async Task<int> ApplyAsync(string message, CancellationToken cancellationToken = default)
    {
        var events = JsonSerializer.Deserialize<MailEvent[]>(message, DocumentJson.Options) ?? [];
        var applied = 0;
        foreach (var one in events)
        {
            var now = time.GetUtcNow();
            // A clock that is ahead must not outdo what the person does next.
            if (await ApplyAsync(one.At > now ? one with { At = now } : one, cancellationToken))
            {
                applied++;
            }
        }
        MailEventLog.Applied(logger, applied, events.Length - applied);
        return applied;
    }

    private async Task<bool> ApplyAsync(MailEvent one, CancellationToken cancellationToken)
    {
        if (await OwnerAsync(one.MessageId, cancellationToken) is not { } employeeId)
        {
            return false;
        }
        if (one.Kind == MailEventKind.Other)
        {
            await NoteAsync(employeeId, one, cancellationToken);
            return true;
        }
        await settler.SettleAsync(employeeId, one, cancellationToken);
        switch (one.Kind)
        {
            case MailEventKind.SpamReport or MailEventKind.Unsubscribed:
                await WithdrawAsync(employeeId, one, cancellationToken);
                break;
            case MailEventKind.HardBounce:
                await NoteAsync(employeeId, one, cancellationToken);
                await SuspendAsync(
                    employeeId,
                    new MailSuspension(SuspensionCause.HardBounce, one.At),
                    cancellationToken
                );
                break;
            case MailEventKind.SoftBounce:
                await NoteAsync(employeeId, one, cancellationToken);
                if (await AreTooManyAsync(employeeId, cancellationToken))
                {
                    await SuspendAsync(
                        employeeId,
                        new MailSuspension(SuspensionCause.SoftBounces, one.At),
                        cancellationToken
                    );
                }
                break;
        }
        return true;
    }

    /// <summary>Whose mail it was; <c>null</c> where it is not on record any more, or never was.</summary>
    private async Task<string?> OwnerAsync(string messageId, CancellationToken cancellationToken) =>
        (await FindAsync<Delivery>(messageId, cancellationToken))?.EmployeeId
        ?? (await FindAsync<Invitation>(messageId, cancellationToken))?.EmployeeId
        ?? (await FindAsync<FreshLink>(messageId, cancellationToken))?.EmployeeId
        ?? (await FindAsync<JoinRequest>(messageId, cancellationToken))?.EmployeeId;

    private async Task<T?> FindAsync<T>(string id, CancellationToken cancellationToken)
        where T : Document =>
        (
            await store
                .QueryAllAsync<T>(
                    new Query(Containers.Deliveries) { Where = [new Condition("id", Comparison.Equal, id)] },
                    cancellationToken
                )
                .FirstOrDefaultAsync(cancellationToken)
        )?.Value;

    /// <summary>With the event's time, so that a yes that was given after it stands. Who never said yes has nothing to withdraw.</summary>
    private async Task WithdrawAsync(string employeeId, MailEvent one, CancellationToken cancellationToken)
    {
        var current = await ledger.CurrentAsync(employeeId, cancellationToken);
        if (
            current.Purposes.GetValueOrDefault(ConsentPurpose.DigestEmail, ConsentAction.Withdrawn)
            == ConsentAction.Withdrawn
        )
        {
            return;
        }
        var language = (await roster.FindAsync(employeeId, cancellationToken))?.Language ?? PageLanguage.Default;
        var wording = wordings.Current(ConsentPurpose.DigestEmail, language);
        await ledger.RecordAsync(
            employeeId,
            ConsentPurpose.DigestEmail,
            ConsentAction.Withdrawn,
            new ConsentEvidence(
                wording.Version,
                wording.Language,
                one.Kind == MailEventKind.SpamReport ? "spam-report" : "provider-unsubscribe",
                one.At
            )
            {
                Cause = ConsentCause.MailProvider,
            },
            cancellationToken
        );
    }

    private Task<string?> NoteAsync(string employeeId, MailEvent one, CancellationToken cancellationToken) =>
        store.TryCreateAsync(
            Containers.Deliveries,
            new MailNotice
            {
                Id = Ids.Of("mail-notice", one.Id),
                EmployeeId = employeeId,
                Kind = one.Kind,
                ToldType = one.Type,
                MessageId = one.MessageId,
                At = one.At,
                Ttl = digests.Value.KeepDeliveriesDays * 24 * 60 * 60,
            },
            cancellationToken
        );

    /// <summary>Counted in mails: a provider tells of each try. A mail that arrived after all, and all before it, do not count.</summary>
    private async Task<bool> AreTooManyAsync(string employeeId, CancellationToken cancellationToken)
    {
        var partition = new Query(Containers.Deliveries) { PartitionKey = employeeId };
        var arrived = await store
            .QueryAllAsync<Delivery>(partition, cancellationToken)
            .Select(stored => stored.Value)
            .Where(delivery => delivery.ArrivedAt is not null)
            .ToListAsync(cancellationToken);
        var since = time.GetUtcNow().AddDays(-options.Value.SoftBounceDays);
        var last = arrived.Max(delivery => delivery.ArrivedAt) ?? since;
        var ids = arrived.Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal);
        var mails = await store
            .QueryAllAsync<MailNotice>(partition, cancellationToken)
            .Select(stored => stored.Value)
            .Where(notice => notice.Kind == MailEventKind.SoftBounce && notice.At > since && notice.At > last)
            .Select(notice => notice.MessageId)
            .Where(id => !ids.Contains(id))
            .Distinct()
            .CountAsync(cancellationToken);
        return mails >= options.Value.SoftBounces;
    }

    /// <summary>Not where the person has proven the address since, nor over an earlier reason.</summary>
    private Task<Employee?> SuspendAsync(
        string employeeId,
        MailSuspension suspension,
        CancellationToken cancellationToken
    ) =>
        roster.ChangeAsync(
            employeeId,
            employee =>
                employee.Suspended is not null || employee.AddressProvenAt >= suspension.At
                    ? null
                    : employee with
                    {
                        Suspended = suspension,
                    },
            cancellationToken
        );
}
