using System.Runtime.CompilerServices;
using Advocacy.Consent;
using Advocacy.Platform;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Advocacy.People;

/// <summary>
/// Imports a roster: people and the consents that it proves. It can be run again at any time, after a crash too: what is there already
/// stays as it is (see <see cref="RosterMerge"/>), and no decision of a person is overridden by an older one in the file. Nobody is removed,
/// and nobody who had themselves erased comes back.
/// </summary>
public sealed class RosterImport(
    RosterReader reader,
    Roster roster,
    ErasedPeople erased,
    ConsentLedger ledger,
    Pseudonyms pseudonyms,
    IOptions<RosterOptions> options,
    ILogger<RosterImport> logger
)
{
    private readonly RosterOptions _options = options.Value;

    /// <param name="csv">See <see cref="RosterReader"/>; read forward once, stays open.</param>
    /// <param name="progress">Told now and then how many rows are done.</param>
    public async Task<RosterReport> ImportAsync(
        Stream csv,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var tally = new RosterTally(_options.MostProblems, progress);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _options.Outstanding,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            RowsAsync(csv, tally, cancellationToken),
            parallel,
            async (row, cancel) => await ImportAsync(row, tally, cancel)
        );
        var report = tally.ToReport();
        logger.RosterImported(
            report.RowsRead,
            report.New,
            report.Changed,
            report.Unchanged,
            report.LeftOut,
            report.ConsentsRecorded,
            report.WithoutConsent
        );
        return report;
    }

    /// <summary>The rows that go in. Pulled by one worker at a time, so that the problems are noted in the file's order.</summary>
    private async IAsyncEnumerable<RosterRow> RowsAsync(
        Stream csv,
        RosterTally tally,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var entry in reader.ReadAsync(csv, cancellationToken))
        {
            tally.Note(entry.Problems);
            if (entry.Row is not null)
            {
                yield return entry.Row;
            }
        }
    }

    private async Task ImportAsync(RosterRow row, RosterTally tally, CancellationToken cancellationToken)
    {
        var id = pseudonyms.OfAddress(row.Address);
        // The person first: a consent without a person would be personal data that nobody can see.
        if (!await SaveAsync(id, row, tally, cancellationToken))
        {
            tally.CountErased();
            return;
        }
        var consent = await ledger.RecordManyAsync(id, row.Decisions, cancellationToken);
        tally.CountConsent(consent.Recorded.Count, consent.Current.Allows(ConsentPurpose.DigestEmail));
    }

    /// <returns><c>false</c> where the person had themselves erased: they stay out.</returns>
    private async Task<bool> SaveAsync(string id, RosterRow row, RosterTally tally, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = false;
            var kept = false;
            var changed = await roster.ChangeAsync(
                id,
                employee =>
                {
                    found = true;
                    var followed = RosterMerge.Follow(employee, row, _options, out kept);
                    return RosterMerge.Same(followed, employee) ? null : followed;
                },
                cancellationToken
            );
            if (found)
            {
                tally.Count(changed is null ? RosterChange.Unchanged : RosterChange.Changed, kept);
                return true;
            }
            if (await roster.TryAddAsync(RosterMerge.Start(id, row, _options), cancellationToken))
            {
                tally.Count(RosterChange.New, kept: false);
                return true;
            }
            if (await erased.NamedAsync(id, cancellationToken))
            {
                return false;
            }
        }
    }
}
