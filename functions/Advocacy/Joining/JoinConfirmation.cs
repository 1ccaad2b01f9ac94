using Advocacy.Consent;
using Advocacy.People;
using Advocacy.Platform.Pages;
using Advocacy.Programme;
using Advocacy.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Advocacy.Joining;

/// <summary>
/// The page behind the link of the mail. Only its POST puts consents on record; an unknown address becomes an employee by it.
/// </summary>
public sealed class JoinConfirmation(
    JoinRequests requests,
    Roster roster,
    ErasedPeople erased,
    ConsentLedger ledger,
    ConsentWordings wordings,
    NetworkHash network,
    Company company,
    SiteLinks links,
    PageRenderer pages,
    TimeProvider time,
    IOptions<RosterOptions> options
)
{
    /// <summary>Looked up where a token names nobody, so that a wrong one takes the same way as one whose request is gone.</summary>
    private static readonly (string, string) s_nobody = ("nobody", "nothing");

    public async Task<IResult> ShowAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    ) =>
        await FindAsync(token, cancellationToken) is { } asked
            ? await PageAsync(asked, wordingChanged: false, cancellationToken)
            : await ProblemAsync(request, cancellationToken);

    public async Task<IResult> ConfirmAsync(
        string token,
        HttpRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var form = await PostedForm.ReadAsync(request, cancellationToken);
        if (await FindAsync(token, cancellationToken) is not { } asked)
        {
            return await ProblemAsync(request, cancellationToken);
        }
        if (asked.ConfirmedAt is null)
        {
            if (form?.ShowedWordsOfNow(wordings) != true)
            {
                return await PageAsync(asked, wordingChanged: true, cancellationToken);
            }
            // The person first: a consent without a person would be personal data that nobody can see.
            if (!await AddPersonAsync(asked, JoinEntry.NameOf(form), cancellationToken))
            {
                return await ProblemAsync(request, cancellationToken);
            }
            var evidence = new ConsentEvidence(wordings.VersionNow(), asked.Language, "join-page")
            {
                NetworkHash = network.Of(request),
            };
            await ledger.RecordManyAsync(
                asked.EmployeeId,
                [.. asked.Purposes.Select(p => new ConsentDecision(p, ConsentAction.Given, evidence))],
                cancellationToken
            );
            await roster.ProvenAsync(asked.EmployeeId, time.GetUtcNow(), cancellationToken);
            asked = await requests.ConfirmedAsync(asked, evidence.WordingVersion, cancellationToken);
        }
        return await PageAsync(asked, wordingChanged: false, cancellationToken);
    }

    private Task<JoinRequest?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (employeeId, requestId) = links.ReadJoin(token) ?? s_nobody;
        return requests.FindAsync(employeeId, requestId, cancellationToken);
    }

    /// <summary>
    /// Somebody who is known keeps what is known of them; the language they confirmed in is theirs from now on. Unit and the rest
    /// of a new one come with the next roster, by the same id. Somebody who was erased comes back by this: it is their own act.
    /// </summary>
    /// <returns><c>false</c> where the person is just being erased.</returns>
    private async Task<bool> AddPersonAsync(JoinRequest asked, string name, CancellationToken cancellationToken)
    {
        var person = new Employee
        {
            Id = asked.EmployeeId,
            Address = asked.Address!,
            Name = name,
            Unit = "",
            Language = asked.Language,
            TimeZone = options.Value.DefaultTimeZone,
        };
        if (
            await roster.TryAddAsync(person, cancellationToken)
            || await erased.TryReturnAsync(person, cancellationToken)
        )
        {
            return true;
        }
        var isKnown = false;
        await roster.ChangeAsync(
            asked.EmployeeId,
            known =>
            {
                isKnown = true;
                return known.Language == asked.Language ? null : known with { Language = asked.Language };
            },
            cancellationToken
        );
        return isKnown;
    }

    private async Task<IResult> PageAsync(JoinRequest asked, bool wordingChanged, CancellationToken cancellationToken)
    {
        var profile = await company.ProfileAsync(cancellationToken);
        if (asked.ConfirmedAt is { } at)
        {
            var zone = (await roster.FindAsync(asked.EmployeeId, cancellationToken))?.TimeZone;
            return await pages.PageAsync<RecordedPage, RecordedView>(
                new RecordedView
                {
                    Company = profile,
                    Language = asked.Language,
                    Purposes = asked.Purposes,
                    WordingVersion = asked.WordingVersion ?? wordings.VersionNow(),
                    At = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, zone ?? options.Value.DefaultTimeZone),
                    WithdrawUrl = asked.Purposes.Contains(ConsentPurpose.DigestEmail)
                        ? links.Unsubscribe(asked.EmployeeId)
                        : null,
                }
            );
        }
        return await pages.PageAsync<ConfirmJoinPage, ConfirmJoinView>(
            new ConfirmJoinView
            {
                Company = profile,
                Language = asked.Language,
                Address = asked.Address ?? "",
                Name = asked.Name,
                Choices =
                [
                    .. wordings.Choices(asked.Language, []).Where(choice => asked.Purposes.Contains(choice.Purpose)),
                ],
                WordingVersion = wordings.VersionNow(),
                WordingChanged = wordingChanged,
            }
        );
    }

    private async Task<IResult> ProblemAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await pages.ProblemAsync(await company.FindAsync(cancellationToken), request, Problem.Link);
}
