using System.Runtime.ExceptionServices;
using System.Text.Json;
using Advocacy.Consent;
using Advocacy.Digests.Mail;
using Advocacy.Engagement.Mails;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Mail;
using Advocacy.Platform.Store;
using Advocacy.Platform.Telemetry;
using Advocacy.Programme;
using Microsoft.Extensions.Logging;

namespace Advocacy.Digests;

/// <summary>What sending one message's deliveries came to.</summary>
/// <param name="Sent">By this run.</param>
/// <param name="Failed">For good, with the reason on the delivery.</param>
/// <param name="Unknown">May have been sent; settled by the provider's events.</param>
/// <param name="Skipped">Settled or claimed before this run.</param>
public sealed record SendReport(int Sent, int Failed, int Unknown, int Skipped);

/// <summary>
/// Sends planned deliveries: claim, compose, check the consent, send, mark. In that order, because a claim that is followed by a
/// crash must never lead to a second mail, and a withdrawal must win until the moment of sending.
/// </summary>
public sealed class DigestSender(
    IDocumentStore store,
    IMailer mailer,
    ConsentLedger consents,
    Company company,
    DigestMail digestMail,
    DigestIssues issues,
    DigestNotes notes,
    MeasuredReaders measured,
    ClaimSettler settler,
    DeliveryTallies tallies,
    Metrics metrics,
    TimeProvider time,
    ILogger<DigestSender> logger
)
{
    /// <exception cref="DigestsNotSentException">The mailer could not send some of them now: the message must be tried again.</exception>
    public async Task<SendReport> SendAsync(string message, CancellationToken cancellationToken = default)
    {
        var batch =
            JsonSerializer.Deserialize<DigestMessage>(message, DocumentJson.Options)
            ?? throw new JsonException("The message is null; it takes an edition and employees.");
        var batchId = Ids.Of("digests", message);
        var profile = await company.ProfileAsync(cancellationToken);

        var claimed = await ClaimAllAsync(batch, batchId, cancellationToken);
        var groups = await GroupAsync(claimed, profile, cancellationToken);

        var outcomes = new List<(Claim Claim, MailOutcome Outcome)>();
        ExceptionDispatchInfo? broken = null;
        foreach (var group in groups)
        {
            try
            {
                outcomes.AddRange(await SendGroupAsync(group, cancellationToken));
            }
            catch (ArgumentException error)
            {
                // The mailer takes no such batch: then, says the port, nothing of it was sent.
                outcomes.AddRange(
                    group.Offers.Select(offer => (offer.Claim, new MailOutcome(MailResult.NotSent, error.Message)))
                );
            }
            catch (Exception error)
            {
                // What this group's mailer did is not known: its claims stay, to be settled by asking. The others must not wait.
                broken ??= ExceptionDispatchInfo.Capture(error);
            }
        }
        // Not cancelled with the rest: what was sent and is not marked would have to be asked for.
        var marked = await Task.WhenAll(
            outcomes.Select(pair => MarkAsync(pair.Claim, pair.Outcome, CancellationToken.None))
        );
        broken?.Throw();
        await RecordAsync(
            batch,
            batchId,
            marked.OfType<Delivery>().ToDictionary(one => one.EmployeeId, StringComparer.Ordinal),
            cancellationToken
        );

        var waiting = outcomes.Count(pair => pair.Outcome.Result == MailResult.NotSent);
        var report = new SendReport(
            outcomes.Count(pair => pair.Outcome.Result == MailResult.Sent),
            outcomes.Count(pair => pair.Outcome.Result == MailResult.Refused),
            outcomes.Count(pair => pair.Outcome.Result == MailResult.Unknown),
            batch.EmployeeIds.Count - claimed.Count
        );
        DigestLog.Sent(logger, batch.EditionId, report.Sent, report.Failed, report.Unknown, waiting);
        return waiting == 0
            ? report
            : throw new DigestsNotSentException(
                waiting,
                outcomes.First(pair => pair.Outcome.Result == MailResult.NotSent).Outcome.Reason
            );
    }

    /// <summary>All claims, or none where one fails: a mailer that cannot be asked would leave those behind in doubt.</summary>
    private async Task<IReadOnlyList<Claim>> ClaimAllAsync(
        DigestMessage batch,
        string batchId,
        CancellationToken cancellationToken
    )
    {
        var claiming = batch
            .EmployeeIds.Select(id => ClaimAsync(id, batch.EditionId, batchId, cancellationToken))
            .ToList();
        try
        {
            return [.. (await Task.WhenAll(claiming)).OfType<Claim>()];
        }
        catch
        {
            await GiveBackAsync(
                claiming.Where(claim => claim.IsCompletedSuccessfully).Select(claim => claim.Result).OfType<Claim>()
            );
            throw;
        }
    }

    private async Task<IReadOnlyList<DigestGroup>> GroupAsync(
        IReadOnlyList<Claim> claimed,
        CompanyProfile profile,
        CancellationToken cancellationToken
    )
    {
        if (claimed.Count == 0)
        {
            return [];
        }
        try
        {
            var posts = await issues.PostsAsync(claimed.SelectMany(claim => claim.Delivery.Picks), cancellationToken);
            Tracing.LinkHere(posts.Values.Select(post => post.TraceParent));
            var beside = await notes.ReadAsync(
                claimed[0].Delivery.EditionId,
                claimed.Select(claim => claim.Delivery.EmployeeId),
                cancellationToken
            );
            return issues.Group(claimed, posts, profile, beside);
        }
        catch
        {
            await GiveBackAsync(claimed);
            throw;
        }
    }

    /// <summary>Nothing was handed to the mailer yet.</summary>
    private async Task GiveBackAsync(IEnumerable<Claim> claims)
    {
        try
        {
            var notSent = new MailOutcome(MailResult.NotSent);
            await Task.WhenAll(claims.Select(claim => MarkAsync(claim, notSent, CancellationToken.None)));
        }
        catch (Exception)
        {
            // The first error is the one to report; what stays claimed is settled when the claim is stale.
        }
    }

    private async Task<Claim?> ClaimAsync(
        string employeeId,
        string editionId,
        string batchId,
        CancellationToken cancellationToken
    )
    {
        var id = Delivery.IdOf(employeeId, editionId);
        var stored = await store.ReadAsync<Delivery>(Containers.Deliveries, employeeId, id, cancellationToken);
        if (stored is { Value.State: DeliveryState.Sending })
        {
            // A sender that died left it; or one that is alive has it, and then it is not ours.
            stored = await settler.SettleAsync(stored, cancellationToken);
        }
        if (stored is not { Value.State: DeliveryState.Planned })
        {
            return null;
        }
        // Before the claim, which comes last: whatever fails until then leaves nothing behind.
        var employee = await store.ReadAsync<Employee>(Containers.Employees, employeeId, employeeId, cancellationToken);
        var sending = stored.Value with
        {
            State = DeliveryState.Sending,
            ClaimedAt = time.GetUtcNow(),
            ClaimedBy = batchId,
        };
        var etag = await store.TryReplaceAsync(Containers.Deliveries, sending, stored.ETag, cancellationToken);
        return etag is null ? null : new Claim(sending, etag, employee?.Value);
    }

    private async Task<IReadOnlyList<(Claim, MailOutcome)>> SendGroupAsync(
        DigestGroup group,
        CancellationToken cancellationToken
    )
    {
        var outcomes = new List<(Claim, MailOutcome)>();
        var possible = new List<Offer>();
        foreach (var offer in group.Offers)
        {
            if (RefusalOf(offer.Claim, group) is { } refusal)
            {
                outcomes.Add((offer.Claim, new MailOutcome(MailResult.Refused, refusal)));
            }
            else
            {
                possible.Add(offer);
            }
        }
        if (possible.Count == 0)
        {
            return outcomes;
        }
        var consenting = await measured.OfAsync(
            [.. possible.Select(offer => offer.Claim.Delivery.EmployeeId)],
            cancellationToken
        );
        if (Compose(group, possible, consenting, out var fault) is not { } mail)
        {
            return [.. outcomes, .. NotSent(possible, fault)];
        }
        if (await ConsentedAsync(possible, cancellationToken) is not { } consented)
        {
            return [.. outcomes, .. NotSent(possible, "The consents could not be read.")];
        }
        var allowed = possible.Zip(mail.Recipients, consented).Where(one => one.Third).ToList();
        outcomes.AddRange(
            possible
                .Zip(consented)
                .Where(one => !one.Second)
                .Select(one =>
                    (one.First.Claim, new MailOutcome(MailResult.Refused, "The consent is not given or was withdrawn."))
                )
        );
        if (allowed.Count > 0)
        {
            mail = mail with { Recipients = [.. allowed.Select(one => one.Second)] };
            outcomes.AddRange(
                allowed.Select(one => one.First.Claim).Zip(await mailer.SendAsync(mail, cancellationToken))
            );
        }
        return outcomes;
    }

    private static IEnumerable<(Claim, MailOutcome)> NotSent(IEnumerable<Offer> offers, string? reason) =>
        offers.Select(offer => (offer.Claim, new MailOutcome(MailResult.NotSent, reason)));

    /// <summary>
    /// Who may be mailed, asked for all at once and as the last thing before the mailer, after everything that takes time: the send begins
    /// here, and whoever withdrew before is not mailed. <c>null</c> where it cannot be read: then certainly nothing was sent.
    /// </summary>
    private async Task<bool[]?> ConsentedAsync(IEnumerable<Offer> offers, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.WhenAll(
                offers.Select(offer =>
                    consents.AllowsAsync(offer.Claim.Delivery.EmployeeId, ConsentPurpose.DigestEmail, cancellationToken)
                )
            );
        }
        catch (Exception error)
        {
            DigestLog.ConsentsUnread(logger, error);
            return null;
        }
    }

    /// <summary>The mail, or <c>null</c> and why it cannot be made: then certainly nothing was sent.</summary>
    private MailBatch? Compose(
        DigestGroup group,
        IEnumerable<Offer> offers,
        IReadOnlySet<string> measuredIds,
        out string? fault
    )
    {
        try
        {
            fault = null;
            return digestMail.Compose(
                group.Issue!,
                [
                    .. offers.Select(offer =>
                        issues.ReaderOf(offer, group.PulseId, measuredIds.Contains(offer.Claim.Delivery.EmployeeId))
                    ),
                ]
            );
        }
        catch (ArgumentException error)
        {
            fault = error.Message;
            return null;
        }
    }

    /// <summary>Why this person must not be mailed, whatever they consented to; <c>null</c> to go on.</summary>
    private string? RefusalOf(Claim claim, DigestGroup group) =>
        claim.Employee is not { } employee ? "The person is no longer on the roster."
        : group.Issue is null ? "None of its posts may be offered any more."
        : employee.Suspended is not null ? "The mail provider said that the address takes no mail."
        : employee.PausedUntil > time.GetUtcNow() ? "The person paused the digest."
        : null;

    /// <returns>As it stands now; <c>null</c> where somebody else changed it.</returns>
    private async Task<Delivery?> MarkAsync(Claim claim, MailOutcome outcome, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var marked = outcome.Result switch
        {
            MailResult.Sent => claim.Delivery with { State = DeliveryState.Sent, SettledAt = now },
            MailResult.Refused => claim.Delivery with
            {
                State = DeliveryState.Failed,
                SettledAt = now,
                Reason = outcome.Reason,
            },
            MailResult.Unknown => claim.Delivery with
            {
                State = DeliveryState.Unknown,
                SettledAt = now,
                Reason = outcome.Reason,
            },
            _ => claim.Delivery with { State = DeliveryState.Planned, ClaimedAt = null, ClaimedBy = null },
        };
        // Nobody else touches a fresh claim; where the settler did after a long stall, it has asked the mailer and knows better.
        var etag = await store.TryReplaceAsync(Containers.Deliveries, marked, claim.ETag, cancellationToken);
        if (etag is not null && marked.State != DeliveryState.Planned)
        {
            metrics.DigestSettled(marked.State);
        }
        return etag is null ? null : marked;
    }

    /// <summary>Counts what this message has sent so far, earlier tries included, so that a count is complete in the end.</summary>
    /// <param name="marked">What this run has just written, by employee: that need not be read.</param>
    private async Task RecordAsync(
        DigestMessage batch,
        string batchId,
        IReadOnlyDictionary<string, Delivery> marked,
        CancellationToken cancellationToken
    )
    {
        var deliveries = await Task.WhenAll(
            batch.EmployeeIds.Select(async id =>
            {
                var delivery =
                    marked.GetValueOrDefault(id)
                    ?? (
                        await store.ReadAsync<Delivery>(
                            Containers.Deliveries,
                            id,
                            Delivery.IdOf(id, batch.EditionId),
                            cancellationToken
                        )
                    )?.Value;
                return delivery is { State: DeliveryState.Sent } sent && sent.ClaimedBy == batchId ? sent : null;
            })
        );
        await tallies.SaveAsync(batchId, batch.EditionId, [.. deliveries.OfType<Delivery>()], cancellationToken);
    }
}

/// <summary>The mailer could not send now; nothing is lost, and the queue tries again.</summary>
public sealed class DigestsNotSentException(int count, string? reason)
    : Exception($"{count} digests could not be sent now: {reason ?? "the mailer gave no reason"}");
