using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.Drops;
using Advocacy.Engagement;
using Advocacy.Invitations;
using Advocacy.Joining;
using Advocacy.MailEvents;
using Advocacy.People;
using Advocacy.Platform;
using Advocacy.Platform.Limits;
using Advocacy.Platform.Pages;
using Advocacy.Platform.Store;
using Advocacy.Preferences;
using Advocacy.Programme.Pulse;
using Microsoft.Extensions.Logging;

namespace Advocacy.Rights;

/// <summary>
/// Erases a person (GDPR art. 17). First the employee is replaced by a mark, in one write: from then on nobody finds the person, and no
/// import can write them again. Then consents are withdrawn, events become anonymous sums, and the rest is deleted. Each step can be
/// repeated, so a run that dies is finished from the mark. What others had in hand at that moment is swept away later.
/// </summary>
/// <remarks>What stays is the proof: the consent events under the pseudonym, for <see cref="ConsentOptions.KeepProofDays"/>, and the mark.</remarks>
public sealed class Erasure(
    IDocumentStore store,
    ErasedPeople erased,
    ConsentLedger ledger,
    ConsentWordings wordings,
    PersonalEvents engagement,
    FailureLog failures,
    RateLimits limits,
    Pseudonyms pseudonyms,
    TimeProvider time,
    ILogger<Erasure> logger
)
{
    /// <summary>A queue message lives seven days, and may be tried again after that.</summary>
    private static readonly TimeSpan InHand = TimeSpan.FromDays(14);

    /// <param name="networkHash">Where the wish came from; see <see cref="ConsentEvent.NetworkHash"/>.</param>
    /// <returns><c>false</c> where there is nobody of this id. Erasing somebody again changes nothing.</returns>
    public async Task<bool> EraseAsync(
        Employee? employee,
        string employeeId,
        string? networkHash = null,
        CancellationToken cancellationToken = default
    )
    {
        var subject = Subject.Of(employeeId, employee, pseudonyms);
        if (await erased.MarkAsync(employeeId, cancellationToken) is not { } mark)
        {
            return false;
        }
        if (mark.FinishedAt is null)
        {
            await CompleteAsync(subject, employee?.Language, networkHash, cancellationToken);
        }
        return true;
    }

    /// <summary>Finishes what died, and sweeps after the erasures of the last fourteen days what was in somebody's hand when they ran.</summary>
    /// <returns>How many had not been finished.</returns>
    public async Task<int> FinishAllAsync(CancellationToken cancellationToken = default)
    {
        var unfinished = 0;
        await foreach (var mark in erased.AllAsync(cancellationToken))
        {
            var subject = Subject.Of(mark.Id, null, pseudonyms);
            if (mark.FinishedAt is null)
            {
                unfinished++;
                await CompleteAsync(subject, null, null, cancellationToken);
            }
            else if (mark.ErasedAt > time.GetUtcNow() - InHand)
            {
                await SweepAsync(subject, cancellationToken);
            }
        }
        if (unfinished > 0)
        {
            RightsLog.Finished(logger, unfinished);
        }
        return unfinished;
    }

    private async Task CompleteAsync(
        Subject subject,
        string? language,
        string? networkHash,
        CancellationToken cancellationToken
    )
    {
        await EraseDocumentsAsync(subject, language, networkHash, cancellationToken);
        await DeleteAsync<JoinRequest>(Containers.Deliveries, subject.Id, cancellationToken);
        await foreach (var counter in limits.OfPersonAsync(subject.Id, cancellationToken))
        {
            await store.DeleteAsync(Containers.Limits, counter.Id, counter.Id, cancellationToken);
        }
        await erased.FinishAsync(subject.Id, cancellationToken);
    }

    /// <summary>Leaves what the person may do since: ask to join again.</summary>
    private async Task SweepAsync(Subject subject, CancellationToken cancellationToken)
    {
        // While it is open nobody comes back, so that nothing new is taken for something left over.
        if (await erased.ReopenAsync(subject.Id, cancellationToken) is not null)
        {
            await EraseDocumentsAsync(subject, null, null, cancellationToken);
            await erased.FinishAsync(subject.Id, cancellationToken);
        }
    }

    private async Task EraseDocumentsAsync(
        Subject subject,
        string? language,
        string? networkHash,
        CancellationToken cancellationToken
    )
    {
        await WithdrawAsync(subject.Id, language ?? PageLanguage.Default, networkHash, cancellationToken);
        await engagement.MakeAnonymousAsync(subject.Id, cancellationToken);
        await DeleteAsync<Delivery>(Containers.Deliveries, subject.Id, cancellationToken);
        await DeleteAsync<FreshLink>(Containers.Deliveries, subject.Id, cancellationToken);
        await DeleteAsync<MailNotice>(Containers.Deliveries, subject.Id, cancellationToken);
        await DeleteAsync<Invitation>(Containers.Deliveries, subject.Id, cancellationToken);
        await foreach (var mark in PulseMarks.OfAsync(store, pseudonyms, subject.Id, cancellationToken))
        {
            await store.DeleteAsync(Containers.Engagements, mark.Subject, mark.Id, cancellationToken);
        }
        await DeleteAsync<AnswerLetter>(Containers.Deliveries, subject.Id, cancellationToken);
        await ForgetSuggesterAsync<Post>(
            subject.Id,
            post => post with { SuggestedBy = null, NameSuggester = false },
            cancellationToken
        );
        await ForgetSuggesterAsync<DropRecord>(
            subject.Id,
            record => record with { SuggestedBy = null, NameSuggester = false },
            cancellationToken
        );
        await failures.ForgetPersonAsync(subject.IsNamedIn, cancellationToken);
    }

    /// <summary>What somebody suggested stays: it is the company's page. Whose suggestion it was does not.</summary>
    private async Task ForgetSuggesterAsync<T>(
        string employeeId,
        Func<T, T> without,
        CancellationToken cancellationToken
    )
        where T : Document
    {
        await foreach (var (found, _) in store.QueryAllAsync<T>(Records.Suggestions(employeeId), cancellationToken))
        {
            await store.ChangeAsync(Containers.Posts, found.Id, found.Id, without, cancellationToken);
        }
    }

    private async Task WithdrawAsync(
        string employeeId,
        string language,
        string? networkHash,
        CancellationToken cancellationToken
    )
    {
        var current = await ledger.CurrentAsync(employeeId, cancellationToken);
        var withdrawals = current
            .Purposes.Where(purpose => purpose.Value == ConsentAction.Given)
            .Select(purpose => wordings.Current(purpose.Key, language))
            .Select(wording => new ConsentDecision(
                wording.Purpose,
                ConsentAction.Withdrawn,
                new ConsentEvidence(wording.Version, wording.Language, "erase-page")
                {
                    Cause = ConsentCause.Erasure,
                    NetworkHash = networkHash,
                }
            ))
            .ToList();
        if (withdrawals.Count > 0)
        {
            await ledger.RecordManyAsync(employeeId, withdrawals, cancellationToken);
        }
    }

    private async Task DeleteAsync<T>(Container container, string partitionKey, CancellationToken cancellationToken)
        where T : Document
    {
        var query = new Query(container) { PartitionKey = partitionKey };
        await foreach (var (document, _) in store.QueryAllAsync<T>(query, cancellationToken))
        {
            await store.DeleteAsync(container, partitionKey, document.Id, cancellationToken);
        }
    }
}
